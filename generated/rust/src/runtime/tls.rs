// Made by `cargo run generate` from templates/rust-client/src/runtime/tls.rs.
// Do not edit: change the source and run it again.

//! TLS by rustls. Without the feature there is none, and only this machine can be reached.

#[cfg(feature = "rustls")]
pub(super) use with_rustls::{trusting_nobody, trusting_the_system};
#[cfg(not(feature = "rustls"))]
pub(super) use without::{trusting_nobody, trusting_the_system};

#[cfg(feature = "rustls")]
mod with_rustls {
    use std::sync::Arc;

    use reqwest::ClientBuilder;
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
    use rustls_platform_verifier::Verifier;

    use crate::runtime::connect::{unprepared, unprepared_because};
    use crate::runtime::error::Error;

    /// For plain connections, so that no certificates need to be loaded.
    pub(in crate::runtime) fn trusting_nobody(builder: ClientBuilder) -> Result<ClientBuilder, Error> {
        let config = config()?.with_root_certificates(RootCertStore::empty()).with_no_client_auth();
        Ok(builder.tls_backend_preconfigured(config))
    }

    /// Trusts the certificates of this machine and those given in PEM form.
    pub(in crate::runtime) fn trusting_the_system(
        builder: ClientBuilder,
        extra: &[Vec<u8>],
    ) -> Result<ClientBuilder, Error> {
        let mut roots = Vec::new();
        for pem in extra {
            let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
            match found {
                Ok(found) if !found.is_empty() => roots.extend(found),
                _ => return Err(unprepared_because("a root certificate is not in PEM form")),
            }
        }
        let verifier = Verifier::new_with_extra_roots(roots, provider());
        let verifier = Arc::new(verifier.map_err(|error| unprepared().with_source(error))?);
        // What is dangerous is to choose the verifier at all; this one checks as the operating system does.
        let config = config()?.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
        Ok(builder.tls_backend_preconfigured(config))
    }

    /// TLS 1.2 and 1.3.
    fn config() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, Error> {
        ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(|error| unprepared().with_source(error))
    }

    /// Cryptography by ring: it builds in a third of the time that aws-lc takes. Given by hand, because a
    /// library must not choose for the whole process.
    fn provider() -> Arc<rustls::crypto::CryptoProvider> {
        Arc::new(rustls::crypto::ring::default_provider())
    }
}

#[cfg(not(feature = "rustls"))]
mod without {
    use reqwest::ClientBuilder;

    use crate::runtime::connect::unprepared_because;
    use crate::runtime::error::Error;

    pub(in crate::runtime) fn trusting_nobody(builder: ClientBuilder) -> Result<ClientBuilder, Error> {
        Ok(builder)
    }

    pub(in crate::runtime) fn trusting_the_system(
        _: ClientBuilder,
        _: &[Vec<u8>],
    ) -> Result<ClientBuilder, Error> {
        Err(unprepared_because("this program was built without the feature `rustls` of the crate `redcap`"))
    }
}
