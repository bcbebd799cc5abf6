//! What public documents list for single REDCap versions, held against the spec.
//!
//! The lists are typed from the documents and know nothing of the spec, so they catch what a
//! snapshot would silently take over. The tags in comments are those of `spec/sources.yaml`.

mod support;

use std::collections::BTreeSet;

use redcap_generator::model::{Method, Need, Type};
use redcap_generator::view::View;
use support::{at, real_model};

/// A method of the help page of about 4.x: title, fixed fields, required and optional parameters.
struct OldMethod {
    title: &'static str,
    wire: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
}

/// The help page of about 4.x (seed-002). The token is not listed; every method has it.
const FIRST_METHODS: [OldMethod; 6] = [
    OldMethod {
        title: "Export Records",
        wire: "content=record",
        required: &["format", "type"],
        optional: &["records", "fields", "forms", "events", "rawOrLabel", "eventName"],
    },
    OldMethod {
        title: "Import Records",
        wire: "content=record",
        required: &["format", "type", "overwriteBehavior", "data"],
        optional: &[],
    },
    OldMethod {
        title: "Export Metadata (i.e. Data Dictionary)",
        wire: "content=metadata",
        required: &["format"],
        optional: &["fields", "forms"],
    },
    OldMethod {
        title: "Export a File",
        wire: "content=file action=export",
        required: &["record", "field", "event"],
        optional: &[],
    },
    OldMethod {
        title: "Import a File",
        wire: "content=file action=import",
        required: &["record", "field", "event", "file"],
        optional: &[],
    },
    OldMethod {
        title: "Delete a File",
        wire: "content=file action=delete",
        required: &["record", "field", "event"],
        optional: &[],
    },
];

/// Values and defaults that the same page names.
const FIRST_VALUES: [(&str, &str, &[&str], &str); 8] = [
    ("Export Records", "format", &["csv", "json", "xml"], "xml"),
    ("Export Records", "type", &["flat", "eav"], "flat"),
    ("Export Records", "rawOrLabel", &["raw", "label", "both"], "raw"),
    ("Export Records", "eventName", &["label", "unique"], "label"),
    ("Import Records", "format", &["csv", "json", "xml"], "xml"),
    ("Import Records", "type", &["flat", "eav"], "flat"),
    ("Import Records", "overwriteBehavior", &["normal", "overwrite"], "normal"),
    ("Export Metadata (i.e. Data Dictionary)", "format", &["csv", "json", "xml"], "xml"),
];

/// The table of a slide about 7.0 (seed-003): its row, and what the export, import and delete
/// columns mean today. The slide has "REDCap Version" and "Generate Next Record Name" in the
/// import column, although both only read; here they stand where the slide has them.
const SLIDE: [(&str, [Option<&str>; 3]); 19] = [
    ("Project Arms", [Some("Export Arms"), Some("Import Arms"), Some("Delete Arms")]),
    ("Project Events", [Some("Export Events"), Some("Import Events"), Some("Delete Events")]),
    ("File (response)", [Some("Export a File"), Some("Import a File"), Some("Delete a File")]),
    ("Field Names", [Some("Export List of Export Field Names"), None, None]),
    ("Instruments (Data Entry Forms)", [Some("Export Instruments (Data Entry Forms)"), None, None]),
    (
        "Instrument-Event Mapping",
        [Some("Export Instrument-Event Mappings"), Some("Import Instrument-Event Mappings"), None],
    ),
    ("PDF File of Instruments", [Some("Export PDF file of Instruments"), None, None]),
    (
        "Metadata",
        [Some("Export Metadata (Data Dictionary)"), Some("Import Metadata (Data Dictionary)"), None],
    ),
    ("Project Info", [Some("Export Project Info"), Some("Import Project Info"), None]),
    ("Create Project", [None, Some("Create Project"), None]),
    ("Generate Next Record Name", [None, Some("Generate Next Record Name"), None]),
    ("Records", [Some("Export Records"), Some("Import Records"), Some("Delete Records")]),
    ("Reports", [Some("Export Reports"), None, None]),
    ("REDCap Version", [None, Some("Export REDCap Version"), None]),
    ("Survey Link", [Some("Export a Survey Link"), None, None]),
    ("Survey Participants", [Some("Export Survey Participants"), None, None]),
    ("Survey Queue Link", [Some("Export a Survey Queue Link"), None, None]),
    ("Survey Return Code", [Some("Export a Survey Return Code"), None, None]),
    ("Users", [Some("Export Users"), Some("Import Users"), None]),
];

