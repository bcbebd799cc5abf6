//! The data file of a language: `templates/examples/<language>/language.yaml`.

use std::collections::BTreeMap;

use heck::{ToKebabCase, ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};
use serde::{Deserialize, Serialize};

use super::literal::{self, Inexpressible, Style};

/// All that is known of a language. No code knows more of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Name of its folder.
    #[serde(skip)]
    pub id: String,
    /// Name for people.
    pub title: String,
    /// Place in lists.
    pub order: u32,
    /// Extension of its files, without the dot.
    pub extension: String,
    /// How its files are named.
    pub name: Naming,
    /// Versions of the language that the examples are for.
    pub versions: String,
    /// Libraries that the examples use.
    pub library: String,
    /// Why these.
    pub why: String,
    /// Commands that install what is needed.
    #[serde(default)]
    pub install: Vec<String>,
    /// The command that runs an example, with `{file}` for its path.
    pub run: String,
    /// What else a reader must know. Markdown.
    pub notes: Option<String>,
    /// How a comment of one line is written.
    pub line_comment: LineComment,
    /// How texts are written.
    pub strings: Vec<Style>,
    /// How its code is coloured.
    #[serde(default)]
    pub highlight: Highlight,
    /// How the examples are tested.
    pub test: Test,
}

/// What is seen at a glance in code: comments, strings and the words of the language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Highlight {
    /// Words of the language, with blanks between them.
    pub words: String,
    /// What begins a comment that goes to the end of the line.
    pub comments: Vec<String>,
    /// What begins and ends longer comments.
    pub blocks: Vec<(String, String)>,
    /// What begins and ends a string, the longest first.
    pub strings: Vec<String>,
    /// What takes the meaning from the next character of a string. Without it, a doubled mark stands for itself.
    pub escape: Option<char>,
    /// Whether upper and lower case of words are the same.
    pub any_case: bool,
}

/// A comment that takes one line.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LineComment {
    /// What it starts with, blank included.
    pub start: String,
    /// What it ends with.
    #[serde(default)]
    pub end: String,
    /// Texts that must not stand in a comment, and what stands for them.
    #[serde(default)]
    pub escapes: BTreeMap<String, String>,
}

/// How a language names its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Naming {
    /// `export_arms`
    Snake,
    /// `export-arms`
    Kebab,
    /// `exportArms`
    Camel,
    /// `ExportArms`
    Pascal,
}

impl Naming {
    /// The name in this style.
    #[must_use]
    pub fn apply(self, id: &str) -> String {
        match self {
            Naming::Snake => id.to_snake_case(),
            Naming::Kebab => id.to_kebab_case(),
            Naming::Camel => id.to_lower_camel_case(),
            Naming::Pascal => id.to_upper_camel_case(),
        }
    }
}

/// Commands for the tests, each a program with its arguments; `tests/examples` runs them in a copy of the language's folder.
///
/// `{folder}` stands for that copy, `{build}` for another folder, and both are kept between runs; `{files}`, as an argument
/// of its own, for the examples of all methods and the workflows; `{file}` for one of them, `{stem}` for its name without
/// folder and extension, `{root}` for the folder of the repository. In the commands of [`Echo`], `{batch}` stands for a fresh
/// folder with nothing but `{file}`.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Test {
    /// Programs that must be there.
    pub tools: Vec<String>,
    /// Packages of Debian that bring them, for CI.
    pub debian: Vec<String>,
    /// What prepares a copy of the folder.
    pub setup: Vec<Vec<String>>,
    /// What builds all examples at once.
    pub build: Vec<Vec<String>>,
    /// What builds one of them.
    pub build_each: Vec<Vec<String>>,
    /// What runs one of them. Without it the language is only checked.
    pub run: Option<Vec<String>>,
    /// What looks for mistakes in all of them.
    pub lint: Vec<Vec<String>>,
    /// What runs the program that `echo.jinja` makes; see [`super::echo`].
    pub echo: Option<Echo>,
}

/// The program that shows that texts survive as literals.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Echo {
    /// Name of the file.
    pub file: String,
    /// What builds it.
    #[serde(default)]
    pub build: Vec<Vec<String>>,
    /// What runs it.
    pub run: Vec<String>,
}

impl Language {
    /// Name of a method's file, with the extension.
    #[must_use]
    pub fn file_name(&self, method: &str) -> String {
        format!("{}.{}", self.name.apply(method), self.extension)
    }

    /// A text as this language writes it.
    ///
    /// # Errors
    /// When no style of the language can express it.
    pub fn literal(&self, text: &str) -> Result<String, Inexpressible> {
        literal::literal(&self.strings, text)
    }

    /// Whether the examples are run by the tests, not only looked at.
    #[must_use]
    pub fn is_executed(&self) -> bool {
        self.test.run.is_some()
    }
}
