//! Markdown as HTML. HTML in it is shown, never obeyed.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::slug;

/// Blocks: paragraphs, lists, tables.
#[must_use]
pub fn blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events(text));
    out
}

/// A page: blocks whose headings can be linked to, and whose links lead to pages in HTML.
#[must_use]
pub fn page(text: &str) -> String {
    let mut events: Vec<Event<'_>> = events(text).collect();
    for at in 0..events.len() {
        let heading = matches!(events[at], Event::Start(Tag::Heading { .. }));
        let name = if heading { heading_text(&events[at + 1..]) } else { String::new() };
        match &mut events[at] {
            Event::Start(Tag::Heading { id, .. }) => *id = Some(CowStr::from(slug(&name.to_lowercase()))),
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.contains(':') => {
                *dest_url = CowStr::from(dest_url.replacen(".md", ".html", 1));
            }
            _ => {}
        }
    }
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, events.into_iter());
    out
}

fn heading_text(rest: &[Event<'_>]) -> String {
    let inside = rest.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let texts = inside.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
        _ => None,
    });
    texts.collect()
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
        // Code that is too wide scrolls, so the keyboard must get there.
        Event::Start(Tag::CodeBlock(_)) => Event::Html("<pre tabindex=\"0\"><code>".into()),
        Event::End(TagEnd::CodeBlock) => Event::Html("</code></pre>\n".into()),
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
        assert_eq!(blocks("```sh\n<b>\n```\n"), "<pre tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>\n");
    }

    #[test]
    fn paragraphs_of_a_run_are_set_apart() {
        assert_eq!(inline("a\n\nb"), "a<br />\nb");
    }

    #[test]
    fn headings_of_a_page_have_names_and_links_lead_to_html() {
        assert_eq!(page("## The `token`\n"), "<h2 id=\"the-token\">The <code>token</code></h2>\n");
        assert_eq!(page("[a](b.md#c)"), "<p><a href=\"b.html#c\">a</a></p>\n");
        assert_eq!(page("[a](https://b.md/)"), "<p><a href=\"https://b.md/\">a</a></p>\n");
    }
}
