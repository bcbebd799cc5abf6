//! How fast exports are decoded, beside what the machine allows: a bare loop
//! over the same CSV with the `ByteRecord` of the `csv` crate, in the same run.
//!
//! `cargo bench -p redcap --bench decode`, with the start of a name behind it for a part.

use std::fmt::Write as _;
use std::time::Instant;

use redcap::runtime::{Batch, Error, Framer};
use serde::Deserialize;

/// What a connection gives in one piece.
const CHUNK: usize = 16 * 1024;

macro_rules! columns {
    ($($name:ident)*) => {
        const COLUMNS: [&str; 60] = [$(stringify!($name)),*];

        /// A row as most users would declare it.
        #[derive(Deserialize)]
        #[allow(dead_code, non_snake_case, reason = "reading it is what counts, with REDCap's own names")]
        struct Visit {
            $($name: String,)*
        }
    };
}

columns! {
    record_id redcap_event_name redcap_repeat_instrument redcap_repeat_instance
    enrolment_date date_of_birth visit_date visit_time sample_time questionnaire_timestamp
    sex ethnicity smoking_status alcohol_units pregnancy diabetes asthma stroke treatment_arm severity
    pain_score mobility self_care consented
    height_cm weight_kg bmi systolic_bp diastolic_bp heart_rate temperature glucose hba1c creatinine
    sodium potassium
    comments adverse_events_text medication_list referral_reason
    symptoms___1 symptoms___2 symptoms___3 symptoms___4 symptoms___5 symptoms___6 symptoms___7 symptoms___8
    history___1 history___2 history___3 history___4 history___5 history___6 history___7 history___8
    demography_complete baseline_complete laboratory_complete questionnaire_complete
}

/// Always the same numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn cell(column: usize, row: usize, dice: &mut Dice, text: &mut String) {
    const TEXTS: [&str; 8] = [
        "",
        "",
        "No complaints today, came with daughter",
        "Said \"much better\"; dose kept",
        "Müller reports café au lait spots",
        "Fell at home.\nSeen by GP the next day, no fracture",
        "see letter 12/05",
        "Nausea",
    ];
    text.clear();
    let _ = match column {
        0 => write!(text, "{}", row + 1),
        1 => write!(text, "visit_{}_arm_1", dice.below(6)),
        2 | 3 => Ok(()),
        4..=6 => write!(text, "20{:02}-{:02}-{:02}", dice.below(25), 1 + dice.below(12), 1 + dice.below(28)),
        7..=9 => {
            write!(text, "2024-05-{:02} {:02}:{:02}", 1 + dice.below(28), dice.below(24), dice.below(60))
        }
        10..=23 => write!(text, "{}", dice.below(12)),
        24..=35 => write!(text, "{}.{}", dice.below(200), dice.below(10_000)),
        36..=39 => write!(text, "{}", TEXTS[dice.below(8) as usize]),
        40..=55 => write!(text, "{}", dice.below(2)),
        _ => write!(text, "{}", dice.below(3)),
    };
}

/// The same rows as CSV and JSON, as PHP writes them.
fn exports(rows: usize) -> (Vec<u8>, Vec<u8>) {
    let (mut csv, mut json) = (COLUMNS.join(","), String::from("["));
    csv.push('\n');
    let (mut dice, mut text) = (Dice(4), String::new());
    for row in 0..rows {
        json.push_str(if row == 0 { "{" } else { ",{" });
        for (column, name) in COLUMNS.iter().enumerate() {
            cell(column, row, &mut dice, &mut text);
            if column > 0 {
                csv.push(',');
                json.push(',');
            }
            if text.contains([' ', ',', '"', '\n']) {
                let _ = write!(csv, "\"{}\"", text.replace('"', "\"\""));
            } else {
                csv.push_str(&text);
            }
            let _ = write!(json, "\"{name}\":\"");
            for mark in text.chars() {
                let _ = match mark {
                    '"' | '/' => write!(json, "\\{mark}"),
                    '\n' => write!(json, "\\n"),
                    _ if mark.is_ascii() => write!(json, "{mark}"),
                    _ => write!(json, "\\u{:04x}", mark as u32),
                };
            }
            json.push('"');
        }
        csv.push('\n');
        json.push('}');
    }
    json.push(']');
    (csv.into_bytes(), json.into_bytes())
}

