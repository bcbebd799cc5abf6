//! `list`: the methods of one version, or of all.

use redcap_generator::model::{Certainty, Lifespan, Method};
use redcap_generator::pipeline::{SPEC, select};
use redcap_generator::view::{Selection, View};
use serde_json::{Value, json};

use super::args::{ListArgs, ListFormat};
use super::model_in;
use super::places::folder;
use super::reply::Reply;
use super::text::{WIDTH, bold, columns, count, cut, printable, width};

pub fn run(args: &ListArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let view = select(&model, args.version.redcap_version.as_deref())
        .map_err(|error| Reply::failed(&printable(&error.to_string()), &error.help))?;
    Ok(Reply::fine(match args.format {
        ListFormat::Table => table(&view),
        ListFormat::Json => {
            let methods: Vec<Value> = view.model.methods.iter().map(|method| object(&view, method)).collect();
            format!("{:#}\n", Value::from(methods))
        }
    }))
}

/// A lifespan in the notation of the spec: `6.4.0`, `<=8.7.3`, `~13.1.0`, `4.0.0 until 6.0.0`.
pub fn notation(life: &Lifespan) -> String {
    let until = life.until.map_or_else(String::new, |until| format!(" until {until}"));
    format!("{}{}{until}", mark(life.certainty), life.since)
}

fn mark(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "",
        Certainty::AtLatest => "<=",
        Certainty::About => "~",
    }
}

fn table(view: &View) -> String {
    let methods = &view.model.methods;
    let heads = ["METHOD", "TITLE", "SINCE", "EFFECT"].map(str::to_owned);
    let cells = |method: &Method| {
        let effect = serde_json::to_value(method.effect).unwrap_or_default();
        let effect = effect.as_str().unwrap_or_default().to_owned();
        [method.id.clone(), method.title.clone(), notation(&method.life), effect]
    };
    let mut rows: Vec<[String; 4]> = vec![heads];
    rows.extend(methods.iter().map(cells));
    // Only the title may be cut: whatever the other columns leave free is its width.
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let others: usize = [0, 2, 3].map(|column| widest(column) + 2).iter().sum();
    let room = WIDTH.saturating_sub(2 + others).max(20);
    for row in &mut rows {
        row[1] = cut(&row[1], room);
    }
    let lines = columns(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>(), 2);
    let mut text = format!("{}\n", bold(&lines[0]));
    let mut group = None;
    for (method, line) in methods.iter().zip(&lines[1..]) {
        if group != Some(&method.group) {
            group = Some(&method.group);
            let title =
                view.model.groups.iter().find(|group| group.id == method.group).map(|group| &group.title);
            text.push_str(&format!("\n{}\n", bold(title.unwrap_or(&method.group))));
        }
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(&format!("\n{}\n", footer(view)));
    text
}

fn footer(view: &View) -> String {
    let (beyond, own): (Vec<&Method>, Vec<&Method>) =
        view.model.methods.iter().partition(|method| is_beyond(view, method));
    let more = match beyond.len() {
        0 => String::new(),
        more => format!(" (and {more} beyond REDCap's own list)"),
    };
    let versions = match view.selection {
        Selection::At(version) => format!("at {version}"),
        Selection::All => {
            let oldest = view.model.oldest();
            format!("from {oldest} to {}", view.newest)
        }
    };
    let mut footer = format!("{}{more} {versions}", count(own.len(), "method"));
    let has = |certainty| view.model.methods.iter().any(|method| method.life.certainty == certainty);
    let legend = [
        (Certainty::AtLatest, "may be older than that"),
        (Certainty::About, "inferred, not stated by any source"),
    ];
    for (certainty, meaning) in legend {
        if has(certainty) {
            footer.push_str(&format!("\n{:>2}  {meaning}", mark(certainty)));
        }
    }
    footer
}

/// Whether REDCap's own list of methods does not have it.
fn is_beyond(view: &View, method: &Method) -> bool {
    view.model.groups.iter().any(|group| group.id == method.group && group.beyond_help)
}

fn object(view: &View, method: &Method) -> Value {
    json!({
        "id": method.id,
        "title": method.title,
        "also_called": method.also_called,
        "group": method.group,
        "beyond_help": is_beyond(view, method),
        "summary": method.summary,
        "content": method.content,
        "action": method.action,
        "payload": method.payload().is_some(),
        "token": method.token,
        "rights": method.rights.iter().map(|right| right.right.as_str()).collect::<Vec<_>>(),
        "effect": method.effect,
        "idempotent": method.idempotent,
        "destructive": method.destructive,
        "since": method.life.since,
        "certainty": method.life.certainty,
        "until": method.life.until,
        "deprecated": method.deprecated.as_ref().map(|(since, _)| since),
    })
}
