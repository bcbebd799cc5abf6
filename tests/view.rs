//! What a view of one version must hold, whichever version it is.

mod support;

use std::collections::BTreeSet;

use redcap_generator::model::{ExampleValue, Lifespan, Method, Model, Need, Type, Version};
use redcap_generator::view::{Selection, View};
use support::{at, model_of, real_model, tiny_files, version};

/// Every version at which anything can change.
fn versions(model: &Model) -> BTreeSet<Version> {
    let mut versions: BTreeSet<Version> = model.releases.iter().map(|release| release.version).collect();
    let mut add = |life: &Lifespan| versions.extend([Some(life.since), life.until].into_iter().flatten());
    for method in &model.methods {
        add(&method.life);
        method.parameters.iter().for_each(|parameter| add(&parameter.life));
        method.returns.iter().for_each(|answer| add(&answer.life));
    }
    model.shapes.iter().flat_map(|shape| &shape.columns).for_each(|column| add(&column.life));
    model.enums.iter().flat_map(|one| &one.values).for_each(|value| add(&value.life));
    versions
}

#[test]
fn a_view_refers_to_nothing_outside_itself() {
    for model in [real_model(), model_of(&tiny_files())] {
        let selections = versions(&model).into_iter().map(Selection::At).chain([Selection::All]);
        for selection in selections {
            let view = View::new(&model, selection);
            for method in &view.model.methods {
                assert_method_is_closed(&view, method);
            }
            for shape in &view.model.shapes {
                assert!(!shape.columns.is_empty(), "{selection:?}: {} has no column", shape.id);
                shape
                    .columns
                    .iter()
                    .for_each(|column| assert_type_is_known(&view, &column.type_, &column.name));
            }
            for one in &view.model.enums {
                assert!(!one.values.is_empty(), "{selection:?}: {} has no value", one.id);
            }
            for group in &view.model.groups {
                assert!(
                    view.methods_of(&group.id).next().is_some(),
                    "{selection:?}: {} has no method",
                    group.id
                );
            }
            for field in view.model.callbacks.iter().flat_map(|callback| &callback.fields) {
                assert_type_is_known(&view, &field.type_, &field.name);
            }
        }
    }
}

fn assert_method_is_closed(view: &View, method: &Method) {
    let place = format!("{:?}: {}", view.selection, method.id);
    assert!(!method.returns.is_empty(), "{place}: no answer");
    for answer in &method.returns {
        assert_type_is_known(view, &answer.text, &place);
        assert!(answer.shape.as_ref().is_none_or(|id| view.model.shape(id).is_some()), "{place}: {answer:?}");
        let when = answer.when.as_ref().map(|when| when.parameter.as_str());
        assert!(when.is_none_or(|name| method.parameter(name).is_some()), "{place}: {answer:?}");
    }
    for parameter in &method.parameters {
        assert_type_is_known(view, &parameter.type_, &place);
    }
    for id in &method.see_also {
        assert!(view.model.method(id).is_some(), "{place}: see also {id}");
    }
    assert!(!method.examples.is_empty(), "{place}: no example");
    for example in &method.examples {
        for (name, value) in &example.parameters {
            let parameter = method.parameter(name);
            assert!(method.open || parameter.is_some(), "{place}: the example has {name}");
            let Some(Type::Enum(id)) = parameter.map(|parameter| &parameter.type_) else { continue };
            let values = &view.model.enumeration(id).unwrap().values;
            let known = |text: &String| values.iter().any(|one| one.value == *text);
            assert!(matches!(value, ExampleValue::One(text) if known(text)), "{place}: {name} is {value:?}");
        }
        if view.selection != Selection::All {
            for needed in method.parameters.iter().filter(|parameter| parameter.need == Need::Required) {
                let given = example.parameters.iter().any(|(name, _)| *name == needed.name);
                assert!(given, "{place}: the example lacks {}", needed.name);
            }
        }
    }
}

fn assert_type_is_known(view: &View, type_: &Type, place: &str) {
    let known = match type_ {
        Type::Enum(id) => view.model.enumeration(id).is_some(),
        Type::Scalar(id) => view.model.scalars.iter().any(|scalar| scalar.id == *id),
        Type::Payload(id) | Type::PayloadItem(id) => view.model.shape(id).is_some(),
        Type::List(of) | Type::Map(of) => return assert_type_is_known(view, of, place),
        _ => true,
    };
    assert!(known, "{:?}: {place}: {} is not there", view.selection, type_.notation());
}