/// The method that the slide lacks although 6.12.0 brought it.
const NOT_ON_THE_SLIDE: &str = "Export Project XML";

/// The two entries that the slide has in the wrong column.
const MISPLACED_ON_THE_SLIDE: [&str; 2] = ["Generate Next Record Name", "REDCap Version"];

/// The methods of LTS 9.0 by group (seed-000).
const LTS_9: [(&str, &[&str]); 13] = [
    ("Arms", &["Export Arms", "Import Arms", "Delete Arms"]),
    ("Events", &["Export Events", "Import Events", "Delete Events"]),
    ("Field Names", &["Export List of Export Field Names"]),
    ("Files", &["Export a File", "Import a File", "Delete a File"]),
    (
        "Instruments",
        &[
            "Export Instruments (Data Entry Forms)",
            "Export PDF file of Instruments",
            "Export Instrument-Event Mappings",
            "Import Instrument-Event Mappings",
        ],
    ),
    ("Metadata", &["Export Metadata (Data Dictionary)", "Import Metadata (Data Dictionary)"]),
    ("Projects", &["Create Project", "Import Project Info", "Export Project Info", "Export Project XML"]),
    ("Records", &["Export Records", "Import Records", "Delete Records", "Generate Next Record Name"]),
    (
        "Repeating Instruments and Events",
        &["Export Repeating Instruments and Events", "Import Repeating Instruments and Events"],
    ),
    ("Reports", &["Export Reports"]),
    ("REDCap", &["Export REDCap Version"]),
    (
        "Surveys",
        &[
            "Export a Survey Link",
            "Export Survey Participants",
            "Export a Survey Queue Link",
            "Export a Survey Return Code",
        ],
    ),
    ("Users & User Privileges", &["Export Users", "Import Users"]),
];

/// Columns of the project information in a CSV answer of December 2018 (seed-004), as they came.
const PROJECT_INFO_2018: &str = "project_id,project_title,creation_time,production_time,in_production,\
    project_language,purpose,purpose_other,project_notes,custom_record_label,secondary_unique_field,\
    is_longitudinal,surveys_enabled,scheduling_enabled,record_autonumbering_enabled,randomization_enabled,\
    ddp_enabled,project_irb_number,project_grant_number,project_pi_firstname,project_pi_lastname,\
    display_today_now_button,has_repeating_instruments_or_events";

/// Number of methods on REDCap's own list, by version.
const COUNTS: [(&str, usize); 26] = [
    ("4.0.0", 6),
    ("5.8.2", 11),
    ("6.0.0", 13),
    ("6.4.0", 19),
    ("6.4.3", 19),
    ("6.5.0", 20),
    ("6.7.0", 20),
    ("6.11.0", 28),
    ("6.12.0", 29),
    ("6.12.1", 29),
    ("7.0.0", 32),
    ("8.1.2", 32),
    ("8.2.0", 33),
    ("8.10.0", 34),
    ("9.0.0", 34),
    ("9.1.3", 34),
    ("10.8.0", 40),
    ("11.3.0", 46),
    ("11.3.1", 47),
    ("11.3.3", 48),
    ("13.1.0", 53),
    ("14.5.0", 53),
    ("14.7.0", 54),
    ("15.1.0", 55),
    ("16.1.3", 55),
    ("17.4.1", 55),
];

