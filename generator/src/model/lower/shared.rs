//! Lowers what the whole API shares.

use std::collections::BTreeSet;

use crate::model::api::{
    Answer, AnswerFormat, Api, Condition, EncodingFact, ErrorBody, ErrorCase, Fact, Group, Omitted, Release,
    Right, Source, Status, TokenKind,
};
use crate::model::version::Lifespan;
use crate::spec::raw::{self, SpecFile};

use super::UNREADABLE;
use super::context::{Context, Kind, text, texts};

/// Releases, which must come oldest first.
pub(super) fn releases(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    for raw in specs.iter().flat_map(|spec| &spec.versions) {
        let version = context.version(&raw.version);
        if releases.iter().any(|release| release.version == version && version != UNREADABLE) {
            context
                .report
                .at(raw.version.span, format!("the version {version} is listed twice"), "second occurrence")
                .help("keep one of the two");
        } else if let Some(before) =
            releases.last().map(|last| last.version).filter(|before| *before > version)
        {
            context
                .report
                .at(
                    raw.version.span,
                    format!("{version} comes after {before}"),
                    "versions are listed oldest first",
                )
                .help("move the entry; in the order of their paths, files form one list");
        }
        if let Some(date) = raw.released.as_ref().filter(|date| !is_date(date)) {
            context
                .report
                .at(date.span, format!("`{}` is not a date", date.value), "not YYYY-MM-DD, YYYY-MM or YYYY")
                .help("write as much of the date as is known in one of these forms");
        }
        releases.push(Release {
            version,
            released: text(raw.released.as_ref()),
            lts: raw.kind.value == raw::ReleaseKind::Lts,
            in_use: raw.in_use,
            note: text(raw.note.as_ref()),
            evidence: context.needed_evidence(&raw.evidence, &raw.version),
        });
    }
    releases
}

fn is_date(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    digits && matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2])
}

/// The API-wide facts, which exactly one file holds.
pub(super) fn api(context: &mut Context<'_>, specs: &[&SpecFile]) -> Option<Api> {
    let mut found = specs.iter().filter_map(|spec| spec.api.as_ref());
    let Some(raw) = found.next() else {
        if context.is_complete() {
            context.report.general("no file has the section `api`", "add it, for example in spec/api.yaml");
        }
        return None;
    };
    if let Some(second) = found.next() {
        let first = context.origin(raw.title.span);
        context
            .report
            .at(second.title.span, "there is a second `api` section", "exactly one file has it")
            .help(format!("the first is in {}; make one of the two", first.file));
    }
    Some(Api {
        title: raw.title.value.clone(),
        description: raw.description.value.clone(),
        path: raw.path.value.clone(),
        token_field: raw.token_field.value.clone(),
        version_from: raw.version_from.as_ref().map(|id| context.reference(Kind::Method, id)),
        transport: facts(context, &raw.transport),
        tokens: raw
            .tokens
            .iter()
            .map(|token| TokenKind {
                id: token.id.value.clone(),
                length: token.length,
                meaning: token.meaning.value.clone(),
                evidence: context.needed_evidence(&token.evidence, &token.id),
            })
            .collect(),
        formats: facts(context, &raw.formats),
        statuses: raw
            .statuses
            .iter()
            .map(|status| Status {
                code: status.code,
                title: status.title.value.clone(),
                meaning: status.meaning.value.clone(),
                until: status.until.as_ref().map(|until| context.since(until).0),
                evidence: context.needed_evidence(&status.evidence, &status.title),
            })
            .collect(),
        error_bodies: raw
            .error_bodies
            .iter()
            .map(|body| ErrorBody {
                format: body.format.value.clone(),
                media: body.media.value.clone(),
                body: body.body.value.clone(),
                evidence: context.needed_evidence(&body.evidence, &body.format),
            })
            .collect(),
        encodings: raw
            .encodings
            .iter()
            .map(|encoding| EncodingFact {
                id: encoding.id.value,
                meaning: encoding.meaning.value.clone(),
                evidence: context.needed_evidence(&encoding.evidence, &encoding.meaning),
            })
            .collect(),
        unsure: texts(&raw.unsure),
    })
}

