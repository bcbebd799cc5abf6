//! Where a language is set up, built and run.
//!
//! What is slow is done once and kept between runs below the target folder, for as long as what it depends on stays the
//! same: a stamp holds the hash of it.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use redcap_generator::backend::samples::Language;

use crate::generated::{self, GENERATED};
use crate::process::{self, BUILD, Done, RUN};

/// A language with its files, and folders to work in.
#[derive(Debug)]
pub struct Workshop {
    /// The language.
    pub language: Arc<Language>,
    /// Its files, with their paths below its folder.
    pub files: Vec<(String, Vec<u8>)>,
    home: PathBuf,
    ready: OnceLock<Result<(), String>>,
    built: Mutex<BTreeMap<String, Built>>,
    /// Held while texts are printed back: what is built for it may lie in one place for all batches.
    echo: Mutex<()>,
}

/// Whether one file is built; found out once.
type Built = Arc<OnceLock<Result<(), String>>>;

impl Workshop {
    /// A place for a language, below a folder for that of all languages. Nothing is done yet.
    pub fn new(language: Arc<Language>, folder: &Path) -> Workshop {
        let files = GENERATED.files(&language);
        let home = folder.join(&language.id);
        Workshop {
            language,
            files,
            home,
            ready: OnceLock::new(),
            built: Mutex::default(),
            echo: Mutex::default(),
        }
    }

    /// The copy of the language's folder.
    pub fn folder(&self) -> PathBuf {
        self.home.join("files")
    }

    fn build_folder(&self) -> PathBuf {
        self.home.join("build")
    }

