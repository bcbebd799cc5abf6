// Made by `cargo run generate` from templates/rust-client/src/runtime/method.rs.
// Do not edit: change the source and run it again.

//! What the runtime must know of an API method.

/// The fixed part of an API method; one constant per method.
///
/// ```
/// use redcap::runtime::Method;
///
/// const EXPORT_ARMS: Method = Method {
///     id: "export_arms",
///     content: "arm",
///     action: None,
///     idempotent: true,
/// };
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// Name of the method in error messages.
    pub id: &'static str,
    /// Value of the form field `content`.
    pub content: &'static str,
    /// Value of the form field `action`, if the method has one.
    pub action: Option<&'static str>,
    /// Whether sending the request twice leaves the project as sending it
    /// once does. Only such requests are ever reported as retryable.
    pub idempotent: bool,
}
