//! Listening, and stopping.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::{JoinHandle, JoinSet};

use super::http::router;
use super::{Options, Server, connection};

/// A running server. It stops when this is dropped, and its connections end.
///
/// ```
/// use redcap_sandbox::{Options, Sandbox};
///
/// let sandbox = Sandbox::start_blocking(Options::default()).expect("a free port");
/// assert!(sandbox.url().starts_with("http://127.0.0.1:"));
/// ```
#[derive(Debug)]
pub struct Sandbox {
    server: Arc<Server>,
    address: SocketAddr,
    task: JoinHandle<()>,
    /// The runtime of a server that was started without one.
    runtime: Option<Runtime>,
}

impl Sandbox {
    /// Starts a server without projects on a free port of the loopback interface.
    ///
    /// # Errors
    /// When there is no port to be had, or the version is not known.
    pub async fn start(options: Options) -> io::Result<Sandbox> {
        let server = Server::new(options).map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidInput, format!("{error}; {}", error.help))
        })?;
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

    /// Starts a server on an address.
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
        let task = tokio::spawn(accept(listener, Arc::clone(&server)));
        Ok(Sandbox { server, address, task, runtime: None })
    }

    /// The server, to seed it and to look into it.
    pub fn server(&self) -> &Arc<Server> {
        &self.server
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of its API.
    pub fn url(&self) -> String {
        let scheme = if self.server.options.tls { "https" } else { "http" };
        format!("{scheme}://{}/api/", self.address)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.task.abort();
        if let Some(runtime) = self.runtime.take() {
            // Waiting is forbidden to a caller that is asynchronous.
            runtime.shutdown_background();
        }
    }
}

/// Takes connections. They end with this task.
async fn accept(listener: TcpListener, server: Arc<Server>) {
    let router = router(server);
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    connections.spawn(connection::serve(stream, peer, router.clone()));
                }
                // Out of sockets, or a client that left already.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}
