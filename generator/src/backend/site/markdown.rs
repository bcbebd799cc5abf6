//! Markdown as HTML. HTML in it is shown, never obeyed.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Blocks: paragraphs, lists, tables.
#[must_use]
pub fn blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events(text));
    out
}

/// One run of text, without the paragraph around it; several paragraphs are set apart by line breaks.
#[must_use]
pub fn inline(text: &str) -> String {
    let mut first = true;
    let flat = events(text).filter_map(|event| match event {
        Event::Start(Tag::Paragraph) if std::mem::take(&mut first) => None,
        Event::Start(Tag::Paragraph) => Some(Event::HardBreak),
        Event::End(TagEnd::Paragraph) => None,
        other => Some(other),
    });
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, flat);
    out.trim_end().to_owned()
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_shown_as_it_is() {
        assert_eq!(
            inline("a <b onclick='x'>c</b> `<d>`"),
            "a &lt;b onclick='x'&gt;c&lt;/b&gt; <code>&lt;d&gt;</code>"
        );
        assert_eq!(blocks("<script>x</script>\n"), "&lt;script&gt;x&lt;/script&gt;\n");
    }

    #[test]
    fn paragraphs_of_a_run_are_set_apart() {
        assert_eq!(inline("a\n\nb"), "a<br />\nb");
    }
}
