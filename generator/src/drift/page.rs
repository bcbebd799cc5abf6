//! Help pages: from blocks to methods with their parameters.
//!
//! A method is what stands around the words that every help page has used so far: "Method Name", "URL",
//! "Supported Request Method", "Parameters", "Required", "Optional", "Returns". What stands between
//! methods, such as menus and what an institution adds, belongs to none and is passed over. What looks
//! like a part of a method and cannot be read is told.

use super::document::{Block, Document, Kind, Place};

/// A method as a page describes it.
#[derive(Debug, Clone)]
pub struct Described {
    /// Its title; empty when none was found.
    pub title: String,
    /// Whether the page says that this is the title, or the spec knows it as one.
    pub is_titled: bool,
    /// Value of `content`.
    pub content: Option<String>,
    /// Value of `action`.
    pub action: Option<String>,
    /// What it says of rights.
    pub permissions: String,
    /// The other parameters, without the token.
    pub parameters: Vec<Stated>,
    /// Whether the page tells that nothing or something is required or optional.
    pub sections: Sections,
    /// Where it begins.
    pub place: Place,
}

/// Which sections of parameters a method has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sections {
    /// One with parameters, of whatever need.
    pub parameters: bool,
    /// One of required parameters.
    pub required: bool,
    /// One of optional parameters.
    pub optional: bool,
}

/// A parameter as a page describes it.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Wire name.
    pub name: String,
    /// Whether it stands under "Required"; none when it stands under neither word.
    pub required: Option<bool>,
    /// The description, block by block.
    pub description: Vec<Block>,
    /// Where it is.
    pub place: Place,
}

/// What could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Unread {
    /// Where it is.
    pub place: Place,
    /// What it is, and what follows from that.
    pub what: String,
}

/// What a page says.
#[derive(Debug, Default)]
pub struct Page {
    /// The methods that it describes.
    pub methods: Vec<Described>,
    /// What could not be read.
    pub unread: Vec<Unread>,
}

/// The headings of a method's description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Name,
    Description,
    Url,
    Request,
    Permissions,
    Parameters,
    Required,
    Optional,
    Returns,
}

/// The heading that a block is, if it is one.
fn section(block: &Block) -> Option<Section> {
    // In a table, "Required" is the head of a column, or says so of one row.
    if matches!(block.kind, Kind::Code | Kind::Item(_) | Kind::Cell(1..)) {
        return None;
    }
    section_of(&block.text)
}

/// The heading that a line is, if it is one.
pub(super) fn section_of(line: &str) -> Option<Section> {
    let words = line.trim_matches([':', ' ', '*', '#']).to_lowercase();
    let words = words.trim_end_matches("(case sensitive)").trim_end();
    // Copies of pages number their headings.
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
    Some(match words {
        "method name" => Section::Name,
        "description" => Section::Description,
        "url" | "api url" => Section::Url,
        "supported request method" | "supported request methods" | "request method" => Section::Request,
        "permissions required" | "permissions" => Section::Permissions,
        "parameters" => Section::Parameters,
        "required" | "required parameters" => Section::Required,
        "optional" | "optional parameters" => Section::Optional,
        "returns" | "return" | "returned" => Section::Returns,
        _ => return None,
    })
}

/// How a method writes the names of its parameters; its first one decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Set off at the beginning of a list item.
    Item(usize),
    /// Set off at the beginning of a line.
    Lead,
    /// The term of a definition list.
    Term,
    /// A heading.
    Heading,
    /// The first cell of a row.
    Row,
    /// A line of its own.
    Line,
    /// The first word of an item or a line, before a dash or a colon.
    Inline,
}

