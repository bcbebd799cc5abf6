// Made by `cargo run generate` from spec/ (18 files).
// Do not edit: change the source and run it again.

//! Each method sends the example of the spec and reads the answer that the spec shows.

#[path = "../support/mock.rs"]
mod mock;
mod arms;
mod data_access_groups;
mod events;
mod field_names;
mod files;
mod file_repository;
mod instruments;
mod logging;
mod metadata;
mod projects;
mod records;
mod repeating;
mod reports;
mod redcap;
mod surveys;
mod users;
mod user_roles;
mod external_modules;

/// Not a token of any project.
const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

fn client(mock: &mock::Mock) -> ::redcap::Client {
    let once = ::redcap::RetryPolicy::none();
    ::redcap::Client::builder().retry(once).build(&mock.url(), TOKEN).unwrap()
}
