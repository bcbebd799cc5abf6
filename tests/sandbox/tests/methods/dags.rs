//! Tests of `dags`.
