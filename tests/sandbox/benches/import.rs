//! How fast records are imported, beside what it costs to parse the same documents alone; and what a call costs that
//! changes one value of a large project.
//!
//! `cargo bench -p redcap-sandbox --bench import` imports 10 000 records of 20 fields;
//! `cargo bench -p redcap-sandbox --bench import -- 1000 50` another size. Without `--bench`, which `cargo bench`
//! passes and `cargo test` does not, one small round shows that the benchmark still works.

use std::time::{Duration, Instant};

use redcap_sandbox::api::{Form, answer};
use redcap_sandbox::project::{Field, FieldType, Project, parse_choices};
use redcap_sandbox::{Options, Server};

const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";
const FORM: &str = "my_first_instrument";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measures = arguments.iter().any(|argument| argument == "--bench");
    let sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let (records, fields, rounds) = match sizes.as_slice() {
        [records, fields, ..] => (*records, *fields, 3),
        _ if measures => (10_000, 20, 5),
        _ => (100, 5, 1),
    };
    println!("{records} records of {fields} fields, best of {rounds}");
    println!("{:<34} {:>8} {:>10}", "", "MB", "ms");
    for format in ["json", "csv"] {
        let document = document(format, records, fields);
        let size = document.len();
        let time = best(rounds, || fresh(fields), |server| import(server, format, &document, false));
        show(&format!("{format}, new records"), size, time);
        let again = || {
            let server = fresh(fields);
            import(&server, format, &document, false);
            server
        };
        let time = best(rounds, again, |server| import(server, format, &document, false));
        show(&format!("{format}, the same again"), size, time);
        let time = best(rounds, again, |server| import(server, format, &document, true));
        show(&format!("{format}, numbered by the server"), size, time);
        let time = best(rounds, || (), |()| parse(format, &document));
        show("  parsed alone", size, time);
    }
    one_value(records, fields, rounds);
    one_value(10, records.saturating_mul(4), rounds);
}

fn show(name: &str, bytes: usize, time: Duration) {
    println!("{name:<34} {:>8.2} {:>10.3}", bytes as f64 / 1e6, time.as_secs_f64() * 1e3);
}

/// The shortest time of some rounds, each on something prepared for it.
fn best<T>(rounds: usize, prepare: impl Fn() -> T, work: impl Fn(&T)) -> Duration {
    let times = (0..rounds).map(|_| {
        let prepared = prepare();
        let start = Instant::now();
        work(&prepared);
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// A server with a project of one form, without records.
fn fresh(fields: usize) -> Server {
    let mut project = Project::new(1, "Wide");
    for number in 1..fields {
        let name = format!("field_{number}");
        let is_choice = number % 5 == 0;
        let kind = if is_choice { FieldType::Radio } else { FieldType::Text };
        let mut field = Field::new(&name, FORM, kind, &name);
        field.choices = parse_choices(if is_choice { "1, One | 2, Two" } else { "" });
        field.validation = if number % 3 == 0 && !is_choice { "integer" } else { "" }.to_owned();
        project.fields.insert(name, field);
    }
    let server = Server::new(Options::default()).expect("the newest version is known");
    server.seed(project, Some(TOKEN));
    server
}

/// Records `1` and up, with `1` or `2` in every field.
fn document(format: &str, records: usize, fields: usize) -> String {
    let names = (1..fields).map(|number| format!("field_{number}"));
    let rows = (1..=records).map(|record| {
        let value = record % 2 + 1;
        match format {
            "json" => {
                let cells: String = names.clone().map(|name| format!(",\"{name}\":\"{value}\"")).collect();
                format!("{{\"record_id\":\"{record}\"{cells}}}")
            }
            _ => format!("{record}{}", format!(",{value}").repeat(fields - 1)),
        }
    });
    match format {
        "json" => format!("[{}]", rows.collect::<Vec<_>>().join(",")),
        _ => {
            let header: String = names.clone().map(|name| format!(",{name}")).collect();
            std::iter::once(format!("record_id{header}")).chain(rows).collect::<Vec<_>>().join("\n")
        }
    }
}

fn import(server: &Server, format: &str, document: &str, numbered: bool) {
    let mut form = Form::default();
    for (name, value) in [("token", TOKEN), ("content", "record"), ("format", format), ("data", document)] {
        form.add(name, value.to_owned());
    }
    form.add("forceAutoNumber", numbered.to_string());
    let (reply, _) = answer(server, form);
    assert_eq!(reply.status, 200, "the import succeeds");
}

/// The document without any rules of REDCap.
fn parse(format: &str, document: &str) {
    match format {
        "json" => {
            let parsed: serde_json::Value = serde_json::from_str(document).expect("the document is JSON");
            std::hint::black_box(parsed);
        }
        _ => {
            let mut reader = csv::Reader::from_reader(document.as_bytes());
            for record in reader.records() {
                std::hint::black_box(record.expect("the document is CSV"));
            }
        }
    }
}

/// Changes one value over and over: the work of a call beside its data, with a log that grows.
fn one_value(records: usize, fields: usize, rounds: usize) {
    const CALLS: u32 = 200;
    let prepare = || {
        let server = fresh(fields);
        // Few columns fill many fields slowly, and the number of values does not matter here.
        import(&server, "csv", &document("csv", records, fields.min(20)), false);
        server
    };
    let time = best(rounds, prepare, |server| {
        for call in 0..CALLS {
            let data = format!("[{{\"record_id\":\"5\",\"field_1\":\"{call}\"}}]");
            import(server, "json", &data, false);
        }
    });
    show(&format!("one value, {records} x {fields} project"), 0, time / CALLS);
}
