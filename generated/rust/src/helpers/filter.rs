// Made by `cargo run generate` from templates/rust-client/src/helpers/filter.rs.
// Do not edit: change the source and run it again.

//! Record filters that no value can break out of.
//!
//! ```
//! use redcap::filter::{datediff, field, not, Unit};
//!
//! let surname = "O'Brien"; // from somewhere else
//! let logic = field("surname")
//!     .eq(surname)
//!     .and(field("age").event("visit_1_arm_1").ge(61))
//!     .and(not(field("symptoms").choice("3").eq(1)))
//!     .and(datediff(field("seen"), "today", Unit::Days).lt(30))
//!     .build()?;
//! assert_eq!(
//!     logic.as_str(),
//!     "(([surname] = \"O'Brien\" and [visit_1_arm_1][age] >= 61) and not ([symptoms(3)] = 1)) \
//!      and datediff([seen], 'today', 'd') < 30",
//! );
//! # Ok::<(), redcap::Error>(())
//! ```
//!
//! The result goes where a method takes `filterLogic`. REDCap tests each event of a record on its own, and
//! takes a text that spells a number for that number: `'01'` equals `1`. A value that REDCap's language
//! cannot hold makes [`build`](Condition::build) fail.

use std::fmt;

use crate::runtime::{Error, ErrorKind};

/// Why something cannot be written. It never quotes what was given, which can be patient data.
type Problem = &'static str;

/// Finished logic, ready to be sent.
///
/// `Debug` shows none of it, because it can hold patient data.
#[derive(Clone, PartialEq, Eq)]
pub struct FilterLogic(String);

impl FilterLogic {
    /// Logic as REDCap's own text. It is sent as it is: never put a value from elsewhere into it.
    pub fn raw(text: impl Into<String>) -> FilterLogic {
        FilterLogic(text.into())
    }

    /// The text that is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FilterLogic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("FilterLogic(..)")
    }
}

impl From<FilterLogic> for String {
    fn from(logic: FilterLogic) -> String {
        logic.0
    }
}

/// Something that is true or false of a record.
///
/// A mistake in one of its parts shows when it is [built](Condition::build).
#[derive(Clone)]
#[must_use]
pub struct Condition {
    text: Result<String, Problem>,
    /// Whether it needs parentheses inside another condition.
    compound: bool,
}

impl Condition {
    /// Both this and the other.
    pub fn and(self, other: impl Into<Condition>) -> Condition {
        joined([self, other.into()], " and ")
    }

    /// This or the other or both.
    pub fn or(self, other: impl Into<Condition>) -> Condition {
        joined([self, other.into()], " or ")
    }

    /// The finished logic.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`] if a name is not the name of a field or an event, or a value cannot be
    /// written safely: a number that is not finite, or a text with a backslash, a square bracket, a line
    /// break or another control character, both kinds of quotes, an apostrophe beside a `$`, an HTML entity
    /// such as `&quot;`, or `NaN`, which REDCap takes for blank.
    pub fn build(self) -> Result<FilterLogic, Error> {
        let refused = |problem| Error::new(ErrorKind::InvalidRequest, format!("filter logic: {problem}"));
        self.text.map(FilterLogic).map_err(refused)
    }

    fn inner(self) -> Result<String, Problem> {
        let Condition { text, compound } = self;
        text.map(|text| if compound { format!("({text})") } else { text })
    }
}

/// The opposite: true where the condition is false, also because of a blank.
pub fn not(condition: impl Into<Condition>) -> Condition {
    let text = condition.into().text.map(|text| format!("not ({text})"));
    Condition { text, compound: false }
}

impl From<FilterLogic> for Condition {
    fn from(logic: FilterLogic) -> Condition {
        Condition { text: Ok(logic.0), compound: true }
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Condition(..)")
    }
}

fn joined(parts: impl IntoIterator<Item = Condition>, word: &str) -> Condition {
    let texts: Result<Vec<String>, Problem> = parts.into_iter().map(Condition::inner).collect();
    Condition { text: texts.map(|texts| texts.join(word)), compound: true }
}

/// Something with a value: a field, a text, a number, or what a function makes of them.
#[derive(Clone)]
#[must_use]
pub struct Term(Result<Part, Problem>);

