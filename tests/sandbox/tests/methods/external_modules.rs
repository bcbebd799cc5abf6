//! Tests of `external_modules`.
