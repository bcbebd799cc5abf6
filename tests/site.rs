//! The reference site as files: that it is complete, that it tells versions, that it is small, and that it holds nothing that
//! it must not.
//!
//! That it works in a browser is proved by `tests/site/run`.

mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use redcap_generator::backend::samples::Samples;
use redcap_generator::backend::site::Site;
use redcap_generator::backend::{Backend, Input};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::model::{Lifespan, Model};
use redcap_generator::view::{Selection, View};
use support::{real_model, repository};

/// The texts of the site by their path below it.
struct Made {
    model: Model,
    texts: BTreeMap<String, String>,
}

fn templates() -> Vec<SourceFile> {
    let mut report = Report::default();
    let shown = "templates";
    let mut read =
        redcap_generator::spec::load::read_folder(&repository(shown), shown, |_| true, &mut report);
    assert!(report.is_empty(), "the templates can be read");
    for file in &mut read {
        file.path = file.path.replacen("templates/", "", 1);
    }
    read
}

/// The site, made once for all tests.
static SITE: LazyLock<Made> = LazyLock::new(made);

fn made() -> Made {
    let model = real_model();
    let view = View::new(&model, Selection::All);
    let templates = templates();
    let emitted = Site.emit(&Input { model: &model, view: &view, templates: &templates }).expect("a site");
    let texts = emitted.files.iter().map(|(path, file)| {
        let path = path.as_str().strip_prefix("site/").expect("below site/").to_owned();
        (path, file.text().expect("a text").to_owned())
    });
    let texts = texts.collect();
    Made { model, texts }
}

impl Made {
    fn text(&self, path: &str) -> &str {
        self.texts.get(path).unwrap_or_else(|| panic!("there is no {path}"))
    }

    fn pages(&self) -> impl Iterator<Item = (&String, &String)> {
        self.texts.iter().filter(|(path, _)| path.ends_with(".html"))
    }

    /// What the browser has to hide of something that lives so.
    fn attributes(&self, life: &Lifespan) -> String {
        let oldest = self.model.oldest();
        let since =
            if life.since > oldest { format!(" data-since=\"{}\"", life.since) } else { String::new() };
        since + &life.until.map_or(String::new(), |until| format!(" data-until=\"{until}\""))
    }
}

#[test]
fn each_method_has_a_page_with_all_sections_in_order_and_is_linked() {
    let made = &*SITE;
    let start = made.text("index.html");
    for method in &made.model.methods {
        let page = made.text(&format!("methods/{}.html", method.id));
        let link = format!("methods/{}.html\"", method.id);
        assert!(start.contains(&link), "the start does not link {}", method.id);
        assert!(made.text(&format!("groups/{}.html", method.group)).contains(&link), "{}", method.id);
        assert!(made.text("llms.txt").contains(&format!("methods/{}.md", method.id)), "{}", method.id);
        let mut last = 0;
        let sections = ["<h1>", "class=\"badges\"", "class=\"lead\"", "id=\"parameters\"", "id=\"answer\""];
        for part in sections.into_iter().chain(["id=\"errors\"", "id=\"example\"", "id=\"evidence\""]) {
            let at = page.find(part).unwrap_or_else(|| panic!("{}: no {part}", method.id));
            assert!(at > last, "{}: {part} comes too early", method.id);
            last = at;
        }
        for parameter in &method.parameters {
            let row = format!("<tr id=\"p-{}\"{}>", parameter.name, made.attributes(&parameter.life));
            assert!(page.contains(&row), "{}: no {row}", method.id);
        }
        for case in &method.errors {
            let row = format!("<tr id=\"e-{}\"{}>", case.id, made.attributes(&case.life));
            assert!(page.contains(&row), "{}: no {row}", method.id);
        }
        let origin = format!("../../../{}#L{}", method.origin.file, method.origin.line);
        assert!(page.contains(&origin), "{}: no link to {origin}", method.id);
    }
}