/// Reads a page. `is_title` tells the known titles of methods.
#[must_use]
pub fn read(document: &Document, is_title: &dyn Fn(&str) -> bool) -> Page {
    let mut page = Page::default();
    let blocks = &document.blocks;
    let marks: Vec<(usize, Section)> =
        blocks.iter().enumerate().filter_map(|(at, block)| section(block).map(|found| (at, found))).collect();
    let mut from = 0;
    let mut index = 0;
    while index < marks.len() {
        let end = end_of_method(&marks, index);
        // A lone "Description" or "URL" is a heading of something else.
        if marks[index..end].iter().any(|(_, mark)| *mark >= Section::Parameters && *mark < Section::Returns)
        {
            let limit = marks.get(end).map_or(blocks.len(), |(at, _)| *at);
            let reader = Reader { document, is_title, unread: Vec::new() };
            let (method, unread) = reader.method(&marks[index..end], from, limit);
            page.methods.push(method);
            page.unread.extend(unread);
            from = marks[end - 1].0 + 1;
        }
        index = end;
    }
    page
}

/// The first mark that belongs to the next method: one that comes again, or that steps back.
fn end_of_method(marks: &[(usize, Section)], start: usize) -> usize {
    // Either of the two may come first.
    let order = |section| if section == Section::Optional { Section::Required } else { section };
    let mut end = start + 1;
    while end < marks.len()
        && order(marks[end].1) >= order(marks[end - 1].1)
        && marks[start..end].iter().all(|(_, seen)| *seen != marks[end].1)
    {
        end += 1;
    }
    end
}

struct Reader<'d> {
    document: &'d Document,
    is_title: &'d dyn Fn(&str) -> bool,
    unread: Vec<Unread>,
}

