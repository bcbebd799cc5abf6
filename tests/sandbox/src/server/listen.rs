//! Connections.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::http::router;
use super::{Options, Server};

/// A running server. It stops when this is dropped.
#[derive(Debug)]
pub struct Sandbox {
    server: Arc<Server>,
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a server without projects on a free port of the loopback interface.
    ///
    /// # Errors
    /// When there is no port to be had, or the version is not known.
    pub async fn start(options: Options) -> io::Result<Sandbox> {
        let server =
            Server::new(options).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        Sandbox::serve(Arc::new(server), SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// Starts a server on an address.
    ///
    /// # Errors
    /// When the address is not to be had.
    pub async fn serve(server: Arc<Server>, address: SocketAddr) -> io::Result<Sandbox> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(accept(listener, Arc::clone(&server)));
        Ok(Sandbox { server, address, task })
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
        format!("http://{}/api/", self.address)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, server: Arc<Server>) {
    let router = router(server);
    loop {
        // Out of sockets or a client that left: the next one may be luckier.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let connection =
                hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            let _ = connection.await;
        });
    }
}
