//! Writing elements in the layout of project XML: one per line, tabs by depth.

/// Collects lines.
#[derive(Default)]
pub struct Out {
    /// What was written.
    pub text: String,
}

impl Out {
    /// `<tag attributes>` on a line of its own.
    pub fn open(&mut self, depth: usize, tag: &str, attributes: &[(&str, &str)]) {
        self.start(depth, tag, attributes);
        self.text.push_str(">\n");
    }

    /// `</tag>` on a line of its own.
    pub fn close(&mut self, depth: usize, tag: &str) {
        self.indent(depth);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push_str(">\n");
    }

    /// `<tag attributes/>`.
    pub fn empty(&mut self, depth: usize, tag: &str, attributes: &[(&str, &str)]) {
        self.start(depth, tag, attributes);
        self.text.push_str("/>\n");
    }

    /// `<tag>text</tag>`.
    pub fn line(&mut self, depth: usize, tag: &str, content: &str) {
        self.indent(depth);
        self.text.push_str(&format!("<{tag}>"));
        self.content(content);
        self.text.push_str(&format!("</{tag}>\n"));
    }

    /// `<tag><TranslatedText>text</TranslatedText></tag>`.
    pub fn translated(&mut self, depth: usize, tag: &str, content: &str) {
        self.indent(depth);
        self.text.push_str(&format!("<{tag}><TranslatedText>"));
        self.content(content);
        self.text.push_str(&format!("</TranslatedText></{tag}>\n"));
    }

    /// A line break-free start of an element, without its closing bracket.
    pub fn start(&mut self, depth: usize, tag: &str, attributes: &[(&str, &str)]) {
        self.indent(depth);
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(&mut self.text, value, true);
            self.text.push('"');
        }
    }

    /// Text between tags.
    pub fn content(&mut self, content: &str) {
        escape(&mut self.text, content, false);
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.text.push('\t');
        }
    }
}

/// Escapes text. Line breaks in attributes become references, because a
/// parser may turn bare ones into blanks; what XML cannot hold is dropped.
fn escape(out: &mut String, text: &str, attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#039;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(c),
            c if c < ' ' || c == '\u{FFFE}' || c == '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
}
