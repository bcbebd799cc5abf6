//! Tests of `field_names`.
