// Made by `cargo run generate` from templates/rust-client/src/runtime/columns.rs.
// Do not edit: change the source and run it again.

//! What rows are made of: the names of the columns, which many rows share, and the texts below them.

use std::sync::OnceLock;

const ESCAPED: [char; 2] = ['"', '\\'];

/// The names of the columns, in order.
#[derive(Default)]
pub(super) struct Header {
    names: Vec<Box<str>>,
    /// Whether a name has a mark that JSON escapes.
    escaped: bool,
    /// Places of the names in alphabetical order, made when one is looked for.
    sorted: OnceLock<Vec<usize>>,
}

impl Header {
    pub(super) fn new(names: Vec<Box<str>>) -> Header {
        let escaped = names.iter().any(|name| name.contains(ESCAPED));
        Header { names, escaped, sorted: OnceLock::new() }
    }

    pub(super) fn names(&self) -> &[Box<str>] {
        &self.names
    }

    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", |name| name)
    }

    /// The name, if it stands in JSON as it is.
    pub(super) fn plain_name(&self, place: usize) -> Option<&str> {
        self.names.get(place).filter(|_| !self.escaped).map(|name| &**name)
    }

    pub(super) fn push(&mut self, name: &str) {
        self.names.push(name.into());
        self.escaped |= name.contains(ESCAPED);
        self.sorted = OnceLock::new();
    }

    /// The places of a name. Headers made of labels can have it several times.
    pub(super) fn places(&self, name: &str) -> &[usize] {
        let sorted = self.sorted.get_or_init(|| {
            let mut places: Vec<usize> = (0..self.names.len()).collect();
            places.sort_by_key(|&place| &self.names[place]);
            places
        });
        let start = sorted.partition_point(|&place| &*self.names[place] < name);
        let count = sorted[start..].iter().take_while(|&&place| &*self.names[place] == name).count();
        &sorted[start..start + count]
    }
}

impl Clone for Header {
    fn clone(&self) -> Header {
        Header::new(self.names.clone())
    }
}

impl PartialEq for Header {
    fn eq(&self, other: &Header) -> bool {
        self.names == other.names
    }
}

impl Eq for Header {}

/// The texts of a row, one behind the other.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Makes room for so many columns and bytes more.
    pub(super) fn reserve(&mut self, columns: usize, bytes: usize) {
        self.ends.reserve_exact(columns);
        self.all.reserve_exact(bytes);
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.ends.clear();
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn push(&mut self, text: &str) {
        self.part(text);
        self.end();
    }

    /// Adds to the text that [`end`](Texts::end) ends.
    pub(super) fn part(&mut self, text: &str) {
        self.all.push_str(text);
    }

    pub(super) fn end(&mut self) {
        self.ends.push(self.all.len());
    }

    #[inline]
    pub(super) fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        Some(&self.all[self.start(place)..end])
    }

    /// Changes the text at a place that there is.
    pub(super) fn set(&mut self, place: usize, text: &str) {
        let (start, end) = (self.start(place), self.ends[place]);
        self.all.replace_range(start..end, text);
        for later in &mut self.ends[place..] {
            *later = *later - (end - start) + text.len();
        }
    }

    #[inline]
    fn start(&self, place: usize) -> usize {
        if place == 0 { 0 } else { self.ends[place - 1] }
    }
}
