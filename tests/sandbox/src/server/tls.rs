//! Certificates: an authority of the sandbox's own, and a certificate for each host that is asked for.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;

/// Names of the certificate for a client that names no host.
const OWN_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];
/// More certificates are not kept; hosts are chosen by clients.
const MOST: usize = 1000;

/// Signs certificates. Its key is made at the start and never leaves the memory.
pub struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
    provider: Arc<CryptoProvider>,
    certificates: Mutex<HashMap<String, Arc<CertifiedKey>>>,
}

impl fmt::Debug for Authority {
    /// Without the key.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Authority").finish_non_exhaustive()
    }
}

impl Authority {
    /// A new authority.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn new() -> io::Result<Authority> {
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let mut params = lasting(CertificateParams::default(), 3650);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        params.distinguished_name = name("REDCap sandbox test authority");
        let certificate = params.self_signed(&key).map_err(io::Error::other)?;
        Ok(Authority {
            pem: certificate.pem(),
            issuer: Issuer::new(params, key),
            provider: Arc::new(default_provider()),
            certificates: Mutex::default(),
        })
    }

    /// The certificate by which clients can trust it, as PEM.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// Accepts TLS as the host that the client names, or as `host` for a client that names none.
    ///
    /// # Errors
    /// When the library offers no TLS version.
    pub fn acceptor(self: &Arc<Authority>, host: Option<String>) -> io::Result<TlsAcceptor> {
        let resolver = Resolver { authority: Arc::clone(self), host };
        let mut config = ServerConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(resolver));
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// The certificate of a host, or of the sandbox itself; none for what cannot be a host.
    fn certificate(&self, host: Option<&str>) -> Option<Arc<CertifiedKey>> {
        let host = host.filter(|host| !OWN_NAMES.contains(host));
        let cached = host.unwrap_or_default();
        let mut certificates = self.certificates.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = certificates.get(cached) {
            return Some(Arc::clone(known));
        }
        let names = host.map_or_else(|| OWN_NAMES.map(str::to_owned).to_vec(), |host| vec![host.to_owned()]);
        let made = Arc::new(self.sign(names)?);
        if certificates.len() >= MOST {
            certificates.clear();
        }
        certificates.insert(cached.to_owned(), Arc::clone(&made));
        Some(made)
    }

    fn sign(&self, names: Vec<String>) -> Option<CertifiedKey> {
        // Clients refuse server certificates that last longer than about a year.
        let mut params = lasting(CertificateParams::new(names).ok()?, 365);
        params.distinguished_name = name("REDCap sandbox");
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().ok()?;
        let certificate = params.signed_by(&key, &self.issuer).ok()?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        CertifiedKey::from_der(vec![certificate.der().clone()], key, &self.provider).ok()
    }
}

fn name(text: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, text);
    name
}

/// Valid from yesterday, for clocks that are behind.
fn lasting(mut params: CertificateParams, days: i64) -> CertificateParams {
    let today = TimeZone::UTC.to_datetime(Timestamp::now()).date();
    let date = |date: jiff::civil::Date| {
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        date_time_ymd(date.year().into(), part(date.month()), part(date.day()))
    };
    params.not_before = date(today.saturating_sub(1.day()));
    params.not_after = date(today.saturating_add(days.days()));
    params
}

/// Chooses the certificate of a connection.
#[derive(Debug)]
struct Resolver {
    authority: Arc<Authority>,
    host: Option<String>,
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.authority.certificate(hello.server_name().or(self.host.as_deref()))
    }
}