#[test]
fn a_fact_is_there_from_its_first_version_until_before_its_last() {
    let model = model_of(&tiny_files());
    let has_moods = |text| at(&model, text).model.shape("note").unwrap().column("type").is_some();
    assert_eq!(
        ["1.0.0", "1.9.9", "1.10.0", "1.99.0", "2.0.0"].map(has_moods),
        [false, false, true, true, false]
    );
    let ids =
        |text| at(&model, text).model.methods.iter().map(|method| method.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids("1.0.0"), ["export_notes", "attach_page"]);
    assert_eq!(ids("1.10.0"), ["export_notes", "import_notes", "attach_page"]);
    assert_eq!(ids("2.0.0"), ["export_notes", "import_notes"]);
}

#[test]
fn what_only_gone_methods_used_is_gone_too() {
    let model = model_of(&tiny_files());
    let view = at(&model, "2.0.0");
    assert!(view.model.shape("page").is_none());
    assert!(view.model.groups.iter().all(|group| group.id != "pages"));
    assert_eq!(view.newest, version("2.0.0"));
    let newest = view.model.releases.last().map(|release| release.version);
    assert_eq!(newest, Some(view.newest));
    let codes: Vec<u16> = view.model.api.statuses.iter().map(|status| status.code).collect();
    assert_eq!(codes, [200, 403]);
}

#[test]
fn a_view_of_all_versions_leaves_nothing_out() {
    let model = real_model();
    let view = View::new(&model, Selection::All);
    let sizes = |model: &Model| {
        let parameters = model.methods.iter().map(|method| method.parameters.len()).sum::<usize>();
        let columns = model.shapes.iter().map(|shape| shape.columns.len()).sum::<usize>();
        [model.methods.len(), parameters, model.shapes.len(), columns, model.enums.len(), model.scalars.len()]
    };
    assert_eq!(sizes(&view.model), sizes(&model));
    assert_eq!(view.newest, model.newest());
}

#[test]
fn a_parameter_that_changed_is_one_for_all_versions() {
    let mut files = support::real_files();
    let records = files.iter_mut().find(|file| file.path.ends_with("records.yaml")).unwrap();
    let line =
        records.text.lines().find(|line| line.contains("use: raw_or_label_headers")).unwrap().to_owned();
    let old = line.replace(" }", ", until: \"12.0.0\" }");
    let new = "      - { use: raw_or_label_headers, default: label, since: \"12.0.0\", evidence: [KB-upd] }";
    records.text = records.text.replacen(&line, &format!("{old}\n{new}"), 1);
    let model = support::model_of(&files);
    let of = |view: &View| -> Vec<(Option<String>, String, String)> {
        let parameters = &view.model.method("export_records").unwrap().parameters;
        let named = parameters.iter().filter(|one| one.name == "rawOrLabelHeaders");
        named.map(|one| (one.default.clone(), one.life.to_string(), one.doc.clone())).collect()
    };
    let [(default, life, doc)] = &of(&View::new(&model, Selection::All))[..] else { panic!("not one") };
    assert_eq!((default.as_deref(), life.as_str()), (Some("label"), "since 6.0.0"));
    assert!(doc.ends_with("Before 12.0.0: default `raw`."), "{doc}");
    for (version, default) in [("11.4.0", "raw"), ("12.0.8", "label")] {
        let [(only, ..)] = &of(&support::at(&model, version))[..] else { panic!("not one") };
        assert_eq!(only.as_deref(), Some(default), "{version}");
    }
}

#[test]
fn corrections_of_the_spec_are_no_history_of_the_api() {
    let model = support::model_of(&support::tiny_files());
    let all = View::new(&model, Selection::All);
    let format = |model: &Model| model.enumeration("format").unwrap().changes.len();
    assert_eq!((format(&model), format(&all.model)), (1, 0));
    // What is said of a parameter is part of the history of its method.
    let notes: Vec<&str> =
        all.model.method("export_notes").unwrap().changes.iter().map(|change| change.note.as_str()).collect();
    assert_eq!(notes, ["Dates can be given, \"finally\".", "It is kept."]);
}
