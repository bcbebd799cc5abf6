//! Whole exports over a local connection, each client in a process of its own, in turn: time and peak memory beside
//! `curl` and a bare loop over the rows, in the same run. Clients of other languages take part where they are installed
//! (`PYTHON` names a Python that has PyCap).
//!
//! Structs of nothing but `String`s are the worst case: on one processor `csv` with serde takes 4.6 times as long as the
//! bare loop (see the benchmark of the decoders), half of it for 11 million texts with memory of their own. Here other
//! threads cut the body and split the rows, and the one that takes the rows makes the texts, and gives them back.
//!
//! `cargo bench -p redcap --bench client -- [ROWS [ROUNDS]]`

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use redcap::runtime::{CallOptions, Client, Error, Format, Method, Request};
use serde::de::DeserializeOwned;

mod export;

use export::{Texts, Visit, exports};

const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";
const EXPORT: Method = Method::new("export_records", "record").reads();

/// A client that is measured.
enum Peer {
    /// A function of this program.
    Own(fn(&str) -> Result<usize, Error>),
    /// A program that gets the address as its last argument.
    Other(&'static [&'static str]),
}

const CURL: [&str; 11] = [
    "curl",
    "-s",
    "-o",
    "/tmp/redcap-bench-curl",
    "-d",
    "token=x",
    "-d",
    "content=record",
    "-d",
    "format=csv",
    "-d",
];

const PYCAP: &str = "
import redcap, sys
project = redcap.Project(sys.argv[1], '0123456789ABCDEF0123456789ABCDEF')
print(len(project.export_records(format_type='FORMAT')))
";

const NODE: &str = "
const body = new URLSearchParams({ token: 'x', content: 'record', format: 'json' });
fetch(process.argv[1], { method: 'POST', body }).then(r => r.json()).then(rows => console.log(rows.length));
";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|one| one != "--bench").collect();
    if let [case, url] = arguments.as_slice()
        && url.starts_with("http")
    {
        return child(case, url);
    }
    let benchmark = env::args().any(|one| one == "--bench");
    let number = |place: usize, usual: usize| {
        let given = arguments.get(place).and_then(|text| text.parse().ok());
        if benchmark { given.unwrap_or(usual) } else { 1 }
    };
    let (rows, rounds) = (number(0, 200_000), number(1, 5));
    let (csv, json) = exports(rows);
    println!(
        "{rows} rows of 60 columns: CSV {} MB, JSON {} MB",
        csv.len() / 1_000_000,
        json.len() / 1_000_000
    );
    let url = serve(csv, json);
    let peers: Vec<(&str, Peer)> =
        peers().into_iter().filter(|(name, peer)| is_there(name, peer, &url)).collect();
    let mut results: BTreeMap<&str, Vec<(f64, u64)>> = BTreeMap::new();
    // In turn, because the speed of the machine drifts.
    for _ in 0..rounds {
        for (name, peer) in &peers {
            results.entry(name).or_default().push(measured(name, peer, &url, rows));
        }
    }
    let sorted = |name: &str| {
        let mut times: Vec<f64> = results[name].iter().map(|(time, _)| *time).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let floor = sorted("CSV: bare ByteRecord loop")[0];
    println!("{:34} {:>9} {:>9} {:>8} {:>9}", "", "best s", "median s", "x bare", "peak MiB");
    for (name, _) in &peers {
        let memory = results[name].iter().map(|(_, memory)| *memory).max().unwrap_or(0);
        let times = sorted(name);
        println!(
            "{name:34} {:9.3} {:9.3} {:8.2} {:9.1}",
            times[0],
            times[times.len() / 2],
            times[0] / floor,
            memory as f64 / 1024.0
        );
    }
}

fn peers() -> Vec<(&'static str, Peer)> {
    vec![
        ("CSV: curl to a file", Peer::Other(&CURL)),
        ("CSV: bare ByteRecord loop", Peer::Own(bare)),
        ("CSV: to a file", Peer::Own(|url| to_file(url, Format::Csv))),
        ("CSV: records", Peer::Own(|url| records(url, false))),
        ("CSV: 60 typed fields", Peer::Own(|url| structs::<Visit>(url, false))),
        ("CSV: 60 Strings", Peer::Own(|url| structs::<Texts>(url, false))),
        ("JSON: to a file", Peer::Own(|url| to_file(url, Format::Json))),
        ("JSON: records", Peer::Own(|url| records(url, true))),
        ("JSON: 60 typed fields", Peer::Own(|url| structs::<Visit>(url, true))),
        ("JSON: 60 Strings", Peer::Own(|url| structs::<Texts>(url, true))),
        ("CSV: PyCap DataFrame", Peer::Other(&["PYTHON", "-c", "df"])),
        ("JSON: PyCap", Peer::Other(&["PYTHON", "-c", "json"])),
        ("JSON: Node fetch", Peer::Other(&["node", "-e", NODE])),
    ]
}

// --- the clients

fn child(case: &str, url: &str) {
    let peers = peers();
    let Some((_, Peer::Own(run))) = peers.iter().find(|(name, _)| *name == case) else { return };
    let rows = run(url).unwrap_or_else(|error| panic!("{case}: {error}"));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{rows} {}", peak.unwrap_or("0").trim());
}

