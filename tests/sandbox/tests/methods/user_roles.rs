//! Tests of `user_roles`.
