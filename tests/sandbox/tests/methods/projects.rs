//! Tests of `projects`.
