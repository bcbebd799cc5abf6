//! The generated client against the sandbox.

mod blocking;
mod faults;
mod imports;
mod methods;
mod secrecy;
mod tls;
mod versions;
