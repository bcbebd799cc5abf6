//! What stands between a program and the sandbox: it passes requests on and keeps them whole.
//!
//! The sandbox's own journal keeps no values, which is a promise that stays. The values of the examples are invented.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use redcap_sandbox::Server;
use tokio::task::JoinHandle;

use crate::vector::FilePart;
use crate::world::{RUNTIME, TIME};

/// A request as it came, and what was answered.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Verb.
    pub verb: String,
    /// Path and query.
    pub target: String,
    /// Headers, all in one text.
    pub headers: String,
    /// Media type of the body, without parameters.
    pub media: String,
    /// Fields in the order sent; a file is not one.
    pub fields: Vec<(String, String)>,
    /// Files.
    pub files: Vec<FilePart>,
    /// What the sandbox answered.
    pub answer: Option<Answer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Content-Type.
    pub media: String,
    /// Body.
    pub bytes: Vec<u8>,
}

/// Passes requests on to a sandbox and keeps them.
#[derive(Debug)]
pub struct Recorder {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    sandbox: String,
    server: Arc<Server>,
    requests: Mutex<Vec<Recorded>>,
    /// The name that files have in answers; that of the sandbox if there is none.
    file_name: OnceLock<String>,
}

static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
    // TLS is not used here; but where the workspace is built as a whole it is there, and wants to know its cryptography.
    // An error says that it was chosen before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
    client.pool_max_idle_per_host(0).build().expect("a client")
});

impl Recorder {
    /// Starts one in front of a sandbox, of which the address of the API and the server are given.
    pub fn start(sandbox: String, server: Arc<Server>) -> Recorder {
        let shared =
            Arc::new(Shared { sandbox, server, requests: Mutex::default(), file_name: OnceLock::new() });
        let router =
            Router::new().fallback(record).layer(DefaultBodyLimit::disable()).with_state(Arc::clone(&shared));
        let (address, task) = RUNTIME.block_on(async {
            let listener =
                tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
            let address = listener.local_addr().expect("an address");
            let serve = async move {
                // It only ends with the task.
                let _ = axum::serve(listener, router).await;
            };
            (address, tokio::spawn(serve))
        });
        Recorder { address, shared, task }
    }

    /// The address of the API.
    pub fn url(&self) -> String {
        format!("http://{}/api/", self.address)
    }

    /// What came so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Recorder {
    /// Gives files in answers a name, whatever theirs is.
    pub fn name_files(&self, name: &str) {
        // Only the first name counts.
        let _ = self.shared.file_name.set(name.to_owned());
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn record(
    State(shared): State<Arc<Shared>>,
    verb: Method,
    target: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let content_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (fields, files) = read(content_type, body.clone()).await;
    let recorded = Recorded {
        verb: verb.to_string(),
        target: target.to_string(),
        headers: headers
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())))
            .collect(),
        media: content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
        fields,
        files,
        answer: None,
    };
    let place = {
        let mut requests = shared.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.push(recorded);
        requests.len() - 1
    };
    // Time passes in the sandbox, and programs take their time.
    shared.server.clock.set(Some(TIME)).expect("a time");
    match pass_on(&shared.sandbox, verb, &target, headers, body).await {
        Ok((answer, mut response)) => {
            if let Some(name) = shared.file_name.get() {
                rename(response.headers_mut(), name);
            }
            shared.requests.lock().unwrap_or_else(PoisonError::into_inner)[place].answer = Some(answer);
            response
        }
        Err(error) => {
            (StatusCode::BAD_GATEWAY, format!("the sandbox did not answer: {error}")).into_response()
        }
    }
}

async fn pass_on(
    sandbox: &str,
    verb: Method,
    target: &Uri,
    mut headers: HeaderMap,
    body: Bytes,
) -> Result<(Answer, Response), reqwest::Error> {
    for name in
        [header::HOST, header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION, header::EXPECT]
    {
        headers.remove(name);
    }
    let base = sandbox.trim_end_matches("/api/");
    let url = format!("{base}{}", target.path_and_query().map_or("/", |path| path.as_str()));
    let reply = CLIENT.request(verb, url).headers(headers).body(body).send().await?;
    let (status, mut headers) = (reply.status(), reply.headers().clone());
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.to_owned();
    let bytes = reply.bytes().await?;
    for name in [header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION] {
        headers.remove(name);
    }
    let answer = Answer { status: status.as_u16(), media, bytes: bytes.to_vec() };
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok((answer, response))
}

/// Gives the file of an answer another name.
fn rename(headers: &mut HeaderMap, name: &str) {
    let Some(media) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return };
    let Some((before, rest)) = media.split_once("name=\"") else { return };
    let Some((_, after)) = rest.split_once('"') else { return };
    let media = format!("{before}name=\"{name}\"{after}");
    headers.insert(header::CONTENT_TYPE, media.parse().expect("a value of a header"));
}

/// Fields and files of a body; none of a body that is no form.
async fn read(content_type: &str, body: Bytes) -> (Vec<(String, String)>, Vec<FilePart>) {
    let Ok(boundary) = multer::parse_boundary(content_type) else {
        let pairs = form_urlencoded::parse(&body);
        return (pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect(), Vec::new());
    };
    let whole = async move { Ok::<Bytes, std::convert::Infallible>(body) };
    let mut parts = multer::Multipart::new(futures_util::stream::once(whole), boundary);
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Ok(Some(part)) = parts.next_field().await {
        let field = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.unwrap_or_default();
        match file {
            Some(name) => files.push(FilePart { field, name, bytes: bytes.to_vec() }),
            None => fields.push((field, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    (fields, files)
}
