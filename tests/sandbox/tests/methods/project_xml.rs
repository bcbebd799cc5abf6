//! Tests of `project_xml`.
