//! How sure each behaviour is.
//!
//! *exact*: recorded from live servers or stated by documents of public record, and tested here;
//! *approximated*: what is known leaves room, and the table says how it was filled; *missing*: not played.
