//! Examples in several languages: what they send, held against the spec.

use redcap_generator::backend::examples::Examples;
use redcap_generator::drift::difference::NewMethod;

use crate::support::{emit, real_model, repository};
use crate::{assert_same, drift_of, file, files, lines, reading_of, set, unread};

#[test]
fn requests_are_found_in_every_language() {
    let model = real_model();
    let sources = files(&[repository("tests/fixtures/drift/examples")]);
    let reading = reading_of(&model, &sources);
    assert_eq!(reading.requests.len(), 9, "{:#?}", reading.requests);
    assert_eq!(
        reading.idle,
        [repository("tests/fixtures/drift/examples/php/config.php").display().to_string()]
    );
    let drift = drift_of(&model, &sources, "17.4.1");
    assert_eq!(
        lines(&drift),
        set([
            "+ method content=dream",
            "+ parameter delete_records.undo",
            "+ parameter export_metadata.depth",
            "+ parameter export_users.sorted",
            "+ value export_records.rawOrLabel emoji",
        ])
    );
    assert_eq!(unread(&drift), Vec::<&str>::new());
    let places: Vec<String> =
        drift.findings.iter().filter_map(|one| one.place.as_ref()).map(ToString::to_string).collect();
    assert!(places.iter().any(|place| place.ends_with("delete_records.R:13")), "{places:?}");
    // Examples are no list: what they do not show is not missing.
    assert!(drift.passed_over.contains(&"export_reports".to_owned()));
    let [NewMethod::Called(request)] = drift.new_methods.as_slice() else {
        panic!("{:?}", drift.new_methods)
    };
    let names: Vec<&str> = request.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["records", "vivid"]);
}

#[test]
fn our_own_examples_send_what_the_spec_says() {
    let model = real_model();
    let all = emit(&[Box::new(Examples)], &model);
    let readable = [
        "csharp",
        "curl",
        "go",
        "java",
        "javascript",
        "julia",
        "perl",
        "php",
        "python",
        "r",
        "ruby",
        "typescript",
    ];
    for language in readable {
        let folder = format!("examples/{language}/");
        let own = all.iter().filter(|(path, _)| path.starts_with(&folder));
        let sources: Vec<_> = own.map(|(path, text)| file(path, text.clone())).collect();
        let drift = drift_of(&model, &sources, "17.4.1");
        assert!(drift.compared.len() >= 55, "{language}: {}", drift.compared.len());
        assert_same(&drift, language);
    }
}
