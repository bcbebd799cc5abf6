//! Tests of `logging`.
