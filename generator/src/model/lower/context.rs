//! What lowering knows: the ids, the version range, and where to report.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Report, SourceFile, Span, closest, suggestion};
use crate::model::Origin;
use crate::model::names;
use crate::model::version::{Certainty, Lifespan, Version, parse_since};
use crate::spec::loc::Loc;

use super::UNREADABLE;

/// Kinds of things that have an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Right,
    Condition,
    Group,
    Scalar,
    Enum,
    Error,
    Parameter,
    Method,
    Shape,
    Callback,
    Source,
}

impl Kind {
    /// The word with its article.
    fn a_word(self) -> String {
        let word = self.word();
        let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {word}")
    }

    fn word(self) -> &'static str {
        match self {
            Kind::Right => "right",
            Kind::Condition => "condition",
            Kind::Group => "group",
            Kind::Scalar => "scalar",
            Kind::Enum => "enum",
            Kind::Error => "error",
            Kind::Parameter => "shared parameter",
            Kind::Method => "method",
            Kind::Shape => "shape",
            Kind::Callback => "callback",
            Kind::Source => "source",
        }
    }

    /// Kinds that become types in generated code.
    fn is_type(self) -> bool {
        matches!(self, Kind::Scalar | Kind::Enum | Kind::Method | Kind::Shape)
    }

    /// Kinds that are pointless when nothing refers to them.
    fn must_be_used(self) -> bool {
        match self {
            Kind::Enum | Kind::Error | Kind::Parameter | Kind::Scalar | Kind::Condition | Kind::Source => {
                true
            }
            Kind::Shape | Kind::Right => true,
            Kind::Group | Kind::Method | Kind::Callback => false,
        }
    }
}