#[derive(Clone)]
enum Part {
    Field(Field),
    Written(String),
}

/// A field with what stands around its name, brackets included.
#[derive(Clone, Default)]
struct Field {
    event: String,
    name: String,
    code: String,
    instance: String,
}

/// A field of the project, also a form status such as `visit_complete`.
pub fn field(name: impl AsRef<str>) -> Term {
    let name = name.as_ref();
    if !is_field_name(name) {
        return Term(Err("a field has a name of a to z, 0 to 9 and _ that starts with a letter"));
    }
    Term(Ok(Part::Field(Field { name: name.to_owned(), ..Field::default() })))
}

impl Term {
    /// The field on an event, by its unique name such as `visit_1_arm_1`, instead of the event that is
    /// tested.
    pub fn event(self, unique_name: impl AsRef<str>) -> Term {
        let name = unique_name.as_ref();
        self.placed(is_event_name(name), "an event has a unique name such as visit_1_arm_1", |field| {
            field.event = format!("[{name}]");
        })
    }

    /// One choice of a checkbox field, by its code: 1 if checked, otherwise 0.
    pub fn choice(self, code: impl AsRef<str>) -> Term {
        let code = code.as_ref();
        let plain = |mark: u8| mark.is_ascii_alphanumeric() || matches!(mark, b'_' | b'-' | b'.');
        let valid = !code.is_empty() && code.bytes().all(plain);
        self.placed(valid, "the code of a choice has letters, digits, `_`, `-` and `.` only", |field| {
            field.code = format!("({code})");
        })
    }

    /// The field in an instance of its repeating instrument or event, the first being 1.
    pub fn instance(self, number: u32) -> Term {
        self.placed(number > 0, "instances are counted from 1", |field| {
            field.instance = format!("[{number}]");
        })
    }

    fn placed(self, valid: bool, problem: Problem, place: impl FnOnce(&mut Field)) -> Term {
        Term(match self.0 {
            Ok(Part::Field(_)) if !valid => Err(problem),
            Ok(Part::Field(mut field)) => {
                place(&mut field);
                Ok(Part::Field(field))
            }
            Ok(Part::Written(_)) => Err("only a field has events, choices and instances"),
            Err(problem) => Err(problem),
        })
    }

    /// Equal.
    pub fn eq(self, other: impl Into<Term>) -> Condition {
        self.compared("=", other)
    }

    /// Not equal.
    pub fn ne(self, other: impl Into<Term>) -> Condition {
        self.compared("<>", other)
    }

    /// Less than. Nothing is less or greater than a blank.
    pub fn lt(self, other: impl Into<Term>) -> Condition {
        self.compared("<", other)
    }

    /// Less than or equal.
    pub fn le(self, other: impl Into<Term>) -> Condition {
        self.compared("<=", other)
    }

    /// Greater than.
    pub fn gt(self, other: impl Into<Term>) -> Condition {
        self.compared(">", other)
    }

    /// Greater than or equal.
    pub fn ge(self, other: impl Into<Term>) -> Condition {
        self.compared(">=", other)
    }

    /// Equal to one of these. An empty list is refused by [`build`](Condition::build).
    pub fn is_in<T: Into<Term>>(self, values: impl IntoIterator<Item = T>) -> Condition {
        let mut parts: Vec<Condition> = values.into_iter().map(|value| self.clone().eq(value)).collect();
        match parts.len() {
            0 => Condition { text: Err("nothing can be in an empty list"), compound: false },
            1 => parts.remove(0),
            _ => joined(parts, " or "),
        }
    }

    /// Blank.
    pub fn is_blank(self) -> Condition {
        self.eq("")
    }

    /// Not blank.
    pub fn is_not_blank(self) -> Condition {
        self.ne("")
    }

    /// Holds the text somewhere, in upper or lower case.
    pub fn contains(self, text: impl Into<Term>) -> Condition {
        self.searched("contains", text)
    }

    /// Begins with the text, in upper or lower case.
    pub fn starts_with(self, text: impl Into<Term>) -> Condition {
        self.searched("starts_with", text)
    }

    fn compared(self, operator: &str, other: impl Into<Term>) -> Condition {
        let text = pair(self, other.into()).map(|(left, right)| format!("{left} {operator} {right}"));
        Condition { text, compound: false }
    }

