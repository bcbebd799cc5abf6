//! The comparison of a file set with the output folder, and from it everything that a run would do.
//!
//! Making a plan changes nothing. Whatever would stop the run half-way and can be seen in advance is found
//! here, all of it at once.

use std::collections::{BTreeMap, BTreeSet};

use super::disk::{Disk, Found, MANIFEST, TEMPORARY};
use super::error::{OutputError, Problem};
use super::file_set::FileSet;
use super::manifest::Manifest;
use super::path::{OutPath, fold_case};

/// What stands between the output folder and the file set.
#[derive(Default)]
pub(super) struct Plan {
    /// Files to write, sorted, with whether an older one is replaced.
    pub writes: Vec<(OutPath, bool)>,
    /// How many files are right already.
    pub unchanged: usize,
    /// Places of earlier files that have to be cleared before anything is written, because a file or folder
    /// of the set goes there.
    pub in_the_way: Vec<OutPath>,
    /// Folders to clear after that for the same reason; they hold nothing then.
    pub emptied: Vec<OutPath>,
    /// Places of earlier files to clear once everything is written. The file may be gone already and only
    /// its empty folders be left.
    pub stale: Vec<OutPath>,
    /// Those of the two that hold a file, sorted.
    pub removed: Vec<OutPath>,
    /// The manifest that is on disk, if any.
    pub manifest_found: Option<Vec<u8>>,
    /// The manifest during the run: what was there and what will be.
    pub manifest_during: String,
    /// The manifest after the run.
    pub manifest_after: String,
    /// What backends that were not run made.
    pub others: BTreeSet<OutPath>,
    /// What backends that were not run leave to other tools.
    pub others_tolerated: BTreeSet<OutPath>,
    /// What should be known but stops nothing.
    pub warnings: Vec<String>,
}

impl Plan {
    /// Compares `set`, made by the backends `run`, with the output folder.
    pub fn make(set: &FileSet, disk: &Disk, run: &[&str]) -> Result<Plan, OutputError> {
        let run: BTreeSet<&str> = run.iter().copied().collect();
        let mut survey = Survey { disk, folders: BTreeMap::new(), problems: BTreeSet::new() };
        survey.look_at_root();
        let mut plan = Plan::default();
        let mut new = Manifest::of(set);
        for backend in new.files.keys().chain(new.tolerated.keys()) {
            if !run.contains(backend.as_str()) {
                survey.problems.insert(Problem::NotRun { backend: backend.clone() });
            }
        }
        plan.manifest_found = survey.read_manifest();
        survey.look_at_temporary();
        let old = match &plan.manifest_found {
            Some(bytes) => Manifest::read(bytes, &mut plan.warnings),
            None => Manifest::default(),
        };
        plan.keep_others(&old, &run, &mut new);
        let stale = plan.find_stale(&old, &run, set, &mut survey);
        plan.compare(set, &stale, &mut survey);
        plan.manifest_after = new.text();
        for (backend, files) in &old.files {
            new.add_files(backend, files.iter().filter(|&file| stale.contains(file)));
        }
        plan.manifest_during = new.text();
        if survey.problems.is_empty() {
            Ok(plan)
        } else {
            Err(OutputError::Problems(survey.problems.into_iter().collect()))
        }
    }

    /// Whether the manifest on disk is not the one that must be there after the run.
    pub fn manifest_differs(&self) -> bool {
        self.manifest_found.as_deref() != Some(self.manifest_after.as_bytes())
    }

    /// Carries over what the old manifest says of backends that were not run.
    fn keep_others(&mut self, old: &Manifest, run: &BTreeSet<&str>, new: &mut Manifest) {
        for (backend, files) in old.files.iter().filter(|(backend, _)| !run.contains(backend.as_str())) {
            new.add_files(backend, files.iter());
            self.others.extend(files.iter().cloned());
        }
        for (backend, places) in old.tolerated.iter().filter(|(backend, _)| !run.contains(backend.as_str())) {
            new.tolerated.insert(backend.clone(), places.clone());
            self.others_tolerated.extend(places.iter().cloned());
        }
    }

    /// Finds the files of earlier runs that have to go, and sorts them by when they have to.
    fn find_stale(
        &mut self,
        old: &Manifest,
        run: &BTreeSet<&str>,
        set: &FileSet,
        survey: &mut Survey<'_>,
    ) -> BTreeSet<OutPath> {
        let recorded = old.files.iter().filter(|(backend, _)| run.contains(backend.as_str()));
        let recorded: BTreeSet<&OutPath> = recorded.flat_map(|(_, files)| files).collect();
        let mut stale = BTreeSet::new();
        for path in recorded {
            let mut tolerated = set.tolerated().map(|(place, _)| place).chain(&self.others_tolerated);
            if set.has(path) || self.others.contains(path) || tolerated.any(|place| path.is_within(place)) {
                continue;
            }
            match survey.look(path) {
                Sight::Refused => continue,
                Sight::Seen(Found::File { .. }) => self.removed.push(path.clone()),
                Sight::Seen(Found::Nothing) | Sight::FileAbove(_) => {}
                Sight::Seen(_) if set.has_folder(path) => continue,
                Sight::Seen(_) => {
                    self.warnings.push(format!(
                        "{path} was a file of an earlier run and is none now; it is left alone"
                    ));
                    continue;
                }
            }
            stale.insert(path.clone());
            let queue = if set.clashes_with(path) { &mut self.in_the_way } else { &mut self.stale };
            queue.push(path.clone());
        }
        stale
    }