pub(super) struct Context<'a> {
    pub(super) files: &'a [SourceFile],
    pub(super) report: &'a mut Report,
    /// All known versions.
    pub(super) known: Lifespan,
    /// The newest known version.
    pub(super) newest: Version,
    /// The versions that the spec lists.
    pub(super) listed: Vec<Version>,
    /// True when a file could not be read, so that what is not defined may be defined there.
    incomplete: bool,
    /// By file, where its lines end.
    line_breaks: Vec<Vec<usize>>,
    ids: BTreeMap<Kind, BTreeMap<String, Span>>,
    used: BTreeMap<Kind, BTreeSet<String>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(files: &'a [SourceFile], report: &'a mut Report) -> Self {
        let known = Lifespan { since: UNREADABLE, certainty: Certainty::AtLatest, until: None };
        let incomplete = !report.is_empty();
        Context {
            files,
            report,
            known,
            newest: UNREADABLE,
            listed: Vec::new(),
            incomplete,
            line_breaks: files
                .iter()
                .map(|file| file.text.match_indices('\n').map(|(at, _)| at).collect())
                .collect(),
            ids: BTreeMap::new(),
            used: BTreeMap::new(),
        }
    }

    /// True when every file could be read, so that what is not defined is missing.
    pub(super) fn is_complete(&self) -> bool {
        !self.incomplete
    }

    pub(super) fn define(&mut self, kind: Kind, id: &Loc<String>) {
        if let Some(reason) = names::bad_id(id) {
            self.report
                .at(id.span, format!("`{}` cannot be the id of {}", id.value, kind.a_word()), reason)
                .help(format!("for example `{}`", tidy(id)));
        }
        self.insert(kind, id);
    }

    pub(super) fn define_source(&mut self, id: &Loc<String>) {
        if id.is_empty() || id.contains(|c: char| c.is_whitespace() || c == '#' || c.is_control()) {
            self.report
                .at(
                    id.span,
                    format!("`{}` cannot be the tag of a source", id.value),
                    "no spaces and no `#` in it",
                )
                .help(
                    "choose one short word; `#` and a number follow the tag where a fact refers to a thread",
                );
        }
        self.insert(Kind::Source, id);
    }

    fn insert(&mut self, kind: Kind, id: &Loc<String>) {
        let earlier = self.ids.entry(kind).or_default().insert(id.value.clone(), id.span);
        if let Some(earlier) = earlier {
            let first = self.origin(earlier);
            self.report
                .at(
                    id.span,
                    format!("the {} `{}` is defined twice", kind.word(), id.value),
                    "second definition",
                )
                .help(format!("the first is at {}:{}; rename one or delete it", first.file, first.line));
        }
    }

    /// Reports ids of different kinds that become the same type name.
    pub(super) fn check_type_names(&mut self) {
        let mut seen: BTreeMap<String, (Kind, &str, Span)> = BTreeMap::new();
        let mut problems = Vec::new();
        for (kind, ids) in self.ids.iter().filter(|(kind, _)| kind.is_type()) {
            for (id, span) in ids {
                let name = names::type_name(id);
                if names::is_taken_type(&name) {
                    let reason = "generated clients use this name for themselves".to_owned();
                    problems.push((
                        *span,
                        format!("`{id}` becomes the type `{name}`"),
                        reason,
                        String::new(),
                    ));
                }
                if let Some((other, first, place)) = seen.insert(name.clone(), (*kind, id, *span)) {
                    let reason = format!("the {} `{first}` becomes `{name}` too", other.word());
                    let place = self.origin(place);
                    let hint = format!("; the other is at {}:{}", place.file, place.line);
                    problems.push((*span, format!("`{id}` becomes the type `{name}`"), reason, hint));
                }
            }
        }
        for (span, message, reason, hint) in problems {
            self.report.at(span, message, reason).help(format!("choose another id{hint}"));
        }
    }

    /// Resolves a reference; the id itself comes back.
    pub(super) fn reference(&mut self, kind: Kind, id: &Loc<String>) -> String {
        if !self.use_id(kind, id) && self.is_complete() {
            let known = self
                .ids
                .get(&kind)
                .map(|ids| ids.keys().map(String::as_str).collect::<Vec<_>>())
                .unwrap_or_default();
            let help = suggestion(id, known.iter().copied());
            self.report
                .at(
                    id.span,
                    format!("there is no {} `{}`", kind.word(), id.value),
                    "not defined anywhere in the spec",
                )
                .help(help);
        }
        id.value.clone()
    }

    /// True when the id exists; it counts as used then.
    pub(super) fn use_id(&mut self, kind: Kind, id: &str) -> bool {
        let exists = self.ids.get(&kind).is_some_and(|ids| ids.contains_key(id));
        let used = self.used.entry(kind).or_default();
        if exists && !used.contains(id) {
            used.insert(id.to_owned());
        }
        exists
    }

    /// Where an id is defined.
    pub(super) fn span_of(&self, kind: Kind, id: &str) -> Option<Span> {
        self.ids.get(&kind)?.get(id).copied()
    }

    /// All ids of a kind.
    pub(super) fn ids(&self, kind: Kind) -> Vec<String> {
        self.ids.get(&kind).map(|ids| ids.keys().cloned().collect()).unwrap_or_default()
    }

    /// Reports definitions that nothing refers to: a fact that never applies misleads its reader.
    pub(super) fn report_unused(&mut self) {
        let mut unused = Vec::new();
        for (kind, ids) in self.ids.iter().filter(|(kind, _)| kind.must_be_used()) {
            for (id, span) in ids {
                if !self.used.get(kind).is_some_and(|used| used.contains(id)) {
                    unused.push((*span, format!("nothing uses the {} `{id}`", kind.word())));
                }
            }
        }
        for (span, message) in unused {
            self.report.at(span, message, "defined here").help("use it or delete it");
        }
    }

    /// Sources: every tag must be known; `REDCapR#320` is issue 320 of the source `REDCapR`.
    pub(super) fn evidence(&mut self, tags: &[Loc<String>]) -> Vec<String> {
        for tag in tags {
            let source = tag.split('#').next().unwrap_or_default().to_owned();
            self.reference(Kind::Source, &Loc { value: source, span: tag.span });
        }
        tags.iter().map(|tag| tag.value.clone()).collect()
    }

    /// Sources of a fact that cannot do without.
    pub(super) fn needed_evidence(&mut self, tags: &[Loc<String>], owner: &Loc<String>) -> Vec<String> {
        if tags.is_empty() {
            self.report
                .at(
                    owner.span,
                    format!("`{}` has no evidence", owner.value),
                    "every fact names where it was learnt",
                )
                .help("add `evidence:` with the id of at least one source");
        }
        self.evidence(tags)
    }

    /// A plain version inside the known range; [`UNREADABLE`] and a report when it is none.
    pub(super) fn version(&mut self, text: &Loc<String>) -> Version {
        match text.parse::<Version>() {
            Ok(version) => self.in_range(version, text.span),
            Err(error) => self.bad_version(text, &error.to_string()),
        }
    }

    /// A version in the notation of `since`.
    pub(super) fn since(&mut self, text: &Loc<String>) -> (Version, Certainty) {
        match parse_since(text) {
            Ok((version, certainty)) => (self.in_range(version, text.span), certainty),
            Err(error) => {
                let reason = format!("{error}, with `<=` or `~` before it where it is not certain");
                (self.bad_version(text, &reason), Certainty::Stated)
            }
        }
    }

    fn bad_version(&mut self, text: &Loc<String>, reason: &str) -> Version {
        self.report
            .at(text.span, format!("`{}` is not a version", text.value), reason.to_owned())
            .help("write all three numbers in quotes, like \"9.10.0\"");
        UNREADABLE
    }

    fn in_range(&mut self, version: Version, span: Span) -> Version {
        let (oldest, newest) = (self.known.since, self.newest);
        if newest == UNREADABLE || (oldest..=newest).contains(&version) {
            return version;
        }
        let listed: Vec<String> = self.listed.iter().map(Version::to_string).collect();
        let written = version.to_string();
        let guess = closest(&written, listed.iter().map(String::as_str))
            .filter(|close| strsim::damerau_levenshtein(&written, close) == 1)
            .map_or_else(String::new, |close| format!("did you mean `{close}`? otherwise "));
        self.report
            .at(
                span,
                format!("{version} is outside the known versions"),
                format!("known: {oldest} to {newest}"),
            )
            .help(format!("{guess}correct the version, or add it to `versions:` first"));
        UNREADABLE
    }

    /// Lifespan of a fact inside that of its owner. Without `since` it is as old as the owner.
    pub(super) fn life(
        &mut self,
        since: Option<&Loc<String>>,
        until: Option<&Loc<String>>,
        owner: &Lifespan,
    ) -> Lifespan {
        let mut life = *owner;
        // What could not be read counts as not written, so that one slip is one problem.
        if let Some((start, certainty)) =
            since.map(|text| self.since(text)).filter(|(start, _)| *start != UNREADABLE)
        {
            (life.since, life.certainty) = (start, certainty);
        }
        if let Some(end) = until.map(|text| self.version(text)).filter(|end| *end != UNREADABLE) {
            life.until = Some(end);
        }
        if let (Some(end), Some(text)) = (life.until.filter(|end| *end <= life.since), until.or(since)) {
            let (message, help) = match until {
                Some(_) => (
                    format!("`until` {end} is not after `since` {}", life.since),
                    "`until` names the first version that no longer has it",
                ),
                None => (
                    format!("`since` {} is too late: its owner is gone in {end}", life.since),
                    "correct it, or `until` of the owner",
                ),
            };
            self.report.at(text.span, message, "the fact would hold in no version").help(help);
        }
        life
    }

    /// As [`Context::life`], but refuses a fact older than its owner, or one that outlives it.
    pub(super) fn life_within(
        &mut self,
        since: Option<&Loc<String>>,
        until: Option<&Loc<String>>,
        owner: &Lifespan,
        owner_name: &str,
    ) -> Lifespan {
        let life = self.life(since, until, owner);
        if let (Some(text), true) = (since, life.since < owner.since) {
            let message = format!("{} is older than {owner_name}", life.since);
            let reason = format!("{owner_name} exists {owner}");
            self.report
                .at(text.span, message, reason)
                .help("leave `since` out when it is as old as its owner");
        }
        if let (Some(text), Some(end)) = (until, owner.until)
            && life.until.is_some_and(|own| own > end)
        {
            let message = format!("`until` is later than that of {owner_name}");
            let reason = format!("{owner_name} is gone in {end}");
            self.report.at(text.span, message, reason).help("leave `until` out when it ends with its owner");
        }
        life
    }

    /// File and line of a place.
    pub(super) fn origin(&self, span: Span) -> Origin {
        match self.files.get(span.file.0) {
            Some(file) => {
                let breaks = &self.line_breaks[span.file.0];
                Origin { file: file.path.clone(), line: breaks.partition_point(|&at| at < span.start) + 1 }
            }
            None => Origin { file: String::new(), line: 0 },
        }
    }
}

/// Texts of a list of places.
pub(super) fn texts(list: &[Loc<String>]) -> Vec<String> {
    list.iter().map(|text| text.value.clone()).collect()
}

/// Text of an optional place.
pub(super) fn text(value: Option<&Loc<String>>) -> Option<String> {
    value.map(|text| text.value.clone())
}

/// An id that looks like the refused one.
fn tidy(id: &str) -> String {
    let ident = names::ident_of(id);
    match names::bad_id(&ident) {
        None => ident,
        Some(_) => format!("redcap_{ident}").trim_end_matches('_').to_owned(),
    }
}