fn facts(context: &mut Context<'_>, raw: &[raw::Fact]) -> Vec<Fact> {
    raw.iter()
        .map(|fact| Fact {
            id: fact.id.value.clone(),
            text: fact.text.value.clone(),
            evidence: context.needed_evidence(&fact.evidence, &fact.id),
        })
        .collect()
}

/// Sources.
pub(super) fn sources(specs: &[&SpecFile]) -> Vec<Source> {
    specs
        .iter()
        .flat_map(|spec| &spec.sources)
        .map(|raw| Source {
            id: raw.id.value.clone(),
            title: raw.title.value.clone(),
            trust: match raw.trust.value {
                raw::Trust::High => "high",
                raw::Trust::Medium => "medium",
                raw::Trust::Low => "low",
            },
            url: text(raw.url.as_ref()),
            note: text(raw.note.as_ref()),
        })
        .collect()
}

/// Rights.
pub(super) fn rights(specs: &[&SpecFile]) -> Vec<Right> {
    specs
        .iter()
        .flat_map(|spec| &spec.rights)
        .map(|raw| Right {
            id: raw.id.value.clone(),
            title: raw.title.value.clone(),
            column: text(raw.column.as_ref()),
            meaning: raw.meaning.value.clone(),
        })
        .collect()
}

/// Conditions.
pub(super) fn conditions(specs: &[&SpecFile]) -> Vec<Condition> {
    specs
        .iter()
        .flat_map(|spec| &spec.conditions)
        .map(|raw| Condition {
            id: raw.id.value.clone(),
            title: raw.title.value.clone(),
            meaning: raw.meaning.value.clone(),
        })
        .collect()
}

/// Groups, in the order in which they are listed.
pub(super) fn groups(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Group> {
    let groups: Vec<Group> = specs
        .iter()
        .flat_map(|spec| &spec.groups)
        .map(|raw| Group {
            id: raw.id.value.clone(),
            title: raw.title.value.clone(),
            summary: raw.summary.value.clone(),
            beyond_help: raw.beyond_help,
        })
        .collect();
    if groups.is_empty() && context.is_complete() {
        context.report.general("the spec lists no method group", "add `groups:`");
    }
    groups
}

/// Kinds of answers.
pub(super) fn answers(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Answer> {
    let mut seen = BTreeSet::new();
    for raw in specs.iter().flat_map(|spec| &spec.answers).filter(|raw| !seen.insert(raw.id.value)) {
        context
            .report
            .at(raw.id.span, "this kind of answer is described twice", "second occurrence")
            .help("keep one of the two");
    }
    specs
        .iter()
        .flat_map(|spec| &spec.answers)
        .map(|raw| Answer {
            id: raw.id.value,
            meaning: raw.meaning.value.clone(),
            formats: raw
                .formats
                .iter()
                .map(|format| AnswerFormat {
                    format: format.format.value.clone(),
                    media: format.media.value.clone(),
                    empty: text(format.empty.as_ref()),
                    layout: format.layout.value.clone(),
                    evidence: context.needed_evidence(&format.evidence, &format.format),
                })
                .collect(),
        })
        .collect()
}

/// An error case.
pub(super) fn error_case(context: &mut Context<'_>, raw: &raw::ErrorCase, owner: &Lifespan) -> ErrorCase {
    ErrorCase {
        id: raw.id.value.clone(),
        status: raw.status,
        message: raw.message.value.clone(),
        cause: raw.cause.value.clone(),
        remedy: raw.remedy.value.clone(),
        tells: raw.tells,
        life: context.life(raw.since.as_ref(), raw.until.as_ref(), owner),
        evidence: context.needed_evidence(&raw.evidence, &raw.id),
        unsure: texts(&raw.unsure),
    }
}

/// What is left out.
pub(super) fn omitted(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Omitted> {
    specs
        .iter()
        .flat_map(|spec| &spec.omitted)
        .map(|raw| Omitted {
            content: raw.content.value.clone(),
            reason: raw.reason.value.clone(),
            evidence: context.needed_evidence(&raw.evidence, &raw.content),
        })
        .collect()
}
