//! `probe`: which methods a live server has.

mod call;

use redcap_generator::findings::Change;
use redcap_generator::model::{Method, Model, Version};
use redcap_generator::pipeline::{SPEC, known};
use redcap_generator::probe::{Answer, Question, judge, questions, read, version_question};

use super::args::ProbeArgs;
use super::findings::tell;
use super::model_in;
use super::places::folder;
use super::reply::{Exit, Reply};
use super::text::{count, printable, wrapped};
use call::{Caller, TOKEN};

pub fn run(args: &ProbeArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let given = args.redcap_version.as_deref();
    let given = given.map(|text| {
        known(&model, text).map_err(|error| Reply::failed(&printable(&error.to_string()), &error.help))
    });
    let given = given.transpose()?;
    let asked = questions(&model);
    let plan = plan(&args.url, &asked);
    let caller = Caller::new(&args.url, &model.api.token_field)?;
    if args.dry_run {
        return Ok(Reply::fine(plan));
    }
    let lengths: Vec<u32> = model.api.tokens.iter().map(|kind| kind.length).collect();
    let caller = caller.with_token(&lengths)?;
    Reply::announce(&plan);
    let version = match (given, version_question(&model)) {
        (Some(version), _) => version,
        (None, Some(question)) => version_of(&model, &caller, &question)?,
        (None, None) => {
            return Err(Reply::failed(
                "the spec does not say how a server tells its version",
                "name it with --redcap-version",
            ));
        }
    };
    let mut answers: Vec<(&Method, Answer)> = Vec::new();
    for question in &asked {
        let answer = match caller.send(&question.form) {
            Ok((status, body)) => {
                read(&model, question.method, status, &body).map_err(|why| useless(&why))?
            }
            // A server that was never reached will not be for the next question either.
            Err(why) if answers.is_empty() => return Err(useless(&why)),
            Err(why) => Answer::Untold(why),
        };
        answers.push((question.method, answer));
    }
    let findings = judge(&model, version, &answers);
    let mut reply = Reply::fine(tell(&findings, args.format));
    if findings.iter().any(|finding| finding.change != Change::Note) {
        reply.exit = Exit::Found;
    }
    Ok(reply)
}

/// What will be sent, for reading before it is sent.
fn plan(url: &str, asked: &[Question<'_>]) -> String {
    let mut text = wrapped(
        &format!(
            "To {} go {} that only read, each with the token of {TOKEN}. What they require is left out. Nothing is \
             written, and of the answers only the status and the kind of error are looked at:",
            printable(url),
            count(asked.len(), "call"),
        ),
        0,
    );
    text.push('\n');
    for question in asked {
        let form: Vec<String> = question.form.iter().map(|(name, value)| format!("{name}={value}")).collect();
        text.push_str(&format!("  {}\n", form.join("  ")));
    }
    text.push('\n');
    text
}

fn version_of(model: &Model, caller: &Caller, question: &Question<'_>) -> Result<Version, Reply> {
    let (status, body) = caller.send(&question.form).map_err(|why| useless(&why))?;
    read(model, question.method, status, &body).map_err(|why| useless(&why))?;
    body.trim()
        .trim_matches('"')
        .parse()
        .map_err(|_| Reply::failed("the server does not tell its version", "name it with --redcap-version"))
}

fn useless(why: &str) -> Reply {
    Reply::failed(&printable(why), "check the address, the token and whether the server is up")
}
