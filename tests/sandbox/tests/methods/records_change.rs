//! Tests of `records_change`.
