//! Tests of `instruments`.
