//! What users of REDCap need beside the API itself. Nothing here sends a
//! request.

pub mod choices;
pub mod codebook;
pub mod dates;
pub mod filter;
pub mod trigger;
pub mod validation;
