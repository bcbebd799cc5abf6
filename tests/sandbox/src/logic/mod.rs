//! REDCap logic: the language of record filters, calculated fields and branching.
//!
//! [`parse`] reads a text once; the resulting [`Logic`] is then evaluated for any number of records, each
//! presented as a [`Scope`]. A text that is not understood is refused with the place and the reason; evaluation
//! itself never fails, what cannot be worked out is blank.
//!
//! # The language
//!
//! | Written | Meaning |
//! |---|---|
//! | `12` `0.5` `'text'` `"text"` `true` `false` | literals; quotes have no escapes, `''` and `'NaN'` are blank |
//! | `[field]` `[field(code)]` `[field:label]` | a field, one choice of a checkbox, the label of a choice |
//! | `[event][field]` `[previous-event-name][field]` | a field on another event |
//! | `[field][2]` `[event][field][last-instance]` | a field on another instance |
//! | `[record-name]` `[event-name]` `[user-name]` … | smart variables |
//! | `or`, `and`, `not`, `=` `<>` `<` `<=` `>` `>=`, `+` `-`, `*` `/`, `^` | operators, loosest first, words in any case |
//! | `round([a] / [b], 1)` | functions, names in any case |
//! | a line that starts with `#` or `//` | a comment |
//!
//! Functions: `if`, `sum`, `mean`, `median`, `min`, `max`, `stdev`, `round`, `roundup`, `rounddown`, `abs`,
//! `sqrt`, `log`, `exponential`, `mod`, `isnumber`, `isinteger`, `contains`, `not_contain`, `starts_with`,
//! `ends_with`, `left`, `right`, `mid`, `length`, `find`, `trim`, `upper`, `lower`, `replace_text`, `concat`,
//! `concat_ws`, `isblankormissingcode`, `isblanknotmissingcode`, `ismissingcode`, `hasmissingcode`, `datediff`,
//! `age_at_date`, `dayoftheweek`, `year`, `month`, `day`.
//!
//! # How sure it is
//!
//! Known from public guides: the forms of reference, the operators and their words, both kinds of quotes,
//! comment lines, the functions with their parameters and worked examples, years of 365.2425 and months of 30.44
//! days, unsigned `datediff` by default, aggregates that skip blanks where `+` yields blank, searches that ignore
//! case, comparisons of text that do not.
//!
//! Assumed where nothing public was found:
//!
//! * Blank is not equal to 0, and neither below nor above anything. (Guides disagree about `[f] = 0` for blank.)
//! * Text that spells a number is one on either side of a comparison: `'001'` equals `1`.
//! * Text that is not a number, such as a missing-data code, is neither below nor above a number.
//! * `stdev` is that of a sample; `sum` of nothing is 0; the other aggregates of nothing are blank.
//! * `round` takes halves away from zero and has no decimals by default; `roundup` and `rounddown` go to the next
//!   number above and below, also for negative numbers.
//! * Division by zero, roots and logarithms that do not exist, unreadable dates and unknown units are blank.
//! * `find` ignores case and `replace_text` does not; nothing contains blank, and blank contains nothing.
//! * `-2^2` is -4, `2^3^2` is 512, comparisons cannot be chained.
//! * Also accepted, although guides name only the other form: `==`, `!=`, `!`, `exp`, `today` and `now` without
//!   quotes. Not accepted: `&&`, `||`, `%`, a smart variable after an event.

mod dates;
mod error;
mod functions;
mod lexer;
mod numbers;
mod parser;
mod program;
mod reference;
mod texts;
mod value;

pub use dates::Moment;
pub use error::LogicError;
pub use reference::{EventReference, InstanceReference, Part, Reference, SmartVariable};
pub use value::Value;

/// What logic is evaluated against: one record, at one event and instance, as one user sees it.
pub trait Scope {
    /// The stored value of a field: `None` when there is no such field, empty when it is blank.
    ///
    /// One choice of a checkbox is `1` or `0`. Dates begin with the year, as they are stored. Numbers have a
    /// decimal point, whatever mark their field displays. An event or instance that does not exist is blank.
    fn field(&self, reference: &Reference) -> Option<String>;

    /// The value of a smart variable, by its name without brackets: `None` when there is no such variable.
    fn smart(&self, name: &str, arguments: &[String]) -> Option<String>;

    /// What the server's clock says, for `today` and `now`.
    fn now(&self) -> Moment;

    /// The missing-data codes of the project; none unless it defines some.
    fn missing_data_codes(&self) -> &[String] {
        &[]
    }
}

/// Logic that has been read and can be evaluated.
#[derive(Debug, Clone)]
pub struct Logic(parser::Parsed);

/// Reads a text as logic.
///
/// # Errors
///
/// When the text is blank or not well formed, or calls a function that does not exist or with the wrong number of
/// values. Nesting has no limit but the length of the text. Whether its fields exist is for the caller to check, with
/// [`Logic::references`].
pub fn parse(text: &str) -> Result<Logic, LogicError> {
    parser::parse(text).map(Logic).map_err(|fault| fault.locate(text))
}

impl Logic {
    /// Whether the logic is met, as a filter asks: a blank result is not.
    pub fn holds(&self, scope: &dyn Scope) -> bool {
        self.value(scope).is_true()
    }

    /// The result, as a calculation asks. Conditions give 1 or 0.
    pub fn value(&self, scope: &dyn Scope) -> Value {
        program::run(&self.0.program, scope)
    }

    /// The fields that it refers to, each form of reference once, in order of appearance.
    pub fn references(&self) -> Vec<Reference> {
        self.0.references.clone()
    }

    /// The smart variables that it uses by themselves, each once, in order of appearance.
    pub fn smart_variables(&self) -> Vec<SmartVariable> {
        self.0.smart_variables.clone()
    }
}
