//! A plain PDF: lines of text on pages.

use pdf_writer::{Content, Name, Pdf, Rect, Ref, Str};

/// Characters on a line before it is broken.
const WIDTH: usize = 95;
/// Lines on a page.
const HEIGHT: usize = 52;
const FONT: Name<'static> = Name(b"F1");

/// A PDF of version 1.3, as servers make them. Every section begins a page.
pub fn write(sections: &[Vec<String>]) -> Vec<u8> {
    let pages: Vec<Vec<String>> = sections.iter().flat_map(|lines| paginate(lines)).collect();
    let mut pdf = Pdf::new();
    pdf.set_version(1, 3);
    let mut last = 3;
    let mut next = || {
        last += 1;
        Ref::new(last)
    };
    let (catalog, tree, font) = (Ref::new(1), Ref::new(2), Ref::new(3));
    let numbers: Vec<(Ref, Ref)> = pages.iter().map(|_| (next(), next())).collect();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree)
        .kids(numbers.iter().map(|(page, _)| *page))
        .count(i32::try_from(pages.len()).unwrap_or(i32::MAX));
    for (lines, (page, content)) in pages.iter().zip(&numbers) {
        let mut object = pdf.page(*page);
        object.media_box(Rect::new(0.0, 0.0, 612.0, 792.0)).parent(tree).contents(*content);
        object.resources().fonts().pair(FONT, font);
        drop(object);
        pdf.stream(*content, &text(lines));
    }
    pdf.type1_font(font).base_font(Name(b"Helvetica")).encoding_predefined(Name(b"WinAnsiEncoding"));
    pdf.finish()
}

fn text(lines: &[String]) -> Vec<u8> {
    let mut content = Content::new();
    content.begin_text().set_font(FONT, 10.0).set_leading(13.0).next_line(50.0, 740.0);
    for line in lines {
        content.show(Str(&encode(line))).next_line_using_leading();
    }
    content.end_text();
    content.finish().into_vec()
}

/// The built-in fonts know the characters of western Europe.
fn encode(line: &str) -> Vec<u8> {
    line.chars().map(|one| u8::try_from(u32::from(one)).unwrap_or(b'?')).collect()
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
