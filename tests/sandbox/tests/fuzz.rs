//! Whole requests with nonsense in them: bytes that are no form, and calls that are nearly right.
//!
//! `PROPTEST_CASES=5000 cargo test -p redcap-sandbox --test fuzz` tries more than the usual number.

mod support;

#[path = "fuzz/answers.rs"]
mod answers;
#[path = "fuzz/calls.rs"]
mod calls;
#[path = "fuzz/documents.rs"]
mod documents;
#[path = "fuzz/raw.rs"]
mod raw;
#[path = "fuzz/sequences.rs"]
mod sequences;
#[path = "fuzz/values.rs"]
mod values;

use proptest::prelude::ProptestConfig;

/// The number of cases from the environment, or else this one.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|number| number.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(usual), failure_persistence: None, ..ProptestConfig::default() }
}
