//! How fast exports are decoded, beside what the machine allows: a bare loop
//! over the same CSV with the `ByteRecord` of the `csv` crate, in the same run.
//! All work is done by one thread, and what counts is the time that it had a
//! processor, where the system tells.
//!
//! `cargo bench -p redcap --bench decode`, with the start of a name behind it for a part.

use std::time::Instant;

use redcap::runtime::{Batch, Error, Framer};
use serde::de::DeserializeOwned;

mod export;

use export::{Texts, Visit, exports};

/// What a connection gives in one piece.
const CHUNK: usize = 16 * 1024;

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

fn csv_serde<T: DeserializeOwned>(body: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(body);
    reader.deserialize::<T>().filter(|row| row.is_ok()).count()
}

fn frame(batch: Batch) -> Result<usize, Error> {
    Ok(batch.len())
}

fn records(batch: Batch) -> Result<usize, Error> {
    batch.records().map(|decoded| decoded.rows.len())
}

fn structs<T: DeserializeOwned>(batch: Batch) -> Result<usize, Error> {
    batch.decode::<T>().map(|decoded| decoded.rows.len())
}

/// Seconds of work of this process so far, which has one thread.
fn processor_time() -> Option<f64> {
    let times = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    times.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
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
    let runs: [(&str, Run<'_>); 11] = [
        ("CSV  bare ByteRecord loop", Box::new(|| bare(&csv))),
        ("CSV  csv + serde, 60 typed", Box::new(|| csv_serde::<Visit>(&csv))),
        ("CSV  csv + serde, 60 Strings", Box::new(|| csv_serde::<Texts>(&csv))),
        ("CSV  framing alone", Box::new(|| each(csv_framer(), &csv, frame))),
        ("CSV  records", Box::new(|| each(csv_framer(), &csv, records))),
        ("CSV  60 typed fields", Box::new(|| each(csv_framer(), &csv, structs::<Visit>))),
        ("CSV  60 Strings", Box::new(|| each(csv_framer(), &csv, structs::<Texts>))),
        ("JSON framing alone", Box::new(|| each(Framer::json(), &json, frame))),
        ("JSON records", Box::new(|| each(Framer::json(), &json, records))),
        ("JSON 60 typed fields", Box::new(|| each(Framer::json(), &json, structs::<Visit>))),
        ("JSON 60 Strings", Box::new(|| each(Framer::json(), &json, structs::<Texts>))),
    ];
    // In turn, because the speed of the machine drifts.
    let mut times = vec![Vec::new(); runs.len()];
    for _ in 0..rounds {
        for ((name, run), times) in runs.iter().zip(&mut times) {
            if wanted.is_some_and(|wanted| !name.starts_with(wanted.as_str()) && !name.contains("bare")) {
                continue;
            }
            let (start, worked) = (Instant::now(), processor_time());
            assert_eq!(run(), rows);
            let worked = processor_time().zip(worked).map(|(end, start)| end - start);
            times.push(worked.unwrap_or_else(|| start.elapsed().as_secs_f64()));
        }
    }
    times.iter_mut().for_each(|times| times.sort_by(f64::total_cmp));
    println!("{:30} {:>8} {:>8} {:>8}", "", "best s", "median s", "x bare");
    for ((name, _), seconds) in runs.iter().zip(&times) {
        if seconds.is_empty() {
            continue;
        }
        let (best, median) = (seconds[0], seconds[rounds / 2]);
        println!("{name:30} {best:8.3} {median:8.3} {:8.2}", best / times[0][0]);
    }
}
