//! Listening, and stopping.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::{JoinHandle, JoinSet};

use super::connection::{self, Shared};
use super::http::router;
use super::tls::Authority;
use super::{Options, Server, StateError};

/// A running server. It stops when this is dropped: its connections end, and its state is saved.
///
/// ```
/// use redcap_sandbox::{Options, Sandbox};
///
/// let sandbox = Sandbox::start_blocking(Options::default()).expect("a free port");
/// assert!(sandbox.url().starts_with("http://127.0.0.1:"));
/// ```
pub struct Sandbox {
    server: Arc<Server>,
    address: SocketAddr,
    authority: Arc<Authority>,
    tasks: [JoinHandle<()>; 2],
    /// The runtime of a server that was started without one.
    runtime: Option<Runtime>,
}

impl fmt::Debug for Sandbox {
    /// Without what it keeps.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Sandbox").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Sandbox {
    /// Starts a server without projects on a free port of the loopback interface.
    ///
    /// # Errors
    /// When there is no port to be had, the version is not known, or the state file cannot be used.
    pub async fn start(options: Options) -> io::Result<Sandbox> {
        let wrong = |message: String| io::Error::new(io::ErrorKind::InvalidInput, message);
        let server = Server::new(options).map_err(|error| wrong(format!("{error}; {}", error.help)))?;
        server.load_state().map_err(|error| wrong(error.to_string()))?;
        Sandbox::serve(Arc::new(server), SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
    }

    /// Starts a server as [`Sandbox::start`] does, for a program that is not asynchronous.
    ///
    /// # Errors
    /// Like [`Sandbox::start`].
    pub fn start_blocking(options: Options) -> io::Result<Sandbox> {
        // In a thread of its own, for a caller that is asynchronous after all may not wait in its own.
        let started = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            let mut sandbox = runtime.block_on(Sandbox::start(options))?;
            sandbox.runtime = Some(runtime);
            Ok(sandbox)
        });
        started.join().unwrap_or_else(|_| Err(io::Error::other("the server did not start")))
    }

    /// Starts a server on an address. From then on its state file is written, so [`Server::load_state`] must
    /// come first.
    ///
    /// # Errors
    /// When the address is not to be had, or other machines could reach it by plain HTTP and that is not
    /// allowed.
    pub async fn serve(server: Arc<Server>, address: SocketAddr) -> io::Result<Sandbox> {
        let options = &server.options;
        if !address.ip().is_loopback() && !options.tls && !options.allow_remote {
            let message = format!(
                "{} can be reached from other machines, and plain HTTP would show them every token; \
                 listen on 127.0.0.1, or use TLS, or allow it with --allow-remote",
                address.ip()
            );
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let scheme = if options.tls { "https" } else { "http" };
        server.listens_at(format!("{scheme}://{address}/"));
        let authority = Arc::new(Authority::new()?);
        let shared = Shared {
            router: router(Arc::clone(&server)),
            authority: Arc::clone(&authority),
            tls: server.options.tls,
        };
        server.open_state();
        let tasks =
            [tokio::spawn(accept(listener, Arc::new(shared))), tokio::spawn(keep(Arc::clone(&server)))];
        Ok(Sandbox { server, address, authority, tasks, runtime: None })
    }

    /// The server, to seed it and to look into it.
    pub fn server(&self) -> &Arc<Server> {
        &self.server
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate, as PEM, by which clients can trust it: for HTTPS, and for tunnels by `CONNECT`.
    pub fn authority(&self) -> &str {
        self.authority.pem()
    }

    /// The address of its API.
    pub fn url(&self) -> String {
        let scheme = if self.server.options.tls { "https" } else { "http" };
        format!("{scheme}://{}/api/", self.address)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
        note(self.server.close_state());
        if let Some(runtime) = self.runtime.take() {
            // Waiting is forbidden to a caller that is asynchronous.
            runtime.shutdown_background();
        }
    }
}

/// Takes connections. They end with this task.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    connections.spawn(connection::serve(stream, peer, Arc::clone(&shared)));
                }
                // Out of sockets, or a client that left already.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Saves the state whenever something changed.
async fn keep(server: Arc<Server>) {
    let mut changes = server.store.changes();
    // What was seeded before counts as a change.
    changes.mark_changed();
    while server.options.state.is_some() && changes.changed().await.is_ok() {
        let saver = Arc::clone(&server);
        // Several changes that come meanwhile are saved together.
        let _ = tokio::task::spawn_blocking(move || note(saver.save_state())).await;
    }
}

fn note(saved: Result<(), StateError>) {
    if let Err(error) = saved {
        // There is no request to answer; the next change tries again.
        eprintln!("the state was not saved: {error}");
    }
}
