//! Times every stage of a run, the whole, and the floor beside them, at one size of the spec.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use redcap_generator::backend::{self, Input};
use redcap_generator::diagnostics::{FileId, Report, SourceFile};
use redcap_generator::model::Model;
use redcap_generator::model::lower::lower;
use redcap_generator::output::{self, FileSet, Mode};
use redcap_generator::pipeline::{self, Folder, Order};
use redcap_generator::spec::load::read_folder;
use redcap_generator::spec::raw::SpecFile;
use redcap_generator::spec::{check, decode, schema, tree};
use redcap_generator::view::{Selection, View};

use crate::table::{Column, Row};
use crate::{floor, scale};

/// Where the real inputs are, and where a run may write.
pub struct Ground<'a> {
    /// The files of the real spec, with paths that start with `spec/`.
    pub real: &'a [SourceFile],
    /// The folder of the templates.
    pub templates: &'a Path,
    /// A folder for the scaled spec and for the output.
    pub place: &'a Path,
}

impl Ground<'_> {
    fn spec(&self) -> PathBuf {
        self.place.join("spec")
    }

    fn out(&self) -> PathBuf {
        self.place.join("out")
    }

    /// Puts the scaled spec on disk and runs the generator once, which warms everything up and shows
    /// whether the folder has room.
    pub fn prepare(&self, times: usize) -> Result<Vec<SourceFile>, String> {
        let files = scale::times(self.real, times);
        fs::create_dir_all(self.spec().join("methods")).map_err(|error| error.to_string())?;
        for file in &files {
            fs::write(self.place.join(&file.path), &file.text).map_err(|error| error.to_string())?;
        }
        match pipeline::run(&self.order()) {
            Ok(_) => Ok(files),
            Err(pipeline::Failure::Input { files, report }) => Err(report.render(&files, false)),
            Err(failure) => Err(failure.to_string()),
        }
    }

    fn order(&self) -> Order {
        Order {
            spec: Folder { path: self.spec(), shown: "spec".to_owned() },
            templates: Folder { path: self.templates.to_owned(), shown: "templates".to_owned() },
            out: self.out(),
            version: None,
            only: None,
            mode: Mode::Write,
        }
    }

    fn without_output(&self) {
        if self.out().exists() {
            fs::remove_dir_all(self.out()).expect("the output can be removed");
        }
    }
}

/// Measures one size, whose files [`Ground::prepare`] has made.
///
/// # Panics
/// When anything fails: the numbers would mean nothing then.
pub fn measure(ground: &Ground<'_>, files: &[SourceFile], times: usize, rounds: usize) -> Column {
    let mut clock = Clock {
        rounds,
        rows: vec![Row::Heading("Stages, each for itself (only backend rust on all threads)")],
    };
    let read = clock.time("read the spec", || read(&ground.spec()));
    assert_eq!(read.len(), files.len(), "every file was read");
    let model = front(&mut clock, files);
    let view = clock.time("view of all versions", || View::new(&model, Selection::All));
    let output = back(&mut clock, ground, &model, &view);
    let methods = model.methods.len();
    drop((read, model, view));
    versus(&mut clock, ground, files, &output);
    clock.rows.push(Row::Heading("For comparison"));
    clock.time("the same YAML into serde_yaml values", || floor::values(files));
    Column { times, methods, rows: clock.rows }
}

fn read(spec: &Path) -> Vec<SourceFile> {
    read_folder(spec, "spec", |name| name.ends_with(".yaml"), &mut Report::default())
}

/// From text to the model.
fn front(clock: &mut Clock, files: &[SourceFile]) -> Model {
    let mut report = Report::default();
    let numbered = || files.iter().enumerate().map(|(index, file)| (FileId(index), file));
    let trees = clock.time("parse into trees", || {
        numbered().filter_map(|(id, file)| tree::parse(id, &file.text, &mut report)).collect::<Vec<_>>()
    });
    clock.time("check against the schema", || {
        let schema = schema::schema();
        trees.iter().for_each(|tree| check::check(tree, &schema, &mut report));
    });
    let sections = clock.time("decode into types", || {
        let sections = trees.iter().zip(numbered());
        let decoded =
            sections.map(|(tree, (id, _))| (id, decode::decode(tree).expect("the spec fits its types")));
        decoded.collect::<Vec<(FileId, SpecFile)>>()
    });
    drop(trees);
    let model =
        clock.time("lower, with all rules", || lower(files, &sections, &mut report).expect("no problems"));
    assert!(report.is_empty(), "{}", report.render(files, false));
    model
}