impl Reader<'_> {
    /// The method of some marks. Its title is looked for from block `from` on; the next method's
    /// marks begin at `limit`.
    fn method(mut self, marks: &[(usize, Section)], from: usize, limit: usize) -> (Described, Vec<Unread>) {
        let (first, _) = marks[0];
        let (title, line) = self.title(marks, from);
        let is_titled = marks[0].1 == Section::Name || (self.is_title)(&title);
        let mut method = Described {
            title,
            is_titled,
            content: None,
            action: None,
            permissions: String::new(),
            parameters: Vec::new(),
            sections: Sections::default(),
            place: self.document.at(line.unwrap_or(self.document.blocks[first].line)),
        };
        if method.title.is_empty() {
            self.cannot_read(first, "no title was found for the method that is described here");
        }
        let mut style = None;
        for (index, &(at, mark)) in marks.iter().enumerate() {
            let end = marks.get(index + 1).map_or(limit, |(next, _)| *next);
            let required = match mark {
                Section::Parameters => None,
                Section::Required => Some(true),
                Section::Optional => Some(false),
                Section::Permissions => {
                    let blocks = self.document.blocks[at + 1..end].iter();
                    method.permissions =
                        blocks.map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ");
                    continue;
                }
                _ => continue,
            };
            method.sections.parameters = true;
            method.sections.required |= required == Some(true);
            method.sections.optional |= required == Some(false);
            let found = self.parameters(at + 1, end, required, &mut style);
            // "Parameters" is mostly followed by the other two at once, or by a remark.
            let is_whole = mark != Section::Parameters
                || marks.len() == index + 1
                || marks[index + 1].1 > Section::Optional;
            if found.is_empty() && end > at + 1 && is_whole {
                let next = &self.document.blocks[at + 1].text;
                // The next method's title follows an empty last section.
                if !(self.is_title)(next) && !says_none(next) {
                    let heading = &self.document.blocks[at].text;
                    self.cannot_read(at, &format!("no parameter could be read under \"{heading}\""));
                }
            }
            method.parameters.extend(found);
        }
        let is_told = method.parameters.iter().any(|parameter| parameter.required.is_some());
        if !method.sections.required && !method.sections.optional && !is_told {
            self.cannot_read(
                first,
                "neither \"Required\" nor \"Optional\" was found, so it is not known what must be sent",
            );
        }
        self.fixed_fields(&mut method);
        (method, self.unread)
    }

    fn cannot_read(&mut self, block: usize, what: &str) {
        let place = self.document.at(self.document.blocks[block].line);
        self.unread.push(Unread { place, what: what.to_owned() });
    }

    /// The title of the method that begins with these marks, and its line.
    fn title(&self, marks: &[(usize, Section)], from: usize) -> (String, Option<usize>) {
        let blocks = &self.document.blocks;
        let (first, mark) = marks[0];
        let told = |at: usize| {
            let block = &blocks[at];
            let title = block.text.trim_end_matches(':').trim_end_matches(" API");
            (title.to_owned(), Some(block.line))
        };
        if mark == Section::Name {
            let end = marks.get(1).map_or(blocks.len(), |(at, _)| *at);
            return if first + 1 < end { told(first + 1) } else { (String::new(), None) };
        }
        // A link is an entry of a menu.
        let before =
            (from..first).rev().filter(|&at| blocks[at].kind != Kind::Code && blocks[at].link.is_none());
        let known = before.clone().find(|&at| (self.is_title)(blocks[at].text.trim_end_matches(" API")));
        let may_be_title = |&at: &usize| {
            let text = blocks[at].text.as_str();
            let is_note = text.to_lowercase().starts_with("note");
            let is_short = text.chars().count() <= 80 && !text.ends_with(['.', '!', '?', ':']);
            !is_note && is_short && text.starts_with(char::is_alphabetic)
        };
        let near: Vec<usize> = before.take(8).filter(may_be_title).collect();
        let is_heading =
            |at: &usize| blocks[*at].kind == Kind::Heading || blocks[*at].lead == blocks[*at].text;
        let heading = || near.iter().copied().find(is_heading);
        let line = || near.first().copied();
        known.or_else(heading).or_else(line).map_or((String::new(), None), told)
    }

    /// The parameters that stand in some blocks.
    fn parameters(
        &mut self,
        from: usize,
        end: usize,
        required: Option<bool>,
        style: &mut Option<Style>,
    ) -> Vec<Stated> {
        let mut found: Vec<Stated> = Vec::new();
        for at in from..end {
            let block = &self.document.blocks[at];
            let wants_text = found.last().is_some_and(|last: &Stated| last.description.is_empty());
            match parameter(block, *style, wants_text) {
                Some((name, own, rest)) => {
                    *style = Some(own);
                    let text = rest.to_owned();
                    let description = Block { kind: Kind::Text, lead: String::new(), text, ..block.clone() };
                    let description = if rest.is_empty() { Vec::new() } else { vec![description] };
                    let place = self.document.at(block.line);
                    found.push(Stated { name, required, description, place });
                }
                None => {
                    // After the last parameter of a page comes what the institution puts at its end.
                    // A heading that is no parameter begins something else, as does the head of another table.
                    let is_capital = block.text.starts_with(char::is_uppercase);
                    let is_heading =
                        block.kind == Kind::Heading || (block.kind == Kind::Cell(0) && is_capital);
                    if (is_heading && !found.is_empty()) || ends_page(block) {
                        break;
                    }
                    if let Some(last) = found.last_mut() {
                        last.description.push(block.clone());
                    }
                }
            }
        }
        self.need_by_column(&mut found);
        found
    }

    /// In a table, a cell tells what is required.
    fn need_by_column(&mut self, found: &mut [Stated]) {
        for parameter in found.iter_mut().filter(|parameter| parameter.required.is_none()) {
            let cell = parameter
                .description
                .iter()
                .position(|block| matches!(block.kind, Kind::Cell(_)) && need_of(&block.text).is_some());
            if let Some(cell) = cell {
                parameter.required = need_of(&parameter.description[cell].text);
                parameter.description.remove(cell);
            }
        }
    }

    /// Takes what selects the method, and the token, out of the parameters.
    fn fixed_fields(&mut self, method: &mut Described) {
        let mut parameters = Vec::new();
        for parameter in std::mem::take(&mut method.parameters) {
            let value = parameter.description.first().map(|block| value_of(&block.text));
            match parameter.name.as_str() {
                "token" => {}
                "content" => method.content = value.flatten(),
                // Some methods take an action of the caller's choice.
                "action" if value.as_ref().is_some_and(Option::is_some) => method.action = value.flatten(),
                _ => parameters.push(parameter),
            }
        }
        method.parameters = parameters;
        if method.content.is_none() {
            let what = "the value of `content` was not found, so the method is known by its title only";
            self.unread.push(Unread { place: method.place.clone(), what: what.to_owned() });
        }
    }
}