#[test]
fn the_first_help_page_has_six_methods() {
    let model = real_model();
    let view = at(&model, "4.0.0");
    let listed: BTreeSet<&str> = FIRST_METHODS.iter().map(|old| find(&view, old.title).id.as_str()).collect();
    assert_eq!(listed, ids(&view));
    for old in FIRST_METHODS {
        let method = find(&view, old.title);
        let action = method.action.as_ref().map_or_else(String::new, |action| format!(" action={action}"));
        assert_eq!(format!("content={}{action}", method.content), old.wire, "{}", old.title);
        let given: BTreeSet<&str> =
            method.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        let wanted: BTreeSet<&str> = old.required.iter().chain(old.optional).copied().collect();
        assert_eq!(given, wanted, "{}", old.title);
        for name in old.required {
            // The page also calls required what has a default, or is for longitudinal projects only.
            assert_ne!(method.parameter(name).unwrap().need, Need::Optional, "{}: {name}", old.title);
        }
        for name in old.optional {
            assert_eq!(method.parameter(name).unwrap().need, Need::Optional, "{}: {name}", old.title);
        }
    }
}

#[test]
fn the_first_help_page_names_values_and_defaults() {
    let model = real_model();
    let view = at(&model, "4.0.0");
    for (title, name, values, default) in FIRST_VALUES {
        let parameter = find(&view, title).parameter(name).unwrap();
        let Type::Enum(id) = &parameter.type_ else { panic!("{name} is no enum") };
        let known: Vec<&str> =
            view.model.enumeration(id).unwrap().values.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(known, values, "{title}: {name}");
        assert_eq!(parameter.default.as_deref(), Some(default), "{title}: {name}");
    }
}

#[test]
fn the_first_help_page_knows_the_status_201() {
    let model = real_model();
    let view = at(&model, "4.0.0");
    let returns = &find(&view, "Import a File").returns;
    assert_eq!(returns.iter().map(|answer| answer.status).collect::<Vec<_>>(), [201]);
    let codes: Vec<u16> = view.model.api.statuses.iter().map(|status| status.code).collect();
    for code in [200, 201, 400, 401, 403, 404, 406, 500, 501] {
        assert!(codes.contains(&code), "{code}");
    }
    // The list of 9.0 is the same without 201.
    assert!(at(&model, "9.0.0").model.api.statuses.iter().all(|status| status.code != 201));
}

#[test]
fn what_the_first_help_page_had_went_later() {
    let model = real_model();
    let view = at(&model, "6.0.0");
    assert!(find(&view, "Export Records").parameter("eventName").is_none());
    let values = &view.model.enumeration("raw_or_label").unwrap().values;
    assert!(values.iter().all(|value| value.value != "both"));
}

#[test]
fn the_slide_of_7_0_has_31_entries() {
    let model = real_model();
    let view = at(&model, "7.0.0");
    let counts = [0, 1, 2].map(|column| SLIDE.iter().filter(|(_, row)| row[column].is_some()).count());
    assert_eq!(counts, [16, 11, 4]);
    let mut listed = BTreeSet::new();
    for (entry, row) in SLIDE {
        for (column, title) in
            row.into_iter().enumerate().filter_map(|(column, title)| Some((column, title?)))
        {
            let method = find(&view, title);
            assert!(listed.insert(method.id.as_str()), "{title} is there twice");
            let verb = method.title.split(' ').next().unwrap();
            let fits = match column {
                0 => verb == "Export",
                1 => ["Import", "Create"].contains(&verb),
                _ => verb == "Delete",
            };
            assert_eq!(fits, !MISPLACED_ON_THE_SLIDE.contains(&entry), "{entry}: {title}");
        }
    }
    assert_eq!(listed.len(), 31);
    assert!(listed.insert(find(&view, NOT_ON_THE_SLIDE).id.as_str()));
    assert_eq!(listed, ids(&view));
}

