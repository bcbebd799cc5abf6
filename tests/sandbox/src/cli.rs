//! The command line.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use redcap_sandbox::project::{Project, User};
use redcap_sandbox::server::OWNER;
use redcap_sandbox::server::faults::{self, Fault};
use redcap_sandbox::{Options, Sandbox, Server, demo, load};

const EXAMPLES: &str = "\
Examples:
  redcap-sandbox                                          with demo projects, on 127.0.0.1:8085
  redcap-sandbox --listen 127.0.0.1:0 --project study.xml  with your own project, on a free port
  redcap-sandbox --redcap-version 13.7.3                   as an older server";

/// A local server that answers the REDCap API as a real one does, for tests without a network.
#[derive(Debug, Parser)]
#[command(name = "redcap-sandbox", version, after_help = EXAMPLES, max_term_width = 100)]
struct Arguments {
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8085")]
    listen: SocketAddr,

    /// Allow plain HTTP on an address that other machines reach. Tokens are then visible on the network.
    #[arg(long)]
    allow_remote: bool,

    /// REDCap version to answer as [default: the newest known one].
    #[arg(long, value_name = "VERSION")]
    redcap_version: Option<String>,

    /// Token that may create projects.
    #[arg(long, value_name = "TOKEN")]
    super_token: Vec<String>,

    /// Project to start with, instead of the demo projects: project XML, or a data dictionary as CSV.
    /// Without a token it gets a new one. May be repeated.
    #[arg(long, value_name = "FILE[=TOKEN]")]
    project: Vec<String>,

    /// Project of made-up records to start with, such as 10000x50 for 10000 records of 50 fields.
    #[arg(long, value_name = "RECORDSxFIELDS", value_parser = extent)]
    generate_records: Option<(u64, usize)>,

    /// Base URL for survey links [default: the server's own].
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,

    /// Answer HTTPS only, with a certificate of an authority that is made at the start.
    #[arg(long)]
    tls: bool,

    /// Where to write the certificate of the authority, for clients to trust: with --tls, and for clients
    /// that use the sandbox as their HTTPS proxy.
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,

    /// File that keeps the projects between runs. Only you can read it.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,

    /// Time that passes before each answer of the API, such as 200ms.
    #[arg(long, value_name = "DURATION", value_parser = faults::duration)]
    latency: Option<Duration>,

    /// Fault to play, such as 503,retry-after=2,times=2. May be repeated. A wrong one lists all.
    #[arg(long, value_name = "FAULT")]
    fault: Vec<Fault>,

    /// Requests that one client address may send per minute.
    #[arg(long, value_name = "COUNT")]
    max_requests_per_minute: Option<u32>,

    /// Largest request body, such as 10MB.
    #[arg(long, value_name = "SIZE", value_parser = faults::size)]
    max_body: Option<u64>,

    /// Compress answers for clients that accept it.
    #[arg(long)]
    gzip: bool,

    /// Write a line about each request to the standard error output, without tokens and values.
    #[arg(long)]
    log: bool,

    /// Folder of the reference site, shown at the root with the playground [default: generated/site of the repository
    /// that the sandbox was built in, if it is there].
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,

    /// Take lists only in the form `name[0]=a`, not as `name=a,b`.
    #[arg(long)]
    strict_arrays: bool,
}

