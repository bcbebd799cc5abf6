//! A plain PDF: lines of text on pages.

/// Characters on a line before it is broken.
const WIDTH: usize = 95;
/// Lines on a page.
const HEIGHT: usize = 52;

/// A PDF of version 1.3 whose first object is number 3, as servers send it. Every section begins a page.
pub fn write(sections: &[Vec<String>]) -> Vec<u8> {
    let pages: Vec<Vec<String>> = sections.iter().flat_map(|lines| paginate(lines)).collect();
    let mut file = File { bytes: b"%PDF-1.3\n".to_vec(), places: Vec::new() };
    let mut kids = String::new();
    for (index, lines) in pages.iter().enumerate() {
        let page = 3 + 2 * index;
        kids.push_str(&format!("{page} 0 R "));
        let about = format!("<</Type /Page /Parent 1 0 R /Resources 2 0 R /Contents {} 0 R>>", page + 1);
        file.object(page, about.as_bytes());
        let text = text(lines);
        let mut stream = format!("<</Length {}>>\nstream\n", text.len()).into_bytes();
        stream.extend(text);
        stream.extend(b"\nendstream");
        file.object(page + 1, &stream);
    }
    let count = pages.len();
    let tree = format!("<</Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 612 792]>>");
    file.object(1, tree.as_bytes());
    let font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>";
    file.object(2, format!("<</Font <</F1 {font}>>>>").as_bytes());
    file.object(3 + 2 * count, b"<</Type /Catalog /Pages 1 0 R>>");
    file.finish(3 + 2 * count)
}

/// A PDF under way.
struct File {
    bytes: Vec<u8>,
    /// Numbers of the objects and where they begin.
    places: Vec<(usize, usize)>,
}

impl File {
    fn object(&mut self, number: usize, content: &[u8]) {
        self.places.push((number, self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").into_bytes());
        self.bytes.extend(content);
        self.bytes.extend(b"\nendobj\n");
    }

    /// Appends the table of objects, whose lines have 20 bytes each.
    fn finish(mut self, catalog: usize) -> Vec<u8> {
        let table = self.bytes.len();
        self.places.sort_unstable();
        let size = catalog + 1;
        let mut end = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for (_, place) in &self.places {
            end.push_str(&format!("{place:010} 00000 n \n"));
        }
        end.push_str(&format!("trailer\n<</Size {size} /Root {catalog} 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        self.bytes.extend(end.into_bytes());
        self.bytes
    }
}

fn text(lines: &[String]) -> Vec<u8> {
    let mut text = b"BT /F1 10 Tf 13 TL 50 740 Td".to_vec();
    for line in lines {
        text.extend(b"\n(");
        text.extend(encode(line));
        text.extend(b") Tj T*");
    }
    text.extend(b"\nET");
    text
}

/// The built-in fonts know the characters of western Europe. Parentheses and backslashes are escaped.
fn encode(line: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(line.len());
    for one in line.chars() {
        let byte = u8::try_from(u32::from(one)).ok().filter(|byte| !byte.is_ascii_control());
        if matches!(one, '(' | ')' | '\\') {
            bytes.push(b'\\');
        }
        bytes.push(byte.unwrap_or(b'?'));
    }
    bytes
}

fn paginate(lines: &[String]) -> Vec<Vec<String>> {
    let broken: Vec<String> = lines.iter().flat_map(|line| wrap(line)).collect();
    broken.chunks(HEIGHT).map(<[String]>::to_vec).collect()
}

/// Breaks a line between words, and words that are longer than a line.
fn wrap(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in line.split_inclusive(' ') {
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(WIDTH) {
            if length + part.len() > WIDTH {
                lines.push(String::new());
                length = 0;
            }
            length += part.len();
            if let Some(line) = lines.last_mut() {
                line.extend(part);
            }
        }
    }
    lines
}
