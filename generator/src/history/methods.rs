//! Methods: those that came, went, or changed in what they ask for and answer.

use super::{Pair, Told, finding, from_version, parameters, words};
use crate::findings::{Change, Finding, Verdict};
use crate::model::{Method, MethodRight, Model, Return};
use crate::surface::{return_facts, return_name};

/// Methods that only the second version has.
pub(super) fn came(pair: &Pair<'_>) -> Vec<Finding> {
    let new = pair.new.model.methods.iter().filter(|method| pair.old.model.method(&method.id).is_none());
    let told = |method: &Method| {
        let verdict = Verdict::harmless("no older client calls it");
        finding(pair, Change::Added, &method.life, &method.title, key(method), described(method, verdict))
    };
    new.map(told).collect()
}

/// Methods that only the first version has.
pub(super) fn went(pair: &Pair<'_>) -> Vec<Finding> {
    let gone = pair.old.model.methods.iter().filter(|method| pair.new.model.method(&method.id).is_none());
    let told = |method: &Method| {
        let verdict = Verdict::breaking("a call of it is answered with an error");
        finding(pair, Change::Removed, &method.life, &method.title, key(method), described(method, verdict))
    };
    gone.map(told).collect()
}

/// What changed in methods that both versions have.
pub(super) fn changed(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (old, new) in pair.in_both() {
        findings.extend(rights(pair, old, new));
        findings.extend(deprecation(pair, old, new));
        findings.extend(parameters::changed(pair, old, new));
        findings.extend(returns(pair, old, new));
    }
    findings
}

fn key(method: &Method) -> String {
    format!("method {}", method.id)
}

fn described(method: &Method, verdict: Verdict) -> Told {
    let action = method.action.as_ref().map_or_else(String::new, |action| format!(", `action={action}`"));
    let summary = words::sentence(&method.summary);
    Told::new(format!("{summary}: `content={}`{action}", method.content), verdict, &method.evidence)
}

fn rights(pair: &Pair<'_>, old: &Method, new: &Method) -> Vec<Finding> {
    let lacks =
        |rights: &[MethodRight], right: &MethodRight| rights.iter().all(|one| one.right != right.right);
    let title = |right: &MethodRight| right_title(pair.model, &right.right);
    let mut findings = Vec::new();
    for right in new.rights.iter().filter(|right| lacks(&old.rights, right)) {
        let verdict = Verdict::breaking("a user without the right is refused, or gets less than before");
        let told = Told::new(format!("asks for the right {}, too", title(right)), verdict, &right.evidence);
        findings.push(finding(pair, Change::Changed, &right.life, &new.title, key(new), told));
    }
    for right in old.rights.iter().filter(|right| lacks(&new.rights, right)) {
        let verdict = Verdict::harmless("who was allowed before is still allowed");
        let text = format!("no longer asks for the right {}", title(right));
        let told = Told::new(text, verdict, &right.evidence);
        let mut found = finding(pair, Change::Removed, &right.life, &new.title, key(new), told);
        found.change = Change::Changed;
        findings.push(found);
    }
    findings
}

fn right_title(model: &Model, id: &str) -> String {
    model.right(id).map_or_else(|| id.to_owned(), |right| right.title.clone())
}

fn deprecation(pair: &Pair<'_>, old: &Method, new: &Method) -> Option<Finding> {
    let ((since, note), None) = (new.deprecated.as_ref()?, &old.deprecated) else { return None };
    let text = format!("is deprecated: {}", words::sentence(note));
    let verdict = Verdict::harmless("it still works, but clients should move on");
    let told = Told::new(text, verdict, &new.evidence);
    Some(finding(pair, Change::Changed, &from_version(*since), &new.title, key(new), told))
}

fn returns(pair: &Pair<'_>, old: &Method, new: &Method) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut tell = |change, answer: &Return, text: String, verdict| {
        let evidence = if answer.evidence.is_empty() { &new.evidence } else { &answer.evidence };
        let key = format!("return {}", return_name(new, answer));
        findings.push(finding(
            pair,
            change,
            &answer.life,
            &new.title,
            key,
            Told::new(text, verdict, evidence),
        ));
    };
    for answer in &new.returns {
        let before = old.returns.iter().find(|one| return_name(old, one) == return_name(new, answer));
        match before {
            None => {
                let verdict = Verdict::harmless("it comes only if asked for");
                tell(
                    Change::Added,
                    answer,
                    format!("has another answer{}", words::answer(new, answer)),
                    verdict,
                );
            }
            Some(before) if return_facts(before) != return_facts(answer) => {
                let text =
                    format!("answers{}; before{}", words::answer(new, answer), words::answer(old, before));
                tell(
                    Change::Changed,
                    answer,
                    text,
                    Verdict::breaking("a client that reads the old answer finds another one"),
                );
            }
            Some(_) => {}
        }
    }
    for answer in &old.returns {
        if new.returns.iter().all(|one| return_name(new, one) != return_name(old, answer)) {
            let text = format!("no longer answers{}", words::answer(old, answer));
            tell(
                Change::Removed,
                answer,
                text,
                Verdict::breaking("a client that asks for it gets something else"),
            );
        }
    }
    findings
}