/// Starts a server and runs it until it is told to stop.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let started = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = started
        .map_err(|error| vec![error.to_string()])
        .and_then(|runtime| runtime.block_on(serve(&arguments)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("error: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn serve(arguments: &Arguments) -> Result<(), Vec<String>> {
    let mut problems = Vec::new();
    let mut seeds = projects(arguments, &mut problems);
    seeds.extend(
        arguments.generate_records.map(|(records, fields)| (Project::generate(records, fields), None)),
    );
    let server = prepared(arguments, &mut problems);
    let Some((server, loaded)) = server.filter(|_| problems.is_empty()) else { return Err(problems) };
    let server = Arc::new(server);
    for token in &arguments.super_token {
        server.store.add_super_token(token.clone(), OWNER);
    }
    seed(&server, seeds, loaded);
    let sandbox = Sandbox::serve(server, arguments.listen).await.map_err(|error| {
        let help = match error.kind() {
            std::io::ErrorKind::AddrInUse => "\n  help: --listen 127.0.0.1:0 takes a free port",
            _ => "",
        };
        vec![format!("cannot listen on {}: {error}{help}", arguments.listen)]
    })?;
    if let Some(file) = &arguments.ca_file {
        let written = std::fs::write(file, sandbox.authority());
        written.map_err(|error| vec![format!("{}: {error}", file.display())])?;
    }
    // Whoever reads the greeting may send a signal at once.
    let stopped = stop().map_err(|error| vec![format!("cannot listen for signals: {error}")])?;
    // A closed output is no reason to stop serving.
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(greeting(&sandbox, arguments).as_bytes()).and_then(|()| out.flush());
    drop(out);
    stopped.await;
    Ok(())
}

/// The server with its saved state, and whether there was one.
fn prepared(arguments: &Arguments, problems: &mut Vec<String>) -> Option<(Server, bool)> {
    if let Some(url) = arguments.public_url.as_deref()
        && !url.starts_with("http://")
        && !url.starts_with("https://")
    {
        problems.push(format!("--public-url: `{url}` does not begin with http:// or https://"));
    }
    if let Some(folder) = arguments.site.as_ref().filter(|folder| !folder.join("index.html").is_file()) {
        problems.push(format!(
            "--site: {} has no index.html\n  help: `cargo run generate` makes generated/site",
            folder.display()
        ));
    }
    let server = match Server::new(options(arguments)) {
        Ok(server) => server,
        Err(error) => {
            problems.push(format!("--redcap-version: {error}\n  help: {}", error.help));
            return None;
        }
    };
    match server.load_state() {
        Ok(loaded) => Some((server, loaded)),
        Err(error) => {
            problems
                .push(format!("{error}\n  help: it was left as it is; name another file, or move it away"));
            None
        }
    }
}

/// Puts the projects in that were named, or else the demo projects. A state that was saved has its projects
/// already: it is only given those whose token it does not know.
fn seed(server: &Server, named: Vec<(Project, Option<String>)>, loaded: bool) {
    if named.is_empty() && !loaded {
        demo::projects().into_iter().for_each(|demo| drop(server.seed_demo(demo)));
        return;
    }
    let is_new = |token: &Option<String>| match token {
        Some(token) => server.store.access(token).is_none(),
        None => !loaded,
    };
    let new: Vec<_> = named.into_iter().filter(|(_, token)| is_new(token)).collect();
    for (project, token) in new {
        server.seed(project, token.as_deref());
    }
}

fn options(arguments: &Arguments) -> Options {
    let mut options = Options {
        version: arguments.redcap_version.clone(),
        state: arguments.state.clone(),
        tls: arguments.tls,
        allow_remote: arguments.allow_remote,
        log: arguments.log,
        gzip: arguments.gzip,
        faults: arguments.fault.clone(),
        latency: arguments.latency.unwrap_or_default(),
        requests_per_minute: arguments.max_requests_per_minute,
        ..Options::default()
    };
    if let Some(most) = arguments.max_body {
        options = options.most_bytes(usize::try_from(most).unwrap_or(usize::MAX));
    }
    if let Some(url) = &arguments.public_url {
        options = options.public_url(url);
    }
    if arguments.strict_arrays {
        options = options.strict_lists();
    }
    options.site = site(arguments);
    options
}

/// The projects that were named, with their tokens. What is wrong is added to the problems.
fn projects(arguments: &Arguments, problems: &mut Vec<String>) -> Vec<(Project, Option<String>)> {
    let mut found: Vec<(Project, Option<String>)> = Vec::new();
    for argument in &arguments.project {
        let (file, token) = split(argument);
        if let Some(token) = token.filter(|token| found.iter().any(|(_, own)| own.as_deref() == Some(token)))
        {
            let signs = token.len();
            problems
                .push(format!("{}: its token of {signs} signs is that of another project", file.display()));
        }
        let title = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match std::fs::read(&file) {
            Err(error) => problems.push(format!("{}: {error}", file.display())),
            Ok(bytes) => match load::project(&bytes, &title) {
                Ok(project) => found.push((project, token.map(str::to_owned))),
                Err(mistakes) => {
                    problems.extend(mistakes.iter().map(|mistake| place(&file, mistake)));
                }
            },
        }
    }
    found
}

/// The folder of the reference site: the one that was named, or the repository's.
fn site(arguments: &Arguments) -> Option<PathBuf> {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated/site");
    arguments.site.clone().or_else(|| Some(own()).filter(|folder| folder.is_dir()))
}

/// Reads `RECORDSxFIELDS`.
fn extent(text: &str) -> Result<(u64, usize), String> {
    let parts = text.split_once('x');
    let numbers = parts.and_then(|(records, fields)| Some((records.parse().ok()?, fields.parse().ok()?)));
    numbers
        .filter(|(_, fields)| *fields > 0)
        .ok_or_else(|| format!("`{text}` is not two numbers, like 10000x50 for 10000 records of 50 fields"))
}

fn place(file: &Path, mistake: &load::Mistake) -> String {
    let separator = if mistake.place.is_some() { ":" } else { ": " };
    format!("{}{separator}{mistake}", file.display())
}

/// `FILE=TOKEN` in two. The name of a file may hold `=` too.
fn split(argument: &str) -> (PathBuf, Option<&str>) {
    match argument.rsplit_once('=') {
        Some((file, token)) if !token.is_empty() && !Path::new(argument).exists() => {
            (PathBuf::from(file), Some(token))
        }
        _ => (PathBuf::from(argument), None),
    }
}

/// The address, the projects with the tokens of their users, and a first line to try.
fn greeting(sandbox: &Sandbox, arguments: &Arguments) -> String {
    let server = sandbox.server();
    let mut text = format!("REDCap {} sandbox at {}\n", server.catalogue.version, sandbox.url());
    if server.options.site.is_some() {
        let root = sandbox.url();
        let _ = writeln!(text, "Reference and playground at {}", root.strip_suffix("api/").unwrap_or(&root));
    }
    let demos = demo::projects();
    let shows = |token: &str| demos.iter().flat_map(|demo| &demo.users).find(|user| user.token == token);
    let mut first = None;
    for slot in server.store.projects() {
        let project = slot.snapshot().project;
        let _ = writeln!(text, "Project {}: {}", project.id, project.title);
        let (owner, others): (Vec<&User>, Vec<&User>) =
            project.users.values().partition(|user| user.username == OWNER);
        for user in owner.into_iter().chain(others) {
            for token in &user.tokens {
                let note = match shows(token) {
                    Some(user) => user.shows,
                    None if user.username == OWNER => "may do everything",
                    None => "",
                };
                let line = format!("  token {token}  {} {note}", user.username);
                let _ = writeln!(text, "{}", line.trim_end());
                first.get_or_insert_with(|| token.clone());
            }
        }
    }
    let authority = match &arguments.ca_file {
        Some(file) if arguments.tls => Some(format!("--cacert {} ", file.display())),
        None if arguments.tls => None,
        _ => Some(String::new()),
    };
    match (first, authority) {
        (Some(token), Some(authority)) => {
            let call = format!("-d token={token} -d content=record -d format=csv");
            let _ = writeln!(text, "Try:\n  curl {authority}{call} {}", sandbox.url());
        }
        (_, None) => {
            text.push_str("Start with --ca-file FILE to get the certificate that clients have to trust.\n")
        }
        (None, _) => {}
    }
    text.push_str("Stop with Ctrl-C.\n");
    text
}

/// Listens for the signals to stop from now on; the future waits for one.
fn stop() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) =
            (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
