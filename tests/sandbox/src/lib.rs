//! Parts of a local server that answers the REDCap API as a real one does, for tests without a
//! network: projects in memory, the project XML and the data dictionary they are read from and
//! written to, and REDCap logic. The server itself, which speaks HTTP, is not there yet.

pub mod dictionary;
pub mod logic;
pub mod odm;
pub mod project;
