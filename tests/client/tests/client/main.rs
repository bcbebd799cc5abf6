//! The generated client against the sandbox.

mod blocking;
mod faults;
mod imports;
mod methods;
mod secrecy;
mod streams;
mod tls;
mod versions;