fn each(mut framer: Framer, body: &[u8], mut take: impl FnMut(Batch) -> Result<usize, Error>) -> usize {
    let mut count = 0;
    let run = || {
        for chunk in body.chunks(CHUNK) {
            framer.push(chunk)?;
            while let Some(batch) = framer.next_batch() {
                count += take(batch)?;
            }
        }
        Ok(framer)
    };
    let framer: Result<Framer, Error> = run();
    for batch in framer.and_then(Framer::finish).expect("a whole export") {
        count += take(batch).expect("readable rows");
    }
    count
}

fn csv_framer() -> Framer {
    Framer::csv(",").expect("a delimiter")
}

fn bare(body: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(body);
    let (mut record, mut count) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("a row") {
        count += 1;
    }
    count
}

fn csv_serde(body: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(body);
    reader.deserialize::<Visit>().filter(|row| row.is_ok()).count()
}

fn frame(batch: Batch) -> Result<usize, Error> {
    Ok(batch.len())
}

fn records(batch: Batch) -> Result<usize, Error> {
    batch.records().map(|decoded| decoded.rows.len())
}

fn structs(batch: Batch) -> Result<usize, Error> {
    batch.decode::<Visit>().map(|decoded| decoded.rows.len())
}

fn main() {
    // `cargo test` only sees whether it still works.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (rows, rounds) = if arguments.iter().any(|flag| flag == "--bench") { (200_000, 5) } else { (500, 1) };
    let wanted = arguments.iter().find(|argument| !argument.starts_with('-'));
    let (csv, json) = exports(rows);
    println!(
        "{rows} rows of 60 columns: CSV {} MB, JSON {} MB",
        csv.len() / 1_000_000,
        json.len() / 1_000_000
    );
    type Run<'a> = Box<dyn Fn() -> usize + 'a>;
    let runs: [(&str, Run<'_>); 8] = [
        ("CSV  bare ByteRecord loop", Box::new(|| bare(&csv))),
        ("CSV  csv + serde, 60 Strings", Box::new(|| csv_serde(&csv))),
        ("CSV  framing alone", Box::new(|| each(csv_framer(), &csv, frame))),
        ("CSV  records", Box::new(|| each(csv_framer(), &csv, records))),
        ("CSV  60 Strings", Box::new(|| each(csv_framer(), &csv, structs))),
        ("JSON framing alone", Box::new(|| each(Framer::json(), &json, frame))),
        ("JSON records", Box::new(|| each(Framer::json(), &json, records))),
        ("JSON 60 Strings", Box::new(|| each(Framer::json(), &json, structs))),
    ];
    // In turn, because the speed of the machine drifts.
    let mut times = vec![Vec::new(); runs.len()];
    for _ in 0..rounds {
        for ((name, run), times) in runs.iter().zip(&mut times) {
            if wanted.is_some_and(|wanted| !name.starts_with(wanted.as_str()) && !name.contains("bare")) {
                continue;
            }
            let start = Instant::now();
            assert_eq!(run(), rows);
            times.push(start.elapsed().as_secs_f64());
        }
    }
    times.iter_mut().for_each(|times| times.sort_by(f64::total_cmp));
    println!("{:30} {:>8} {:>8} {:>8}", "", "best s", "median s", "x bare");
    for ((name, _), seconds) in runs.iter().zip(&times) {
        if seconds.is_empty() {
            continue;
        }
        let (best, median) = (seconds[0], seconds[rounds / 2]);
        println!("{name:30} {best:8.3} {median:8.3} {:8.2}", median / times[0][rounds / 2]);
    }
}