#[test]
fn the_slide_of_7_0_names_what_is_new() {
    let model = real_model();
    let before = at(&model, "6.18.0");
    let view = at(&model, "7.0.0");
    for column in ["redcap_repeat_instrument", "redcap_repeat_instance"] {
        assert!(before.model.shape("record_eav").unwrap().column(column).is_none(), "{column}");
        assert!(view.model.shape("record_eav").unwrap().column(column).is_some(), "{column}");
    }
    assert!(find(&at(&model, "6.10.0"), "Export Records").parameter("filterLogic").is_none());
    assert!(find(&at(&model, "6.11.0"), "Export Records").parameter("filterLogic").is_some());
}

#[test]
fn the_slide_of_7_0_lists_what_the_trigger_sends() {
    let model = real_model();
    let view = at(&model, "7.0.0");
    let [trigger] = view.model.callbacks.as_slice() else { panic!("one callback") };
    let sent: BTreeSet<&str> = trigger.fields.iter().map(|field| field.name.as_str()).collect();
    // Record ID, Project ID, Form Name, Event Name, Data Access Group, completion status; expressly
    // not the number of the instance.
    let listed = [
        "record",
        "project_id",
        "instrument",
        "redcap_event_name",
        "redcap_data_access_group",
        "<instrument>_complete",
    ];
    assert_eq!(sent, BTreeSet::from(listed));
}

#[test]
fn lts_9_0_has_34_methods_in_13_groups() {
    let model = real_model();
    let view = at(&model, "9.0.0");
    let groups: Vec<&str> = view.model.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(groups, LTS_9.map(|(group, _)| group));
    for (group, titles) in view.model.groups.iter().zip(LTS_9.map(|(_, titles)| titles)) {
        let listed: Vec<&str> = titles.iter().map(|title| find(&view, title).id.as_str()).collect();
        let given: Vec<&str> = view.methods_of(&group.id).map(|method| method.id.as_str()).collect();
        assert_eq!(given, listed, "{}", group.title);
    }
    assert_eq!(view.model.methods.len(), 34);
}

#[test]
fn project_information_of_2018() {
    let model = real_model();
    let columns = |version| -> BTreeSet<String> {
        let view = at(&model, version);
        view.model.shape("project_info").unwrap().columns.iter().map(|column| column.name.clone()).collect()
    };
    let listed: BTreeSet<String> = PROJECT_INFO_2018.split(',').map(str::to_owned).collect();
    assert_eq!(listed.len(), 23);
    assert_eq!(columns("8.10.0"), listed);
    // The server of the document is some 8.x. The spec dates this one column to 8.10.0 at the
    // latest, so that clients do not rely on it before.
    let newest: BTreeSet<String> = listed.difference(&columns("8.7.3")).cloned().collect();
    assert_eq!(newest, BTreeSet::from(["has_repeating_instruments_or_events".to_owned()]));
}

#[test]
fn the_number_of_methods_grows_as_known() {
    let model = real_model();
    let beyond: BTreeSet<&str> =
        model.groups.iter().filter(|group| group.beyond_help).map(|group| group.id.as_str()).collect();
    for (version, count) in COUNTS {
        let view = at(&model, version);
        let own = view.model.methods.iter().filter(|method| !beyond.contains(method.group.as_str())).count();
        assert_eq!(own, count, "{version}");
    }
    let newest = at(&model, "17.4.1");
    assert_eq!(newest.model.methods.len(), 56);
    let further: Vec<&str> = newest
        .model
        .methods
        .iter()
        .filter(|method| beyond.contains(method.group.as_str()))
        .map(|method| method.content.as_str())
        .collect();
    assert_eq!(further, ["externalModule"]);
}

/// The method with a title, or another spelling of it.
fn find<'v>(view: &'v View, title: &str) -> &'v Method {
    let is_meant =
        |method: &&Method| method.title == title || method.also_called.iter().any(|other| other == title);
    let mut found = view.model.methods.iter().filter(is_meant);
    let method = found.next().unwrap_or_else(|| panic!("{}: there is no method {title:?}", view.newest));
    assert!(found.next().is_none(), "{}: several methods are called {title:?}", view.newest);
    method
}

fn ids(view: &View) -> BTreeSet<&str> {
    view.model.methods.iter().map(|method| method.id.as_str()).collect()
}