/// The name of the parameter that a block begins, how it is written, and the description behind it.
fn parameter(block: &Block, style: Option<Style>, wants_text: bool) -> Option<(String, Style, &str)> {
    let fits = |own: Style| style.is_none_or(|style| style == own);
    let lead = block.lead.as_str();
    // No name on the wire begins so, but heads of tables and what sites put at the end of a page do.
    if block.text.starts_with(char::is_uppercase) {
        return None;
    }
    if let (Some(name), true) = (wire_name(lead), block.kind != Kind::Code) {
        let own = match block.kind {
            Kind::Item(depth) => Style::Item(depth),
            Kind::Term => Style::Term,
            Kind::Heading => Style::Heading,
            Kind::Cell(0) => Style::Row,
            Kind::Cell(_) => return None,
            _ => Style::Lead,
        };
        return fits(own).then(|| (name, own, block.rest()));
    }
    let own = match block.kind {
        Kind::Heading => Style::Heading,
        Kind::Cell(0) => Style::Row,
        Kind::Term => Style::Term,
        Kind::Text => Style::Line,
        Kind::Item(_) => Style::Inline,
        _ => return None,
    };
    if let Some(name) = wire_name(&block.text) {
        // A line of one word may also be what the parameter before it is about, such as the value of `content`.
        let is_text = wants_text && own == Style::Line;
        return (fits(own) && !is_text).then_some((name, own, ""));
    }
    let (name, rest) = block.text.split_once([' ', ':'])?;
    let rest = rest.trim_start();
    let parted =
        rest.strip_prefix(['-', '–', '—', ':']).or(block.text[name.len()..].starts_with(':').then_some(rest));
    let name = wire_name(name)?;
    let is_first = style.is_none() && name == "token";
    (is_first || style == Some(Style::Inline)).then_some(())?;
    Some((name, Style::Inline, parted?.trim_start()))
}

/// Words in bold type that begin remarks.
const REMARKS: [&str; 11] = [
    "note",
    "notes",
    "notice",
    "important",
    "warning",
    "example",
    "examples",
    "key",
    "tip",
    "parameter",
    "parameters",
];

/// A text as a name on the wire: one word, perhaps with a colon or brackets behind it.
fn wire_name(text: &str) -> Option<String> {
    let name = text.trim().trim_end_matches([':', '*', ' ']).trim_end_matches("[]").trim_matches(['\'', '"']);
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && name.len() <= 40;
    (is_name && !REMARKS.contains(&name.to_lowercase().as_str())).then(|| name.to_owned())
}

/// A description that is nothing but a value: `record`, `'record'`, "Always `record`".
fn value_of(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let quoted = text.split(['\'', '"']).nth(1);
    let value = if text.contains(' ') { quoted.unwrap_or_default() } else { text.trim_matches(['\'', '"']) };
    let is_value = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_value.then(|| value.to_owned())
}

fn need_of(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "required" | "yes" | "true" => Some(true),
        "optional" | "no" | "false" => Some(false),
        _ => None,
    }
}

fn says_none(text: &str) -> bool {
    matches!(text.trim_end_matches('.').to_lowercase().as_str(), "none" | "n/a" | "-" | "no parameters")
}

/// Whether a block is the end of a page and not of a description.
fn ends_page(block: &Block) -> bool {
    block.text.contains('©') || block.text.to_lowercase().starts_with("copyright")
}
