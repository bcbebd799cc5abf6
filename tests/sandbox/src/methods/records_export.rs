//! Exports of records and reports.

use std::sync::Arc;

use redcap_generator::spec::raw::AnswerKind;

use crate::api::{Call, Refusal, Reply};
use crate::export::{Body, Plan, Selection, Style, reply, report};
use crate::project::{LogKind, Project};

/// Exports records as rows, by value or as ODM.
pub fn records(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let selection = Selection::of_call(call, project)?;
    let style = Style::of_records(call);
    Ok(answer(call, Plan::new(call, project, selection, style)))
}

/// Exports the rows of a report.
pub fn reports(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let id = call.arguments.number("report_id");
    let found = project.reports.iter().find(|report| Some(report.id) == id);
    let Some(found) = found else {
        return Err(
            call.refuse("reports_report_unknown", &[("report_id", call.arguments.required("report_id"))])
        );
    };
    let selection = report(call, project, found)?;
    let mut style = Style::of_call(call);
    style.combine = found.other.get("combine_checkbox_values").is_some_and(|on| on == "1");
    Ok(answer(call, Plan::new(call, project, selection, style)))
}

fn answer(call: &Call<'_>, plan: Plan) -> Reply {
    let format = plan.style.format;
    call.log(
        LogKind::Export,
        "Data Export (API) ",
        format!("export_format: {}", format.name().to_uppercase()),
    );
    let kind = match plan.style.body {
        Body::Flat => AnswerKind::Records,
        Body::Eav => AnswerKind::List,
        Body::Document(_) => AnswerKind::Odm,
    };
    reply(plan, call.media(kind, format))
}
