//! The files that backends made, in memory.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::disk::{MANIFEST, TEMPORARY};
use super::path::{OutPath, PathError, fold_case, folders_of};
use super::stamp::{Comment, Unfit};

/// One file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutFile {
    backend: String,
    bytes: Vec<u8>,
}

impl OutFile {
    /// The backend that made the file.
    pub fn backend(&self) -> &str {
        &self.backend
    }

    /// All that is in the file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The whole text: header included, lines ended by LF, one of them at the end. None for what is no text.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }
}

/// Files of one backend, or of several once merged. A set can always be written as it is, with the same
/// result on every system: whatever could not is refused when it is added.
#[derive(Clone, Debug, Default)]
pub struct FileSet {
    backend: String,
    files: BTreeMap<OutPath, OutFile>,
    /// Which backend tolerates which file or folder.
    tolerated: BTreeSet<(OutPath, String)>,
    /// Every file and every folder that holds one, by its spelling without case.
    names: BTreeMap<String, Name>,
}

/// A file or folder as it is spelled in a set.
#[derive(Clone, Debug)]
struct Name {
    spelling: String,
    is_file: bool,
}

/// Why something cannot be added to a file set.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileSetError {
    /// The path itself is unusable.
    #[error(transparent)]
    Path(#[from] PathError),
    /// Two files have the same path.
    #[error("{path} is made twice, by the backends `{first}` and `{second}`; give one of them another path")]
    Duplicate {
        /// The path of both.
        path: OutPath,
        /// The backend that came first.
        first: String,
        /// The backend that came second.
        second: String,
    },
    /// Two paths differ in nothing but case, so they are one path on macOS and Windows.
    #[error(
        "{path} and {other} differ only in case, which macOS and Windows ignore; spell them alike or rename one"
    )]
    OnlyCaseDiffers {
        /// The path that came second.
        path: String,
        /// The path, or folder, that came first.
        other: String,
    },
    /// A file has the path of a folder that other files need.
    #[error("{file} is a file, but {inner} needs it to be a folder; rename one")]
    FileIsFolder {
        /// The path that is a file.
        file: String,
        /// A path below it.
        inner: String,
    },
    /// The extension of a file tells no comment style.
    #[error(
        "no comment style is known for {path}: name one with `add_with_comment`, or use `add_plain` if its format has no comments"
    )]
    UnknownExtension {
        /// The file.
        path: OutPath,
    },
    /// A header cannot say what the file comes from.
    #[error("{path} has no sources; name at least one file or folder that a reader has to change instead")]
    NoSource {
        /// The file.
        path: OutPath,
    },
    /// The name of a source would break the header.
    #[error("{path} cannot name its source {name:?} in a comment; rename that source")]
    UnfitSource {
        /// The file.
        path: OutPath,
        /// The source.
        name: String,
    },
    /// A path that the writer uses itself.
    #[error(
        "{path} is reserved: the writer keeps its own files in `manifest.json` and `.tmp`; choose another path"
    )]
    Reserved {
        /// The path.
        path: OutPath,
    },
    /// A file was made where another tool is expected to leave its own.
    #[error("{path} is made by a backend, but {tolerated} is left to another tool; drop one of the two")]
    Tolerated {
        /// The file that was made.
        path: OutPath,
        /// The tolerated file or folder.
        tolerated: OutPath,
    },
}

impl FileSet {
    /// An empty set for the files of one backend.
    pub fn new(backend: &str) -> FileSet {
        FileSet { backend: backend.to_owned(), ..FileSet::default() }
    }

    /// Adds a file with a header that names its sources, in the comment style that its extension tells.
    /// Line ends become LF, and exactly one of them ends the text.
    pub fn add(&mut self, path: &str, sources: &[String], text: String) -> Result<(), FileSetError> {
        let path = OutPath::new(path)?;
        match Comment::for_path(&path) {
            Some(comment) => self.add_stamped(path, sources, &comment, &text),
            None => Err(FileSetError::UnknownExtension { path }),
        }
    }

