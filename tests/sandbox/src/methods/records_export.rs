//! Exports of records and reports.

use std::sync::Arc;

use redcap_generator::spec::raw::AnswerKind;

use crate::api::{Call, Format, Refusal, Reply};
use crate::export::{Extent, Plan, Selection, Style, document, reply, report};
use crate::project::{LogKind, Project};

/// Exports records as rows, by value or as ODM.
pub fn records(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let selection = Selection::of_call(call, project)?;
    let style = Style::of_records(call);
    let kind = if style.eav { AnswerKind::List } else { AnswerKind::Records };
    Ok(answer(call, kind, Plan::new(call, project, selection, style)))
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
    Ok(answer(call, AnswerKind::Records, Plan::new(call, project, selection, style)))
}

fn answer(call: &Call<'_>, kind: AnswerKind, plan: Plan) -> Reply {
    let format = plan.style.format;
    call.log(
        LogKind::Export,
        "Data Export (API) ",
        format!("export_format: {}", format.name().to_uppercase()),
    );
    match format {
        Format::Odm => document(call, &plan, Extent::default()),
        _ => reply(plan, call.media(kind, format)),
    }
}