/// From the model to files.
fn back(clock: &mut Clock, ground: &Ground<'_>, model: &Model, view: &View) -> FileSet {
    let mut templates = read_folder(ground.templates, "templates", |_| true, &mut Report::default());
    for file in &mut templates {
        file.path = file.path.trim_start_matches("templates/").to_owned();
    }
    let input = Input { model, view, templates: &templates };
    let backends = backend::all();
    let mut output = FileSet::new("generator");
    for one in &backends {
        let label = format!("backend {}", one.id());
        let emitted = clock.time(&label, || one.emit(&input).expect("the backend works"));
        output.merge(emitted.files).expect("backends make different files");
    }
    let ids: Vec<&str> = backends.iter().map(|one| one.id()).collect();
    let write = || output::apply(&output, &ground.out(), &ids, Mode::Write).expect("the folder takes it");
    let first = clock.time_after(|| ground.without_output(), "write into an empty folder", write);
    assert_eq!(first.written.len(), output.len() + 1, "all files and the manifest");
    let again = clock.time("write again, nothing changed", write);
    assert!(again.written.is_empty(), "an unchanged run writes nothing");
    output
}

/// The whole run, and the parts of the floor: the last two are for the first and the second kind of run.
const LABELS: [&str; 8] = [
    "generate into an empty folder",
    "generate again, nothing changed",
    "read the same files",
    "the same YAML into events",
    "the same tokens into syntax trees",
    "the same syntax trees into text",
    "write the same bytes",
    "read the same bytes and compare",
];

/// The whole run and the floor, in turn: the machine may be slower in one minute than in the next, and
/// their ratio should not suffer from it.
fn versus(clock: &mut Clock, ground: &Ground<'_>, files: &[SourceFile], output: &FileSet) {
    let (order, out) = (ground.order(), ground.out());
    let run = || {
        let (outcome, time) = timed(|| pipeline::run(&order));
        (outcome.unwrap_or_else(|failure| panic!("{failure}")), time)
    };
    let mut rounds = Vec::new();
    for _ in 0..clock.rounds {
        ground.without_output();
        let (_, empty) = run();
        let (outcome, again) = run();
        assert!(outcome.summary.written.is_empty(), "an unchanged run writes nothing");
        let (_, reading) = timed(|| read(&ground.spec()));
        let (_, events) = timed(|| floor::events(files));
        let (parsing, formatting) = floor::tokens(output);
        ground.without_output();
        let (written, writing) = timed(|| floor::write(output, &out));
        let (same, comparing) = timed(|| floor::compare(output, &out));
        assert!(written.is_ok() && same, "what was written is there");
        rounds.push([empty, again, reading, events, parsing, formatting, writing, comparing]);
    }
    for (index, label) in LABELS.into_iter().enumerate() {
        match index {
            0 => clock.rows.push(Row::Heading("Whole run, on all threads")),
            2 => clock.rows.push(Row::Heading("Floor, on one thread")),
            _ => {}
        }
        let time = median(rounds.iter().map(|round| round[index]).collect());
        clock.rows.push(Row::Time(label.to_owned(), time));
    }
    clock.rows.push(Row::Heading("Whole run against the floor"));
    for (label, whole, last) in [("into an empty folder", 0, 6), ("again, nothing changed", 1, 7)] {
        let ratios = rounds.iter().map(|round| {
            let floor: Duration = round[2..6].iter().chain([&round[last]]).sum();
            round[whole].as_secs_f64() / floor.as_secs_f64()
        });
        let mut ratios: Vec<f64> = ratios.collect();
        ratios.sort_by(f64::total_cmp);
        clock.rows.push(Row::Ratio(label, ratios[ratios.len() / 2]));
    }
}

struct Clock {
    rounds: usize,
    rows: Vec<Row>,
}

impl Clock {
    /// Does something several times and notes the median.
    fn time<T>(&mut self, label: &str, run: impl FnMut() -> T) -> T {
        self.time_after(|| (), label, run)
    }

    /// As [`Clock::time`], with a preparation of each round. It is not measured, nor is the time in
    /// which the result of the round before is dropped.
    fn time_after<T>(&mut self, prepare: impl Fn(), label: &str, mut run: impl FnMut() -> T) -> T {
        let mut result = None;
        let mut times = Vec::with_capacity(self.rounds);
        for _ in 0..self.rounds {
            drop(result.take());
            prepare();
            let (made, time) = timed(&mut run);
            times.push(time);
            result = Some(made);
        }
        self.rows.push(Row::Time(label.to_owned(), median(times)));
        result.expect("there is at least one round")
    }
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = run();
    (made, start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