    fn searched(self, function: &str, text: impl Into<Term>) -> Condition {
        let text = pair(self, text.into()).map(|(left, right)| format!("{function}({left}, {right})"));
        Condition { text, compound: false }
    }

    fn written(self) -> Result<String, Problem> {
        self.0.map(|part| match part {
            Part::Written(text) => text,
            Part::Field(Field { event, name, code, instance }) => format!("{event}[{name}{code}]{instance}"),
        })
    }
}

fn pair(left: Term, right: Term) -> Result<(String, String), Problem> {
    Ok((left.written()?, right.written()?))
}

impl fmt::Debug for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Term(..)")
    }
}

/// A text in quotes. Dates are texts as well, always `YYYY-MM-DD`.
impl From<&str> for Term {
    fn from(text: &str) -> Term {
        Term(quoted(text).map(Part::Written))
    }
}

impl From<String> for Term {
    fn from(text: String) -> Term {
        Term::from(text.as_str())
    }
}

impl From<i64> for Term {
    fn from(number: i64) -> Term {
        Term(Ok(Part::Written(number.to_string())))
    }
}

impl From<i32> for Term {
    fn from(number: i32) -> Term {
        Term::from(i64::from(number))
    }
}

impl From<f64> for Term {
    fn from(number: f64) -> Term {
        // Rust writes an `f64` without an exponent, which logic does not have.
        let text = number.is_finite().then(|| number.to_string());
        Term(text.map(Part::Written).ok_or("this number is not finite"))
    }
}

/// What a [`datediff`] is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Years of 365.2425 days.
    Years,
    /// Months of 30.44 days.
    Months,
    /// Days of 24 hours.
    Days,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
}

impl Unit {
    fn code(self) -> &'static str {
        match self {
            Unit::Years => "y",
            Unit::Months => "M",
            Unit::Days => "d",
            Unit::Hours => "h",
            Unit::Minutes => "m",
            Unit::Seconds => "s",
        }
    }
}

/// How much lies between two dates or times, whichever comes first. The text `today` stands for the date of
/// the server, `now` for its time.
pub fn datediff(one: impl Into<Term>, other: impl Into<Term>, unit: Unit) -> Term {
    let (texts, unit) = (pair(one.into(), other.into()), unit.code());
    Term(texts.map(|(one, other)| Part::Written(format!("datediff({one}, {other}, '{unit}')"))))
}

/// The text in the quotes it does not hold itself: logic has no escapes.
fn quoted(text: &str) -> Result<String, Problem> {
    let breaks = |mark: char| mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}');
    let dangers = [
        (text.contains(breaks), "a text has a line break or another control character"),
        (text.contains('\\'), "a text has a backslash, which could undo the quote behind it"),
        (text.contains(['[', ']']), "a text has a square bracket, which could be taken for a field"),
        (has_entity(text), "a text has an HTML entity, which could become a quote"),
        (text.eq_ignore_ascii_case("nan"), "the text NaN would mean blank"),
    ];
    if let Some((_, problem)) = dangers.into_iter().find(|(found, _)| *found) {
        return Err(problem);
    }
    match (text.contains('\''), text.contains('"')) {
        (false, _) => Ok(format!("'{text}'")),
        (true, true) => Err("a text has both kinds of quotes"),
        (true, false) if text.contains('$') => {
            Err("a text has an apostrophe and a `$`, which could be taken for a variable")
        }
        (true, false) => Ok(format!("\"{text}\"")),
    }
}

fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        rest.split_once(';').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|mark| mark.is_ascii_alphanumeric() || mark == b'#')
        })
    })
}

fn is_field_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(is_name_mark)
}

/// Whether it ends as every unique event name does, `_arm_1`; where two events would have the same name, a
/// letter follows.
fn is_event_name(name: &str) -> bool {
    let Some((label, arm)) = name.rsplit_once("_arm_") else { return false };
    let number = arm.strip_suffix(|last: char| last.is_ascii_lowercase()).unwrap_or(arm);
    label.bytes().all(is_name_mark) && !number.is_empty() && number.bytes().all(|mark| mark.is_ascii_digit())
}

fn is_name_mark(mark: u8) -> bool {
    mark.is_ascii_lowercase() || mark.is_ascii_digit() || mark == b'_'
}
