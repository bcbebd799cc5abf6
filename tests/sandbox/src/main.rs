//! Starts the sandbox from a command line.

fn main() {}
