//! Runs the examples of every language against the sandbox.
//!
//! ```text
//! templates/examples ── generator ──► files of a language ──► Workshop: copied, set up, built
//!                                                                 │ one process for each trial
//!            Vector: what the spec says ◄── compared ── Recorder ◄┘ ──► sandbox, fresh for each trial
//! ```
//!
//! A trial starts a sandbox of its own with the demo projects, puts a [recorder] in front of it, runs a program
//! of a language, and compares the one request that was sent with the [vector] that the spec gives for the method,
//! and what the program [printed](shown) with what the sandbox answered. Every language is compared with the same vector, so
//! all that pass send the same form.
//!
//! No language is named here: what must be known of one stands in its `language.yaml`.
//!
//! ```sh
//! cargo test --test examples                            # everything whose tools are there
//! cargo test --test examples -- python                  # one language
//! cargo test --test examples -- export_arms             # one method in all languages
//! cargo test --test examples -- --exact python::lint    # one trial
//! ```
//!
//! A language whose tools are missing is ignored; when the variable `CI` is set, that is a failure.

pub mod generated;
pub mod matrix;
pub mod process;
pub mod recorder;
pub mod shown;
pub mod trials;
pub mod vector;
pub mod workshop;
pub mod world;