    /// Compares each file of the set with what is in its place.
    fn compare(&mut self, set: &FileSet, stale: &BTreeSet<OutPath>, survey: &mut Survey<'_>) {
        // Where case is ignored, clearing the old spelling of a name takes away the new one.
        let cleared: BTreeSet<String> = self.in_the_way.iter().map(|old| fold_case(old.as_str())).collect();
        let lost = |path: &OutPath| !cleared.is_empty() && cleared.contains(&fold_case(path.as_str()));
        let mut emptied = Vec::new();
        for (path, file) in set.iter() {
            match survey.look(path) {
                Sight::Refused => {}
                Sight::Seen(Found::Nothing) => self.writes.push((path.clone(), false)),
                Sight::FileAbove(above) if stale.contains(&above) => self.writes.push((path.clone(), false)),
                Sight::FileAbove(above) => {
                    let place = survey.disk.place(above.as_str());
                    survey.problems.insert(Problem::FileInTheWay { place });
                }
                Sight::Seen(Found::File { len }) => {
                    if survey.is_same(path, len, file.bytes()) && !lost(path) {
                        self.unchanged += 1;
                    } else {
                        self.writes.push((path.clone(), true));
                    }
                }
                Sight::Seen(_) if survey.holds_only(path, stale) => {
                    emptied.push(path.clone());
                    self.writes.push((path.clone(), false));
                }
                Sight::Seen(_) => {
                    let place = survey.disk.place(path.as_str());
                    survey.problems.insert(Problem::FolderInTheWay { place });
                }
            }
        }
        self.emptied = emptied;
    }
}

/// What was seen at a path.
enum Sight {
    /// A file, a folder or nothing.
    Seen(Found),
    /// Nothing, because this file is where a folder of the path would be.
    FileAbove(OutPath),
    /// Something that was reported as a problem.
    Refused,
}

/// Looks at the output folder and collects the problems.
struct Survey<'a> {
    disk: &'a Disk,
    /// What the folders of the paths seen so far are. `None` stands for a problem.
    folders: BTreeMap<String, Option<Found>>,
    problems: BTreeSet<Problem>,
}

impl Survey<'_> {
    /// Looks at the output folder. If it is not there, or not usable, nothing below it is looked at.
    fn look_at_root(&mut self) {
        let found = self.disk.look_at_root().map_err(|problem| self.problems.insert(problem));
        self.folders.insert(String::new(), found.ok());
    }

    /// Looks at a path without following a link.
    fn look(&mut self, path: &OutPath) -> Sight {
        for folder in std::iter::once("").chain(path.folders()) {
            let found = match self.folders.get(folder) {
                Some(&found) => found,
                None => {
                    let found = self.look_here(folder);
                    self.folders.insert(folder.to_owned(), found);
                    found
                }
            };
            match found {
                Some(Found::Folder) => {}
                Some(Found::File { .. }) => {
                    // A part of a path that can be used can be used itself.
                    return OutPath::new(folder).map_or(Sight::Refused, Sight::FileAbove);
                }
                Some(_) => return Sight::Seen(Found::Nothing),
                None => return Sight::Refused,
            }
        }
        self.look_here(path.as_str()).map_or(Sight::Refused, Sight::Seen)
    }

    /// Looks at a path whose folders are known to be folders. Anything but a file or a folder is a problem.
    fn look_here(&mut self, path: &str) -> Option<Found> {
        let place = || self.disk.place(path);
        let problem = match self.disk.look(path) {
            Ok(Found::Link) => Problem::Link { place: place() },
            Ok(Found::Other) => Problem::NotAFile { place: place() },
            Ok(found) => return Some(found),
            Err(problem) => problem,
        };
        self.problems.insert(problem);
        None
    }

    /// Looks at a path at the top of the output folder that only the writer uses.
    fn look_at_own(&mut self, name: &str) -> Option<Found> {
        match self.folders.get("") {
            Some(Some(Found::Folder)) => self.look_here(name),
            _ => Some(Found::Nothing),
        }
    }

    /// The manifest on disk.
    fn read_manifest(&mut self) -> Option<Vec<u8>> {
        let problem = match self.look_at_own(MANIFEST)? {
            Found::File { .. } => match self.disk.read(MANIFEST) {
                Ok(bytes) => return Some(bytes),
                Err(problem) => problem,
            },
            Found::Folder => Problem::FolderInTheWay { place: self.disk.place(MANIFEST) },
            _ => return None,
        };
        self.problems.insert(problem);
        None
    }

    fn look_at_temporary(&mut self) {
        if let Some(Found::File { .. }) = self.look_at_own(TEMPORARY) {
            self.problems.insert(Problem::FileInTheWay { place: self.disk.place(TEMPORARY) });
        }
    }

    /// Whether a file holds these bytes; `len` saves reading most of those that do not.
    fn is_same(&mut self, path: &OutPath, len: u64, bytes: &[u8]) -> bool {
        if len != bytes.len() as u64 {
            return false;
        }
        match self.disk.read(path.as_str()) {
            Ok(found) => found == bytes,
            Err(problem) => {
                self.problems.insert(problem);
                false
            }
        }
    }

    /// Whether a folder was made for files of an earlier run and holds nothing but those that have to go.
    fn holds_only(&mut self, folder: &OutPath, stale: &BTreeSet<OutPath>) -> bool {
        if !stale.iter().any(|path| path.is_within(folder)) {
            return false;
        }
        let known = |path: &str| OutPath::new(path).is_ok_and(|path| stale.contains(&path));
        match self.disk.walk(folder.as_str(), &known) {
            Ok(others) => others.is_empty(),
            Err(problem) => {
                self.problems.insert(problem);
                true
            }
        }
    }
}