    /// An empty folder for a trial.
    pub fn scratch(&self, trial: &str) -> PathBuf {
        let folder = self.home.join("work").join(trial.replace("::", "/"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    /// Text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        let (_, bytes) = self.files.iter().find(|(known, _)| known == path)?;
        std::str::from_utf8(bytes).ok()
    }

    /// Paths of the sources: the examples of methods and the workflows.
    pub fn sources(&self) -> Vec<&str> {
        let ending = format!(".{}", self.language.extension);
        let groups: Vec<&str> =
            GENERATED.view.model.groups.iter().map(|group| group.id.as_str()).chain(["workflow"]).collect();
        let is_source = |path: &&str| {
            path.ends_with(&ending)
                && path.split_once('/').is_some_and(|(folder, _)| groups.contains(&folder))
        };
        self.files.iter().map(|(path, _)| path.as_str()).filter(is_source).collect()
    }

    /// Copies, sets up and builds, the first time; after that only says how it went.
    ///
    /// # Errors
    /// What failed: in full the first time, after that in short.
    pub fn ready(&self) -> Result<(), String> {
        let mut is_first = false;
        let ready = self.ready.get_or_init(|| {
            is_first = true;
            self.prepare()
        });
        match ready {
            Err(_) if !is_first => {
                Err("the language is not ready: another of its trials says why".to_owned())
            }
            ready => ready.clone(),
        }
    }

    fn prepare(&self) -> Result<(), String> {
        let test = &self.language.test;
        let sources = self.sources();
        let others: Vec<_> = self
            .files
            .iter()
            .filter(|(path, _)| !sources.contains(&path.as_str()) && !path.ends_with(".md"))
            .collect();
        let setup = hash(&(&test.setup, others));
        if !self.is_stamped("setup", setup) {
            for folder in ["files", "build", "stamps"] {
                let _ = fs::remove_dir_all(self.home.join(folder));
            }
        }
        fs::create_dir_all(self.build_folder()).expect("a folder");
        let is_set_up = self.is_stamped("setup", setup);
        // What was set up may have changed files that are no sources.
        self.copy(|path| !is_set_up || sources.contains(&path));
        if !is_set_up {
            self.all(&test.setup)?;
            self.stamp("setup", setup);
        }
        let build = hash(&(setup, &test.build, &self.files));
        if !self.is_stamped("build", build) {
            self.all(&test.build)?;
            self.stamp("build", build);
        }
        Ok(())
    }

    /// Writes what is wanted and changed since the last run, and removes what is gone.
    fn copy(&self, is_wanted: impl Fn(&str) -> bool) {
        let list = self.home.join("stamps/files");
        let known = fs::read_to_string(&list).unwrap_or_default();
        for path in known.lines().filter(|path| !self.files.iter().any(|(own, _)| own == path)) {
            let _ = fs::remove_file(self.folder().join(path));
        }
        for (path, bytes) in self.files.iter().filter(|(path, _)| is_wanted(path)) {
            let place = self.folder().join(path);
            if fs::read(&place).ok().as_ref() != Some(bytes) {
                write(&place, bytes);
            }
        }
        let paths: Vec<&str> = self.files.iter().map(|(path, _)| path.as_str()).collect();
        write(&list, paths.join("\n").as_bytes());
    }

    /// Builds one source, the first time.
    ///
    /// # Errors
    /// What failed, in full.
    pub fn build(&self, source: &str) -> Result<(), String> {
        let built = {
            let mut all = self.built.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry(source.to_owned()).or_default())
        };
        built.get_or_init(|| self.build_one(source)).clone()
    }

    fn build_one(&self, source: &str) -> Result<(), String> {
        let commands = &self.language.test.build_each;
        if commands.is_empty() {
            return Ok(());
        }
        let stamp = format!("each-{}", stem(Path::new(source)));
        let state = hash(&(commands, self.text(source), source));
        if self.is_stamped(&stamp, state) {
            return Ok(());
        }
        let file = self.folder().join(source);
        for command in commands {
            let command = self.command(command, Some(&file), None);
            good(process::run(&command, &self.folder(), &[], BUILD))?;
        }
        self.stamp(&stamp, state);
        Ok(())
    }

    /// Runs one source in a folder.
    pub fn run(&self, source: &str, folder: &Path, variables: &[(&str, &str)]) -> Done {
        let command = self.language.test.run.as_deref().unwrap_or_default();
        let command = self.command(command, Some(&self.folder().join(source)), None);
        process::run(&command, folder, variables, RUN)
    }

    /// Runs commands for the whole folder, one after the other.
    ///
    /// # Errors
    /// What the first that fails said.
    pub fn all(&self, commands: &[Vec<String>]) -> Result<(), String> {
        commands.iter().try_for_each(|command| {
            let command = self.command(command, None, None);
            good(process::run(&command, &self.folder(), &[], BUILD)).map(drop)
        })
    }

    /// Runs the linters.
    ///
    /// # Errors
    /// What they found.
    pub fn lint(&self) -> Result<(), String> {
        for command in &self.language.test.lint {
            let command = self.command(command, None, None);
            let done = process::run(&command, &self.folder(), &[], BUILD);
            if !done.is_success() || !done.said().trim().is_empty() {
                return Err(done.to_string());
            }
        }
        Ok(())
    }

    /// Builds and runs the program that prints texts back, in a folder of its own.
    ///
    /// # Errors
    /// What went wrong.
    pub fn echo(&self, text: &str, batch: &Path) -> Result<String, String> {
        let echo = self.language.test.echo.as_ref().ok_or("language.yaml has no `test.echo`")?;
        let _alone = self.echo.lock().unwrap_or_else(PoisonError::into_inner);
        let file = batch.join(&echo.file);
        write(&file, text.as_bytes());
        for command in &echo.build {
            good(process::run(&self.command(command, Some(&file), Some(batch)), batch, &[], BUILD))?;
        }
        let run = self.command(&echo.run, Some(&file), Some(batch));
        good(process::run(&run, batch, &[], RUN)).map(|done| done.stdout)
    }

    /// A command with its placeholders filled.
    fn command(&self, command: &[String], file: Option<&Path>, batch: Option<&Path>) -> Vec<String> {
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        let mut filled = Vec::new();
        for argument in command {
            if argument == "{files}" {
                filled.extend(self.sources().into_iter().map(|path| shown(&self.folder().join(path))));
                continue;
            }
            let mut argument = argument
                .replace("{folder}", &shown(&self.folder()))
                .replace("{build}", &shown(&self.build_folder()))
                .replace("{root}", &shown(&generated::root()));
            if let Some(file) = file {
                argument = argument.replace("{file}", &shown(file)).replace("{stem}", &stem(file));
            }
            if let Some(batch) = batch {
                argument = argument.replace("{batch}", &shown(batch));
            }
            filled.push(argument);
        }
        filled
    }

    fn is_stamped(&self, name: &str, state: u64) -> bool {
        fs::read_to_string(self.home.join("stamps").join(name)).is_ok_and(|known| known == state.to_string())
    }

    fn stamp(&self, name: &str, state: u64) {
        write(&self.home.join("stamps").join(name), state.to_string().as_bytes());
    }
}

fn good(done: Done) -> Result<Done, String> {
    if done.is_success() { Ok(done) } else { Err(done.to_string()) }
}

fn write(place: &Path, bytes: &[u8]) {
    fs::create_dir_all(place.parent().expect("a folder above")).expect("a folder");
    fs::write(place, bytes).expect("a file");
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
