//! Tests of `file_repository`.