#[test]
fn shapes_and_rights_have_pages_and_columns_tell_their_versions() {
    let made = &*SITE;
    for shape in &made.model.shapes {
        let page = made.text(&format!("shapes/{}.html", shape.id));
        for column in &shape.columns {
            let attributes = made.attributes(&column.life);
            let names =
                page.lines().filter(|line| line.contains(&format!("<code>{}</code>", escaped(&column.name))));
            let found = names
                .filter(|line| line.starts_with("<tr id=\"c-"))
                .any(|line| line.contains(&format!("\"{attributes}>")));
            assert!(found, "{}.{}: no row with `{attributes}`", shape.id, column.name);
        }
    }
    for right in &made.model.rights {
        made.text(&format!("rights/{}.html", right.id));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn each_page_has_a_twin_that_the_list_for_machines_names() {
    let made = &*SITE;
    for (path, _) in made.pages() {
        let twin = path.replace(".html", ".md");
        made.text(&twin);
        assert!(made.text("llms.txt").contains(&format!("({twin})")), "llms.txt does not name {twin}");
    }
}

#[test]
fn no_page_loads_or_runs_what_its_policy_would_stop() {
    for (path, page) in SITE.pages() {
        assert!(page.contains("default-src 'none'"), "{path} has no policy");
        for forbidden in
            [" style=\"", " onclick=", "javascript:", "<style", "src=\"http", "href=\"//", "<script>"]
        {
            assert!(!page.contains(forbidden), "{path} has {forbidden}");
        }
    }
}

#[test]
fn no_text_holds_a_token_or_a_path_of_this_machine() {
    let made = &*SITE;
    let here = repository("").display().to_string();
    for (path, text) in &made.texts {
        assert!(!text.contains(here.trim_end_matches('/')), "{path} names a folder of this machine");
        let runs = text.split(|one: char| !one.is_ascii_alphanumeric());
        let like = |run: &&str| {
            matches!(run.len(), 32 | 64) && run.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
        };
        for run in runs.filter(like) {
            assert!(run.starts_with("DEADC0DE"), "{path} has what looks like a token: {run}");
        }
    }
}

#[test]
fn the_site_is_small() {
    let made = &*SITE;
    let sum: usize = made.texts.values().map(String::len).sum();
    assert!(sum < 5_000_000, "{sum} bytes");
    for (path, page) in made.pages() {
        assert!(page.len() < 200_000, "{path} has {} bytes", page.len());
    }
}

#[test]
fn programs_without_their_colours_are_the_examples() {
    let made = &*SITE;
    let view = View::new(&made.model, Selection::All);
    let templates = templates();
    let input = Input { model: &made.model, view: &view, templates: &templates };
    let samples = Samples::new(&input).expect("samples");
    let methods = &samples.view().model.methods;
    for (place, programs) in samples.all().expect("programs").iter().enumerate() {
        let id = &programs.language.id;
        if place == 0 {
            for (method, text) in methods.iter().zip(&programs.texts) {
                let page = made.text(&format!("methods/{}.html", method.id));
                let inside =
                    page.split("role=\"tabpanel\"").nth(1).and_then(|rest| rest.split("<code>").nth(1));
                let inside = inside.and_then(|rest| rest.split("</code>").next()).expect("a program");
                assert_eq!(plain(inside), text.trim_end(), "{id}: {}", method.id);
            }
            continue;
        }
        let script = made.text(&format!("static/programs/{id}.js"));
        let (_, inside) = script.split_once("site.programs(").expect("a call");
        let inside = inside.trim_end().strip_suffix(");").expect("its end");
        let (language, lines, runs): (String, Vec<String>, BTreeMap<String, String>) =
            serde_json::from_str(&format!("[{inside}]")).expect("JSON");
        assert_eq!(language, *id);
        for (method, text) in methods.iter().zip(&programs.texts) {
            let mut shown = Vec::new();
            for run in runs[&method.id].split(' ') {
                let (from, to) = run.split_once('-').unwrap_or((run, run));
                let number = |text: &str| text.parse::<usize>().expect("a number");
                shown.extend(lines[number(from)..=number(to)].iter().map(|line| plain(line)));
            }
            assert_eq!(shown.join("\n"), text.trim_end(), "{id}: {}", method.id);
        }
    }
}

/// What a reader sees of HTML.
fn plain(html: &str) -> String {
    let mut text = html.to_owned();
    for tag in ["<b>", "</b>", "<u>", "</u>", "<i>", "</i>"] {
        text = text.replace(tag, "");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
