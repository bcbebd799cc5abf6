//! How fast generated records are exported, beside what the same bytes cost without REDCap's rules.
//!
//! `cargo bench -p redcap-sandbox` measures 100 000 records of 50 fields; `cargo bench -p redcap-sandbox -- 10000 20`
//! another size. Without `--bench`, which `cargo bench` passes and `cargo test` does not, one small round shows
//! that the benchmark still works.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use redcap_sandbox::api::{Body, Form, answer};
use redcap_sandbox::project::{Project, Value};
use redcap_sandbox::{Options, Server};

const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

/// Counts bytes, and looks at one of each piece so that none of them is for nothing.
#[derive(Default)]
struct Sink {
    bytes: u64,
    seen: u8,
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len() as u64;
        self.seen ^= std::hint::black_box(bytes).last().copied().unwrap_or(0);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let measures = arguments.iter().any(|argument| argument == "--bench");
    let sizes: Vec<u64> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let (records, fields, rounds) = match sizes.as_slice() {
        [records, fields, ..] => (*records, *fields as usize, 3),
        _ if measures => (100_000, 50, 5),
        _ => (100, 5, 1),
    };
    let project = Project::generate(records, fields);
    let rows = cells(&project);
    let server = Server::new(Options::default()).expect("the newest version is known");
    server.seed(project, Some(TOKEN));
    println!("{records} records of {fields} fields, best of {rounds}");
    println!("{:<24} {:>10} {:>9} {:>9}", "", "MB", "ms", "MB/s");
    for (format, kind) in
        [("csv", "flat"), ("json", "flat"), ("xml", "flat"), ("csv", "eav"), ("json", "eav"), ("odm", "flat")]
    {
        let (bytes, time) = best(rounds, || export(&server, format, kind));
        show(&format!("{format} {kind}"), bytes, time);
        let (copied, time) = best(rounds, || copy(bytes));
        show("  copied from memory", copied, time);
        if (format, kind) == ("csv", "flat") {
            let (bytes, time) = best(rounds, || plain_csv(&rows, records));
            show("  by the crate csv", bytes, time);
        }
    }
}

fn show(name: &str, bytes: u64, time: Duration) {
    let megabytes = bytes as f64 / 1e6;
    let seconds = time.as_secs_f64();
    println!("{name:<24} {megabytes:>10.1} {:>9.1} {:>9.0}", seconds * 1e3, megabytes / seconds);
}

/// The shortest time of some rounds.
fn best(rounds: usize, mut work: impl FnMut() -> u64) -> (u64, Duration) {
    let times = (0..rounds).map(|_| {
        let start = Instant::now();
        let bytes = work();
        (bytes, start.elapsed())
    });
    times.min_by_key(|(_, time)| *time).unwrap_or_default()
}

fn export(server: &Server, format: &str, kind: &str) -> u64 {
    let mut form = Form::default();
    for (name, value) in [("token", TOKEN), ("content", "record"), ("format", format), ("type", kind)] {
        form.add(name, value.to_owned());
    }
    let (reply, _) = answer(server, form);
    assert_eq!(reply.status, 200, "the export succeeds");
    let mut sink = Sink::default();
    match reply.body {
        Body::Whole(bytes) => sink.write_all(&bytes),
        Body::Streamed(writer) => writer(&mut sink),
    }
    .expect("the sink takes everything");
    std::hint::black_box(sink.seen);
    sink.bytes
}

/// The same number of bytes in pieces of 32 KiB, through a buffer.
fn copy(bytes: u64) -> u64 {
    let source = vec![b'x'; 32 * 1024];
    let mut buffer = Vec::with_capacity(source.len());
    let mut sink = Sink::default();
    let mut left = usize::try_from(bytes).unwrap_or(usize::MAX);
    while left > 0 {
        let piece = left.min(source.len());
        buffer.clear();
        buffer.extend_from_slice(std::hint::black_box(&source[..piece]));
        sink.write_all(&buffer).expect("the sink takes everything");
        left -= piece;
    }
    sink.bytes
}

/// The cells of the templates in the order of the columns, without the record id.
fn cells(project: &Project) -> Vec<Vec<String>> {
    let pool = project.generated.iter().flat_map(|generated| &generated.pool);
    let names: Vec<String> = project.columns(false).iter().map(|column| column.name()).skip(1).collect();
    let row = |record: &redcap_sandbox::project::Record| {
        let stored = record.rows.values().next();
        let text = |name: &String| stored.and_then(|row| row.get(name)).and_then(Value::as_text);
        names.iter().map(|name| text(name).unwrap_or_default().to_owned()).collect()
    };
    pool.map(|record| row(record)).collect()
}

fn plain_csv(rows: &[Vec<String>], records: u64) -> u64 {
    let mut sink = Sink::default();
    let mut writer = csv::Writer::from_writer(&mut sink);
    for (number, row) in (1..=records).zip(rows.iter().cycle()) {
        writer.write_field(number.to_string()).expect("the sink takes everything");
        for cell in row {
            writer.write_field(cell).expect("the sink takes everything");
        }
        writer.write_record(None::<&[u8]>).expect("the sink takes everything");
    }
    writer.flush().expect("the sink takes everything");
    drop(writer);
    sink.bytes
}
