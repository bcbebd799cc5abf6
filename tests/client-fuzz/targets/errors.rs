#![no_main]

#[path = "../bodies.rs"]
#[allow(dead_code, reason = "each target has its own body")]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::errors(data));
