//! The same calls in each form that clients send.

use bytes::Bytes;
use redcap_sandbox::api::{Form, ListForm};
use redcap_sandbox::project::Project;
use redcap_sandbox::{Options, Server};

use crate::support::{TOKEN, project, send};

/// Ways to write a call.
#[derive(Debug, Clone, Copy)]
enum Body {
    Urlencoded,
    Multipart,
}

fn encode(body: Body, fields: &[(&str, &str)]) -> Form {
    match body {
        Body::Urlencoded => {
            let mut text = form_urlencoded::Serializer::new(String::new());
            text.extend_pairs(fields);
            Form::from_urlencoded(text.finish().as_bytes())
        }
        Body::Multipart => {
            let part = |(name, value): &(&str, &str)| {
                format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
            };
            let text: String = fields.iter().map(part).chain(["--limit--\r\n".to_owned()]).collect();
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            runtime.block_on(Form::from_multipart(Bytes::from(text), "limit")).expect("a multipart form")
        }
    }
}

fn server(project: Project, lists: ListForm) -> Server {
    let server = Server::new(Options { lists, ..Options::default() }).expect("the newest version");
    server.seed(project, Some(TOKEN));
    server
}

fn call(server: &Server, body: Body, fields: &[(&str, &str)]) -> (u16, String) {
    let fields: Vec<(&str, &str)> = [("token", TOKEN)].into_iter().chain(fields.iter().copied()).collect();
    let answer = send(server, encode(body, &fields));
    (answer.status, answer.text())
}

/// A round of calls to every method of structure and people, each with the answer that it must have.
const ROUND: [(&[(&str, &str)], &str); 24] = [
    (&[("content", "version")], "17.4.1"),
    (
        &[
            ("content", "arm"),
            ("action", "import"),
            ("override", "0"),
            ("format", "csv"),
            ("data", "arm_num,name\n3,\"Drug, ü\""),
        ],
        "1",
    ),
    (
        &[
            ("content", "event"),
            ("action", "import"),
            ("format", "json"),
            ("data", "[{\"event_name\":\"Visit & more\",\"arm_num\":3}]"),
        ],
        "1",
    ),
    (&[("content", "arm"), ("format", "csv"), ("arms[]", "3")], "arm_num,name\n3,\"Drug, ü\""),
    (
        &[
            ("content", "formEventMapping"),
            ("format", "xml"),
            (
                "data",
                "<items><item><arm_num>3</arm_num><unique_event_name>visit__more_arm_3</unique_event_name><form>demographics</form></item></items>",
            ),
        ],
        "1",
    ),
    (
        &[("content", "formEventMapping"), ("format", "csv")],
        "arm_num,unique_event_name,form\n3,visit__more_arm_3,demographics",
    ),
    (
        &[
            ("content", "repeatingFormsEvents"),
            ("format", "csv"),
            ("data", "event_name,form_name\nvisit__more_arm_3,demographics"),
        ],
        "1",
    ),
    (
        &[("content", "repeatingFormsEvents"), ("format", "csv")],
        "event_name,form_name,custom_form_label\nvisit__more_arm_3,demographics,\n",
    ),
    (
        &[
            ("content", "dag"),
            ("action", "import"),
            ("format", "csv"),
            ("data", "data_access_group_name\nA + B%20=1"),
        ],
        "1",
    ),
    (
        &[("content", "dag"), ("format", "csv"), ("csvDelimiter", "^")],
        "data_access_group_name^unique_group_name^data_access_group_id\n\"A + B%20=1\"^a__b201^1019",
    ),
    (&[("content", "user"), ("format", "csv"), ("data", "username,data_access_group\nnew,a__b201")], "1"),
    (
        &[("content", "userDagMapping"), ("format", "csv")],
        "username,redcap_data_access_group\nnew,a__b201\nsandbox_owner,",
    ),
    (
        &[
            ("content", "userDagMapping"),
            ("action", "import"),
            ("format", "csv"),
            ("data", "username,redcap_data_access_group\nnew,"),
        ],
        "1",
    ),
    (&[("content", "userRole"), ("format", "csv"), ("data", "role_label\nRole")], "1"),
    (
        &[
            ("content", "userRoleMapping"),
            ("action", "import"),
            ("format", "csv"),
            ("data", "username,unique_role_name\nnew,"),
        ],
        "1",
    ),
    (
        &[("content", "userRoleMapping"), ("format", "csv")],
        "username,unique_role_name,data_access_group\nnew,,\nsandbox_owner,,",
    ),
    (&[("content", "user"), ("action", "delete"), ("users[7]", "new")], "1"),
    (&[("content", "dag"), ("action", "delete"), ("dags[]", "a__b201")], "1"),
    (&[("content", "event"), ("action", "delete"), ("events[0]", "visit__more_arm_3")], "1"),
    (&[("content", "arm"), ("action", "delete"), ("arms[0]", "3")], "1"),
    (&[("content", "project_settings"), ("format", "csv"), ("data", "project_title\nÄ \"x\"")], "1"),
    (
        &[("content", "exportFieldNames"), ("format", "csv"), ("field", "study_id")],
        "original_field_name,choice_value,export_field_name\nstudy_id,,study_id\n",
    ),
    (&[("content", "log"), ("format", "json"), ("logtype", "page_view")], "[]"),
    (
        &[
            ("content", "metadata"),
            ("format", "csv"),
            ("fields[0]", "study_id"),
            ("returnFormat", "json"),
            ("unknown", "x"),
        ],
        "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,field_note,text_validation_type_or_show_slider_number,text_validation_min,text_validation_max,identifier,branching_logic,required_field,custom_alignment,question_number,matrix_group_name,matrix_ranking,field_annotation\nstudy_id,demographics,,text,\"Study ID\",,,,,,,,,,,,,\n",
    ),
];