fn block_on<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(call)
}

fn request(url: &str, json: bool) -> Result<Request, Error> {
    let mut request = Request::new(&Client::new(url, TOKEN)?, &EXPORT);
    request.set("format", "csv");
    if json {
        request.with(CallOptions::new().rows_as_json());
    }
    Ok(request)
}

fn records(url: &str, json: bool) -> Result<usize, Error> {
    block_on(async {
        let mut rows = request(url, json)?.rows().await?;
        let (mut count, mut bytes) = (0, 0);
        while let Some(row) = rows.next().await {
            bytes += row?.iter().map(|(_, text)| text.len()).sum::<usize>();
            count += 1;
        }
        assert!(bytes > count);
        Ok(count)
    })
}

fn structs<T: DeserializeOwned + Send + 'static>(url: &str, json: bool) -> Result<usize, Error> {
    block_on(async {
        let mut rows = request(url, json)?.rows_as::<T>().await?;
        let mut count = 0;
        while let Some(row) = rows.next().await {
            row?;
            count += 1;
        }
        Ok(count)
    })
}

fn to_file(url: &str, format: Format) -> Result<usize, Error> {
    let place = "/tmp/redcap-bench-own";
    let length = block_on(async { request(url, false)?.save(format, place).await })?;
    assert_eq!(fs::metadata(place).map(|data| data.len()).ok(), Some(length));
    Ok(0)
}

/// The least that reading CSV can cost: a socket, and the rows as bytes.
fn bare(url: &str) -> Result<usize, Error> {
    let address = url.trim_start_matches("http://").trim_end_matches("/api/");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let body = "token=x&content=record&format=csv";
    write!(stream, "POST /api/ HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n{body}", body.len())
        .expect("sent");
    let mut reader = BufReader::new(stream);
    let length = read_head(&mut reader).expect("a length");
    let mut reader = csv::Reader::from_reader(reader.take(length));
    let (mut record, mut count) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("a row") {
        count += 1;
    }
    Ok(count)
}

// --- measuring

fn command(name: &str, peer: &Peer, url: &str) -> Command {
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%M"]);
    match peer {
        Peer::Own(_) => {
            command = Command::new(env::current_exe().expect("this program"));
            command.args([name, url]);
        }
        Peer::Other(["PYTHON", flag, format]) => {
            command.arg(env::var("PYTHON").unwrap_or("python3".to_owned()));
            command.args([*flag, PYCAP.replace("FORMAT", format).as_str(), url]);
        }
        Peer::Other(arguments) => {
            command.args(*arguments).args((arguments[0] == "curl").then_some("type=flat")).arg(url);
        }
    }
    command
}

fn is_there(name: &str, peer: &Peer, url: &str) -> bool {
    let there = matches!(peer, Peer::Own(_))
        || command(name, peer, url).output().is_ok_and(|output| output.status.success());
    if !there {
        println!("not measured, because it is not installed: {name}");
    }
    there
}

/// Seconds and peak memory in KiB.
fn measured(name: &str, peer: &Peer, url: &str, rows: usize) -> (f64, u64) {
    let start = Instant::now();
    let output = command(name, peer, url).stderr(Stdio::piped()).output().expect("the client runs");
    let time = start.elapsed().as_secs_f64();
    let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name}: {told}");
    let mut numbers = said.split_whitespace().filter_map(|text| text.parse::<u64>().ok());
    let count = numbers.next().unwrap_or(0);
    assert!(count == 0 || count == rows as u64, "{name} read {count} rows");
    let memory = match peer {
        Peer::Own(_) => numbers.next(),
        Peer::Other(_) => told.trim().lines().last().and_then(|line| line.parse().ok()),
    };
    (time, memory.unwrap_or(0))
}

// --- the server: faster than every client, as it only copies

fn serve(csv: Vec<u8>, json: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/api/", listener.local_addr().expect("its address"));
    let bodies = Arc::new((csv, json));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let bodies = Arc::clone(&bodies);
            thread::spawn(move || answer(stream, &bodies));
        }
    });
    url
}

fn answer(stream: TcpStream, bodies: &(Vec<u8>, Vec<u8>)) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut stream = stream;
    loop {
        let length = read_head(&mut reader)?;
        let mut form = vec![0; length as usize];
        reader.read_exact(&mut form).ok()?;
        let form = String::from_utf8_lossy(&form);
        let json = form.contains("format=json");
        let body = match form.contains("content=metadata") {
            true if json => &b"[{\"field_name\":\"record_id\",\"form_name\":\"demography\"}]"[..],
            true => b"field_name,form_name\nrecord_id,demography\n",
            false if json => &bodies.1,
            false => &bodies.0,
        };
        let media = if json { "application/json" } else { "text/csv" };
        write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-type: {media}; charset=utf-8\r\ncontent-length: {}\r\n\r\n",
            body.len()
        )
        .ok()?;
        stream.write_all(body).ok()?;
    }
}

/// The length of the body behind a head.
fn read_head(reader: &mut impl BufRead) -> Option<u64> {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            return Some(length);
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
}
