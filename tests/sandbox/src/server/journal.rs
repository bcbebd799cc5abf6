//! What was asked of the server, for tests to look at. Tokens and values are never kept.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// A request, noted when it comes and completed when it is answered or the client has gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Request {
    /// Number of the request, from 1.
    pub number: u64,
    /// When it came, by the server's clock.
    pub time: String,
    /// Id of the API method, as far as one was selected.
    pub method: Option<String>,
    /// Number of the project, as far as the token opened one.
    pub project: Option<u64>,
    /// Names of the parameters that were sent.
    pub parameters: Vec<String>,
    /// Bytes of the body.
    pub bytes: usize,
    /// Status of the answer; none if there was none.
    pub status: Option<u16>,
    /// The fault that was played, by its name.
    pub fault: Option<String>,
}

/// The requests so far, oldest first.
#[derive(Debug, Default)]
pub struct Journal {
    requests: Mutex<(u64, VecDeque<Request>)>,
}

/// Older requests are forgotten.
const MOST: usize = 10_000;

impl Journal {
    /// Adds a request and numbers it.
    pub fn add(&self, mut request: Request) -> Request {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.0 += 1;
        request.number = requests.0;
        if requests.1.len() == MOST {
            requests.1.pop_front();
        }
        requests.1.push_back(request.clone());
        request
    }

    /// Puts what became of a request in its place.
    pub fn complete(&self, request: Request) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let place = requests.1.iter_mut().rev().find(|one| one.number == request.number);
        if let Some(place) = place {
            *place = request;
        }
    }

    /// The requests that are kept.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).1.iter().cloned().collect()
    }

    /// Forgets them.
    pub fn clear(&self) {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
    }
}
