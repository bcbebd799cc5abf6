//! Tests of `records_export`.