#[test]
fn urlencoded_and_multipart_forms_are_answered_alike() {
    for body in [Body::Urlencoded, Body::Multipart] {
        let server = server(project("test_long_project"), ListForm::Lenient);
        for (fields, expected) in ROUND {
            assert_eq!(call(&server, body, fields), (200, expected.to_owned()), "{body:?} {fields:?}");
        }
    }
}

#[test]
fn lists_come_in_several_spellings() {
    let whole = server(project("test_long_project"), ListForm::Lenient);
    let names = |answer: (u16, String)| {
        assert_eq!(answer.0, 200, "{}", answer.1);
        answer.1.lines().skip(1).filter_map(|line| line.split(',').next()).collect::<Vec<_>>().join(" ")
    };
    for body in [Body::Urlencoded, Body::Multipart] {
        for lists in [
            &[("fields[0]", "study_id"), ("fields[1]", "first_name")][..],
            &[("fields[1]", "study_id"), ("fields[5]", "first_name")],
            &[("fields[]", "study_id"), ("fields[]", "first_name")],
            &[("fields[a]", "study_id"), ("fields[b]", "first_name")],
            &[("fields", "study_id,first_name")],
            &[("fields", " study_id , first_name,")],
        ] {
            let fields: Vec<(&str, &str)> = [("content", "metadata"), ("format", "csv")]
                .into_iter()
                .chain(lists.iter().copied())
                .collect();
            assert_eq!(names(call(&whole, body, &fields)), "study_id first_name", "{body:?} {lists:?}");
        }
    }
    let percent =
        format!("token={TOKEN}&content=metadata&format=csv&fields%5B0%5D=study_id&fields%5b1%5d=first_name");
    let answer = send(&whole, Form::from_urlencoded(percent.as_bytes()));
    assert_eq!(names((answer.status, answer.text())), "study_id first_name");
}

#[test]
fn strict_servers_refuse_texts_in_the_place_of_lists() {
    let strict = server(project("test_long_project"), ListForm::Strict);
    for body in [Body::Urlencoded, Body::Multipart] {
        for name in ["fields", "forms"] {
            assert_eq!(
                call(&strict, body, &[("content", "metadata"), ("format", "csv"), (name, "study_id")]),
                (
                    400,
                    format!(
                        "ERROR: The \"{name}\" parameter has been provided with a value, but the value is not an array. \
                         The \"{name}\" parameter must be provided as an array of one or more values."
                    )
                )
            );
        }
        assert_eq!(
            call(&strict, body, &[("content", "metadata"), ("format", "csv"), ("fields[]", "study_id")]).0,
            200
        );
        assert_eq!(call(&strict, body, &[("content", "metadata"), ("format", "csv"), ("fields", "")]).0, 200);
    }
    // Deletes want an array everywhere.
    let lenient = server(project("test_long_project"), ListForm::Lenient);
    for (content, name) in
        [("arm", "arms"), ("event", "events"), ("dag", "dags"), ("user", "users"), ("userRole", "roles")]
    {
        for fields in [
            vec![("content", content), ("action", "delete"), ("returnFormat", "csv"), (name, "x")],
            vec![("content", content), ("action", "delete"), ("returnFormat", "csv")],
        ] {
            let (status, text) = call(&lenient, Body::Urlencoded, &fields);
            assert_eq!(status, 400);
            assert!(
                text.starts_with(&format!(
                    "ERROR: The '{name}' parameter is either missing or is not an array."
                )),
                "{text}"
            );
        }
    }
}

#[test]
fn flags_and_formats_are_read_as_clients_write_them() {
    let world = server(project("test_long_project"), ListForm::Lenient);
    let arms = |replace: &str, data: &str| {
        let fields = [
            ("content", "arm"),
            ("action", "import"),
            ("override", replace),
            ("format", "csv"),
            ("data", data),
        ];
        assert_eq!(call(&world, Body::Urlencoded, &fields), (200, "1".into()));
        let events = call(&world, Body::Urlencoded, &[("content", "event"), ("format", "csv")]);
        events.0
    };
    for off in ["0", "false", "False", "FALSE", ""] {
        assert_eq!(arms(off, "arm_num,name\n1,A"), 200, "{off}");
    }
    // All events are gone, so the project is no longer longitudinal.
    assert_eq!(arms("1", "arm_num,name\n1,A"), 400);
    let classic = "You cannot export events for classic projects";
    for (fields, expected) in [
        (
            vec![("content", "event")],
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>{classic}</error></hash>"),
        ),
        (
            vec![("content", "event"), ("format", "")],
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>{classic}</error></hash>"),
        ),
        (vec![("content", "event"), ("format", "csv")], format!("ERROR: {classic}")),
        (
            vec![("content", "event"), ("format", "csv"), ("returnFormat", "json")],
            format!("{{\"error\":\"{classic}\"}}"),
        ),
        (
            vec![("content", "event"), ("format", "json"), ("returnFormat", "csv")],
            format!("ERROR: {classic}"),
        ),
    ] {
        assert_eq!(call(&world, Body::Multipart, &fields), (400, expected), "{fields:?}");
    }
    for content in ["Arm", "arms", "", "fieldnames"] {
        let answer = call(&world, Body::Urlencoded, &[("content", content), ("format", "csv")]);
        assert_eq!(answer, (400, "ERROR: The value of the parameter \"content\" is not valid".into()));
    }
}