    /// Like [`FileSet::add`], for a format whose comment style the caller knows.
    pub fn add_with_comment(
        &mut self,
        path: &str,
        sources: &[String],
        comment: &Comment,
        text: String,
    ) -> Result<(), FileSetError> {
        self.add_stamped(OutPath::new(path)?, sources, comment, &text)
    }

    /// Adds a file without a header, for a format that has no comments. An empty text stays empty.
    pub fn add_plain(&mut self, path: &str, text: String) -> Result<(), FileSetError> {
        let file = OutFile { backend: self.backend.clone(), bytes: normal(&text).into_bytes() };
        self.insert(OutPath::new(path)?, file)
    }

    /// Adds a file that is no text, as it is.
    pub fn add_bytes(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), FileSetError> {
        let file = OutFile { backend: self.backend.clone(), bytes };
        self.insert(OutPath::new(path)?, file)
    }

    /// Names a file or folder that another tool leaves in the output. It is never written, reported or
    /// removed, and nothing below it is.
    pub fn tolerate(&mut self, path: &str) -> Result<(), FileSetError> {
        let path = OutPath::new(path)?;
        self.insert_tolerated(path, self.backend.clone())
    }

    /// Takes over the files of another set; each keeps the backend that made it. After an error the set is
    /// incomplete and good for nothing.
    pub fn merge(&mut self, other: FileSet) -> Result<(), FileSetError> {
        for (path, file) in other.files {
            self.insert(path, file)?;
        }
        for (path, backend) in other.tolerated {
            self.insert_tolerated(path, backend)?;
        }
        Ok(())
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutPath, &OutFile)> {
        self.files.iter()
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&OutFile> {
        self.files.get(&OutPath::new(path).ok()?)
    }

    /// Whether a file has this path.
    pub(super) fn has(&self, path: &OutPath) -> bool {
        self.files.contains_key(path)
    }

    /// The tolerated files and folders, with the backend that named each.
    pub(super) fn tolerated(&self) -> impl Iterator<Item = (&OutPath, &str)> {
        self.tolerated.iter().map(|(path, backend)| (path, backend.as_str()))
    }

    /// Whether this path is a folder that holds some file, in whatever case it is spelled.
    pub(super) fn has_folder(&self, path: &OutPath) -> bool {
        self.names.get(&fold_case(path.as_str())).is_some_and(|name| !name.is_file)
    }

    /// Whether an old file at `path`, which is not in the set, could occupy the place of a file or folder of
    /// the set on some system: it is spelled differently, or one is a file where the other is a folder.
    pub(super) fn clashes_with(&self, path: &OutPath) -> bool {
        let folder_clashes = path.folders().any(|folder| {
            let name = self.names.get(&fold_case(folder));
            name.is_some_and(|name| name.is_file || name.spelling != folder)
        });
        folder_clashes || self.names.contains_key(&fold_case(path.as_str()))
    }

    fn add_stamped(
        &mut self,
        path: OutPath,
        sources: &[String],
        comment: &Comment,
        text: &str,
    ) -> Result<(), FileSetError> {
        match comment.stamp(sources, &normal(text)) {
            Ok(text) => {
                self.insert(path, OutFile { backend: self.backend.clone(), bytes: text.into_bytes() })
            }
            Err(Unfit::NoSource) => Err(FileSetError::NoSource { path }),
            Err(Unfit::Source(name)) => Err(FileSetError::UnfitSource { path, name }),
        }
    }

    fn insert(&mut self, path: OutPath, file: OutFile) -> Result<(), FileSetError> {
        if is_reserved(&path) {
            return Err(FileSetError::Reserved { path });
        }
        if let Some((tolerated, _)) = self.tolerated.iter().find(|(tolerated, _)| path.is_within(tolerated)) {
            return Err(FileSetError::Tolerated { path, tolerated: tolerated.clone() });
        }
        if let Some(first) = self.files.get(&path) {
            return Err(FileSetError::Duplicate { path, first: first.backend.clone(), second: file.backend });
        }
        let names = || path.folders().map(|folder| (folder, false)).chain([(path.as_str(), true)]);
        for (spelling, is_file) in names() {
            self.refuse_clash(spelling, is_file, path.as_str())?;
        }
        for (spelling, is_file) in names() {
            self.names.insert(fold_case(spelling), Name { spelling: spelling.to_owned(), is_file });
        }
        self.files.insert(path, file);
        Ok(())
    }

    fn insert_tolerated(&mut self, path: OutPath, backend: String) -> Result<(), FileSetError> {
        if is_reserved(&path) {
            return Err(FileSetError::Reserved { path });
        }
        if let Some(made) = self.files.keys().find(|made| made.is_within(&path)) {
            return Err(FileSetError::Tolerated { path: made.clone(), tolerated: path });
        }
        self.tolerated.insert((path, backend));
        Ok(())
    }

    /// Refuses a file or folder that `path` needs if it contradicts an earlier one.
    fn refuse_clash(&self, spelling: &str, is_file: bool, path: &str) -> Result<(), FileSetError> {
        let Some(known) = self.names.get(&fold_case(spelling)) else { return Ok(()) };
        if known.spelling != spelling {
            let (path, other) = (spelling.to_owned(), known.spelling.clone());
            return Err(FileSetError::OnlyCaseDiffers { path, other });
        }
        let inner = match (known.is_file, is_file) {
            (false, false) => return Ok(()),
            (true, _) => path,
            (false, true) => {
                let mut files = self.files.keys().map(OutPath::as_str);
                files.find(|file| folders_of(file).any(|folder| folder == spelling)).unwrap_or_default()
            }
        };
        Err(FileSetError::FileIsFolder { file: spelling.to_owned(), inner: inner.to_owned() })
    }
}

/// Whether the writer uses this path itself, in any case.
pub(super) fn is_reserved(path: &OutPath) -> bool {
    let folded = fold_case(path.as_str());
    let top = folded.split('/').next().unwrap_or_default();
    top == MANIFEST || top == TEMPORARY
}

/// The text with LF line ends and exactly one at the end, and without a byte order mark.
fn normal(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut normal = text.replace("\r\n", "\n").replace('\r', "\n");
    normal.truncate(normal.trim_end_matches('\n').len());
    if !text.is_empty() {
        normal.push('\n');
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(backend: &str, paths: &[&str]) -> Result<FileSet, FileSetError> {
        let mut set = FileSet::new(backend);
        paths.iter().try_for_each(|path| set.add_plain(path, "x\n".to_owned()))?;
        Ok(set)
    }

    fn text_of(text: &str) -> String {
        let mut set = FileSet::new("a");
        set.add_plain("x", text.to_owned()).unwrap();
        set.get("x").unwrap().text().unwrap().to_owned()
    }

    #[test]
    fn text_is_made_uniform() {
        for (text, expected) in [
            ("a", "a\n"),
            ("a\n", "a\n"),
            ("a\n\n\n", "a\n"),
            ("a\r\nb\r\n\r\n", "a\nb\n"),
            ("a\rb", "a\nb\n"),
            ("\u{feff}a\n", "a\n"),
            ("\n  a  \n", "\n  a  \n"),
            ("\n", "\n"),
            ("", ""),
        ] {
            assert_eq!(text_of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn headers_come_from_the_extension_or_the_caller() {
        let sources = ["spec/arms.yaml".to_owned()];
        let mut set = FileSet::new("a");
        set.add("a.rs", &sources, "fn a() {}\r\n\r\n".to_owned()).unwrap();
        set.add_with_comment("a.R", &sources, &Comment::line("#'"), "a <- 1".to_owned()).unwrap();
        let text = set.get("a.rs").unwrap().text().unwrap();
        assert!(text.starts_with("// Made by `cargo run generate` from spec/arms.yaml.\n"), "{text}");
        assert!(text.ends_with("\n\nfn a() {}\n") && !text.contains('\r'), "{text}");
        assert!(set.get("a.R").unwrap().text().unwrap().starts_with("#' Made by"));
        let error = set.add("a.json", &sources, "{}".to_owned()).unwrap_err();
        assert!(error.to_string().contains("add_plain"), "{error}");
        assert!(matches!(set.add("b.rs", &[], String::new()), Err(FileSetError::NoSource { .. })));
        let odd = ["a\nb".to_owned()];
        assert!(matches!(set.add("b.rs", &odd, String::new()), Err(FileSetError::UnfitSource { .. })));
        assert_eq!(set.len(), 2);
    }

    #[test]
    fn paths_that_clash_are_refused() {
        let clash = |paths: &[&str]| filled("a", paths).unwrap_err().to_string();
        assert!(clash(&["a/b", "a/b"]).contains("made twice"));
        for paths in [["a/B.md", "a/b.md"], ["Docs/a", "docs/b"], ["docs/a/x", "docs/A/y"], ["É", "é"]] {
            assert!(clash(&paths).contains("only in case"), "{paths:?}");
        }
        for paths in [["a", "a/b"], ["a/b", "a"], ["a/b/c/d", "a/b"]] {
            assert!(clash(&paths).contains("to be a folder"), "{paths:?}");
        }
        assert_eq!(clash(&["a/b/c", "a"]), "a is a file, but a/b/c needs it to be a folder; rename one");
        for path in ["manifest.json", "Manifest.JSON", ".tmp", ".tmp/x", ".TMP/x", "manifest.json/x"] {
            assert!(clash(&[path]).contains("reserved"), "{path}");
        }
        assert!(filled("a", &["a/manifest.json", "a/.tmp", "a.b", "a-b", "ab"]).is_ok());
        assert!(clash(&["../x"]).contains("`..`"));
    }

    #[test]
    fn a_merged_set_remembers_who_made_what() {
        let mut whole = filled("rust", &["rust/a", "b"]).unwrap();
        whole.merge(filled("docs", &["docs/a"]).unwrap()).unwrap();
        let made: Vec<_> = whole.iter().map(|(path, file)| (path.as_str(), file.backend())).collect();
        assert_eq!(made, [("b", "rust"), ("docs/a", "docs"), ("rust/a", "rust")]);
        let error = whole.clone().merge(filled("docs", &["rust/a"]).unwrap()).unwrap_err();
        assert!(error.to_string().contains("`rust` and `docs`"), "{error}");
        let error = whole.merge(filled("docs", &["RUST/x"]).unwrap()).unwrap_err();
        assert!(matches!(error, FileSetError::OnlyCaseDiffers { .. }), "{error}");
    }

    #[test]
    fn nothing_is_made_where_another_tool_works() {
        let mut set = filled("rust", &["rust/src/lib.rs"]).unwrap();
        set.tolerate("rust/target").unwrap();
        set.tolerate("rust/target").unwrap();
        let error = set.add_plain("rust/target/x", "x".to_owned()).unwrap_err();
        assert!(matches!(error, FileSetError::Tolerated { .. }), "{error}");
        assert!(matches!(set.tolerate("rust/src"), Err(FileSetError::Tolerated { .. })));
        assert!(matches!(set.tolerate(".tmp"), Err(FileSetError::Reserved { .. })));
        set.add_plain("rust/target.md", "x".to_owned()).unwrap();
        let error = set.merge(filled("docs", &["rust/target"]).unwrap()).unwrap_err();
        assert!(matches!(error, FileSetError::Tolerated { .. }), "{error}");
    }
}
