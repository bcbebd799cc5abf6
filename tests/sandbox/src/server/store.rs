//! The projects of a server, and who may open them.
//!
//! A change works on a copy that takes the place of the project only if it succeeds. Changes of a project take turns,
//! so a refused call leaves nothing behind, and no change is lost. Readers work on the state they found, however long
//! they or a change take. Records, files and the dictionary are shared between copies.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use super::log_update::{LogUpdate, SharedLog};
use crate::project::{LogEntry, Project};

/// A project with its log.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stored {
    /// The project.
    pub project: Arc<Project>,
    /// What happened in it.
    pub log: SharedLog,
}

/// A place for a project.
pub struct Slot {
    id: u64,
    stored: Mutex<Stored>,
    /// Held while a change is worked out.
    turn: Mutex<()>,
}

impl fmt::Debug for Slot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Slot").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Slot {
    fn new(stored: Stored) -> Slot {
        Slot { id: stored.project.id, stored: Mutex::new(stored), turn: Mutex::default() }
    }

    /// Number of the project.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// The project as it is now.
    pub fn snapshot(&self) -> Stored {
        self.lock().clone()
    }

    /// Changes the project, or leaves it untouched if the change fails.
    ///
    /// # Errors
    /// That of the change.
    pub fn change<T, E>(
        &self,
        change: impl FnOnce(&mut Project, &mut LogUpdate) -> Result<T, E>,
    ) -> Result<T, E> {
        let _turn = self.take_turn();
        let before = Arc::clone(&self.lock().project);
        let mut project = Project::clone(&before);
        let mut update = LogUpdate::default();
        let result = change(&mut project, &mut update)?;
        let mut stored = self.lock();
        stored.project = Arc::new(project);
        update.apply(&mut stored.log);
        Ok(result)
    }

    /// Adds to the log.
    pub fn append(&self, entries: Vec<LogEntry>) {
        let mut update = LogUpdate::default();
        update.extend(entries);
        update.apply(&mut self.lock().log);
    }

    /// Puts another state in the place of the present one.
    fn replace(&self, stored: Stored) {
        let _turn = self.take_turn();
        *self.lock() = stored;
    }

    /// A panic while the lock was held cannot have left half a change: the project is replaced as a whole.
    fn lock(&self) -> MutexGuard<'_, Stored> {
        self.stored.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a token opens.
#[derive(Debug)]
pub enum Access {
    /// A project, as one of its users.
    Project {
        /// The project.
        slot: Arc<Slot>,
        /// The user.
        username: String,
    },
    /// The server, to create projects.
    Super {
        /// The user.
        username: String,
    },
}

/// Everything a server keeps, as a state file has it.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Contents {
    /// Projects by number.
    pub projects: BTreeMap<u64, Stored>,
    /// Users by super token.
    pub super_tokens: BTreeMap<String, String>,
    /// The last number given to a project.
    pub last_project: u64,
}

impl fmt::Debug for Contents {
    /// Without tokens.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Contents").field("projects", &self.projects).finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Shelves {
    slots: BTreeMap<u64, Arc<Slot>>,
    super_tokens: BTreeMap<String, String>,
    last_project: u64,
}

/// The projects of a server.
#[derive(Default)]
pub struct Store {
    shelves: RwLock<Shelves>,
    changes: watch::Sender<u64>,
}

impl Store {
    /// What a token opens.
    pub fn access(&self, token: &str) -> Option<Access> {
        let shelves = self.read();
        if let Some(username) = shelves.super_tokens.get(token) {
            return Some(Access::Super { username: username.clone() });
        }
        let owner = |slot: &Arc<Slot>| {
            let project = slot.snapshot().project;
            let user = project.users.values().find(|user| user.tokens.iter().any(|own| own == token))?;
            Some(Access::Project { slot: Arc::clone(slot), username: user.username.clone() })
        };
        shelves.slots.values().find_map(owner)
    }

    /// A number for a new project.
    pub fn next_project(&self) -> u64 {
        let mut shelves = self.write();
        shelves.last_project += 1;
        shelves.last_project
    }

    /// Adds a project, or replaces the one of the same number.
    pub fn insert(&self, project: Project, log: Vec<LogEntry>) -> Arc<Slot> {
        let log = Arc::new(log.into_iter().map(Arc::new).collect());
        let stored = Stored { project: Arc::new(project), log };
        let mut shelves = self.write();
        let id = stored.project.id;
        shelves.last_project = shelves.last_project.max(id);
        let slot = match shelves.slots.get(&id) {
            Some(slot) => {
                slot.replace(stored);
                Arc::clone(slot)
            }
            None => Arc::new(Slot::new(stored)),
        };
        shelves.slots.insert(id, Arc::clone(&slot));
        drop(shelves);
        self.changed();
        slot
    }

    /// A project by its number.
    pub fn project(&self, id: u64) -> Option<Arc<Slot>> {
        self.read().slots.get(&id).cloned()
    }

    /// All projects by number.
    pub fn projects(&self) -> Vec<Arc<Slot>> {
        self.read().slots.values().cloned().collect()
    }

    /// Lets a super token create projects for a user.
    pub fn add_super_token(&self, token: impl Into<String>, username: impl Into<String>) {
        self.write().super_tokens.insert(token.into(), username.into());
        self.changed();
    }

    /// A copy of everything.
    pub fn contents(&self) -> Contents {
        let shelves = self.read();
        Contents {
            projects: shelves.slots.iter().map(|(id, slot)| (*id, slot.snapshot())).collect(),
            super_tokens: shelves.super_tokens.clone(),
            last_project: shelves.last_project,
        }
    }

    /// Puts other contents in the place of the present ones.
    pub fn restore(&self, contents: Contents) {
        let slots = contents.projects.into_iter().map(|(id, stored)| (id, Arc::new(Slot::new(stored))));
        let shelves = Shelves {
            slots: slots.collect(),
            super_tokens: contents.super_tokens,
            last_project: contents.last_project,
        };
        *self.write() = shelves;
        self.changed();
    }

    /// Notes that something changed, for who saves the state.
    pub fn changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    /// Tells how often something changed, and when it does so again.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    fn read(&self) -> RwLockReadGuard<'_, Shelves> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Shelves> {
        self.shelves.write().unwrap_or_else(PoisonError::into_inner)
    }
}
