//! A spec as large as wanted: the real one, and copies of it under other names.
//!
//! A copy keeps the text of each file byte for byte, apart from ids, references to them, titles and
//! what selects a method on the wire. What the spec has only once (versions, sources, rights and the
//! like) is left out of copies, because copies refer to it.

use redcap_generator::diagnostics::{FileId, Report, SourceFile};
use redcap_generator::spec::tree::{self, Entry, Kind, Node};

/// Sections that a copy has of its own.
const COPIED: [&str; 9] =
    ["callbacks", "enums", "errors", "group", "groups", "methods", "parameters", "scalars", "shapes"];

/// The files of a spec that holds the given one `times` times.
pub fn times(files: &[SourceFile], times: usize) -> Vec<SourceFile> {
    let mut scaled = files.to_vec();
    for (index, file) in files.iter().enumerate() {
        let mut report = Report::default();
        let tree = tree::parse(FileId(index), &file.text, &mut report).expect("the real spec is valid");
        let Kind::Map(sections) = &tree.kind else { continue };
        let stem = file.path.trim_end_matches(".yaml");
        scaled.extend((2..=times).filter_map(|number| {
            let mut copy =
                Copy { text: &file.text, suffix: format!("_c{number}"), out: String::new(), end: 0 };
            copy.sections(sections)
                .then(|| SourceFile { path: format!("{stem}_{number:03}.yaml"), text: copy.out })
        }));
    }
    scaled.sort_by(|a, b| a.path.cmp(&b.path));
    scaled
}

/// One copy of one file in the making.
struct Copy<'a> {
    text: &'a str,
    suffix: String,
    out: String,
    /// Up to where the text has been taken over or left out.
    end: usize,
}

impl Copy<'_> {
    /// Copies what is to be copied. False when that is nothing.
    fn sections(&mut self, sections: &[Entry]) -> bool {
        let mut any = false;
        for (index, section) in sections.iter().enumerate() {
            let next = sections.get(index + 1).map_or(self.text.len(), |next| next.key.span.start);
            if COPIED.contains(&section.name()) {
                any = true;
                self.value(section.name(), &section.value);
                self.take_to(next);
            } else {
                self.take_to(section.key.span.start);
                self.end = next;
            }
        }
        any
    }

    fn value(&mut self, key: &str, node: &Node) {
        match &node.kind {
            Kind::Scalar { text, .. } => {
                if let Some(renamed) = self.renamed(key, text) {
                    self.replace(node, &renamed);
                }
            }
            Kind::List(items) => items.iter().for_each(|item| self.value(key, item)),
            // The keys of an example are wire names, whatever they are called.
            Kind::Map(_) if key == "examples" => {}
            Kind::Map(entries) => entries.iter().for_each(|entry| self.value(entry.name(), &entry.value)),
        }
    }

    /// The text in the copy, where it differs.
    fn renamed(&self, key: &str, text: &str) -> Option<String> {
        match key {
            "id" | "use" | "group" | "see_also" | "shape" | "content" => {
                Some(format!("{text}{}", self.suffix))
            }
            "title" => Some(format!("{text} {}", self.suffix.trim_start_matches('_'))),
            "type" | "text" => {
                let name = text.trim_end_matches('>');
                let name = name.rsplit_once('<').map_or(name, |(_, inner)| inner);
                let simple = ["string", "integer", "boolean", "datetime", "file", "odm", "records"];
                let end = text.trim_end_matches('>').len();
                (!simple.contains(&name)).then(|| format!("{}{}{}", &text[..end], self.suffix, &text[end..]))
            }
            _ => None,
        }
    }

    fn replace(&mut self, node: &Node, text: &str) {
        let quote = self.text[node.span.start..].chars().next().filter(|first| matches!(first, '"' | '\''));
        self.take_to(node.span.start);
        self.out.extend(quote);
        self.out.push_str(text);
        self.out.extend(quote);
        self.end = node.span.end;
    }

    fn take_to(&mut self, place: usize) {
        self.out.push_str(&self.text[self.end..place]);
        self.end = place;
    }
}
