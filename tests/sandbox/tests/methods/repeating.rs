//! Tests of `repeating`.
