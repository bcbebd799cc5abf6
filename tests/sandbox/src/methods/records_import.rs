//! Imports of records.

use redcap_generator::spec::raw::AnswerKind;

use crate::api::{Call, Cell, Format, Refusal, Reply, XML, cdata, json_string, needs_quotes, push_quoted};
use crate::import::{self, Imported};
use crate::project::Project;

/// `import_records`.
pub fn records(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    if call.arguments.flag("backgroundProcess") {
        return Ok(in_background(call, project));
    }
    let document = import::read(call, project)?;
    let imported = import::run(call, project, &document)?;
    let one = |record: &Imported| record.name.clone();
    // The new name comes first.
    let pair = |record: &Imported| format!("{},{}", record.name, record.sent);
    Ok(match call.arguments.text("returnContent") {
        Some("ids") => list(call, imported.iter().map(one)),
        Some("auto_ids") => list(call, imported.iter().map(pair)),
        Some("nothing") => call.empty(),
        _ => count(call, imported.len()),
    })
}

/// The answer only tells that the data were taken; they are imported at once. What is wrong with them shows
/// in no answer, as on a server that imports later.
fn in_background(call: &Call<'_>, project: &mut Project) -> Reply {
    let document = import::read(call, project);
    let taken = document.map(|document| import::run(call, project, &document)).is_ok();
    let mut table = call.table("background_import", project);
    table.row(|_| Cell::Text(taken.to_string()));
    let format = format(call);
    call.reply(AnswerKind::Object, format, table.object(format, ','))
}

/// The format of the answer, which ODM is not.
fn format(call: &Call<'_>) -> Format {
    match call.return_format() {
        Format::Odm => Format::Xml,
        other => other,
    }
}

/// The number of records: bare on old servers and in CSV, else with its name.
fn count(call: &Call<'_>, count: usize) -> Reply {
    let format = format(call);
    let named = |one: &redcap_generator::model::Return| {
        one.when.is_none() && one.answer == AnswerKind::Object && one.in_format(format.name())
    };
    if !call.method.returns.iter().any(named) {
        return match format {
            // A bare number is no XML.
            Format::Xml => call.count(count),
            _ => call.reply(AnswerKind::Integer, format, count.to_string()),
        };
    }
    let body = match format {
        Format::Json => format!("{{\"count\":{count}}}"),
        _ => format!("{XML}<count>{count}</count>"),
    };
    call.reply(AnswerKind::Object, format, body)
}

/// A list of names.
fn list(call: &Call<'_>, texts: impl Iterator<Item = String>) -> Reply {
    let format = format(call);
    let body = match format {
        Format::Csv => {
            let mut body = "id".to_owned();
            for text in texts {
                body.push('\n');
                if needs_quotes(&text, ',') { push_quoted(&mut body, &text) } else { body.push_str(&text) }
            }
            body
        }
        Format::Json => format!("[{}]", texts.map(|text| json_string(&text)).collect::<Vec<_>>().join(",")),
        Format::Xml | Format::Odm => {
            let items: String = texts.map(|text| format!("<id>{}</id>", cdata(&text))).collect();
            format!("{XML}<ids>{items}</ids>")
        }
    };
    call.reply(AnswerKind::Texts, format, body)
}
