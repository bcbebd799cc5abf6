//! Tests of `records_import`.
