//! Errors that REDCap sends, in all their forms, and what is shown of them.

use redcap::runtime::{Error, ErrorKind, Format, Request};

use crate::common::{IMPORT, client, failure, request, shown};
use crate::mock::{Mock, Reply};

const NO_ACCESS: &str = "You do not have permissions to use the API";

async fn refused(reply: Reply) -> Error {
    let (_mock, request) = request(reply);
    let error = failure(request.records().await);
    assert_eq!(error.kind(), ErrorKind::Api, "{error}");
    error
}

/// The error for a message in the JSON form with status 400.
async fn told(message: &str) -> Error {
    let quoted = serde_json::Value::from(message).to_string();
    let error = refused(Reply::new(400, "application/json", format!("{{\"error\":{quoted}}}"))).await;
    assert_eq!(error.api_message(), Some(message));
    error
}

#[tokio::test]
async fn the_three_forms_of_an_error() {
    let json = format!("{{\"error\":\"{NO_ACCESS}\"}}");
    let csv = format!("ERROR: {NO_ACCESS}");
    let xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>{NO_ACCESS}</error></hash>");
    let spaced = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<hash>\n  <error>{NO_ACCESS}</error>\n</hash>\n"
    );
    let old = format!("{{\"error\":\"{NO_ACCESS}\",\"fields\":[\"x\"]}}");
    let lower = format!("\u{feff}\n error:{NO_ACCESS}");
    for body in [json, csv, xml, spaced, old, lower] {
        for status in [200, 400, 403, 500] {
            let error = refused(Reply::new(status, "text/html; charset=utf-8", body.as_str())).await;
            assert_eq!(error.api_message(), Some(NO_ACCESS), "{body}");
            assert_eq!(error.status(), Some(status));
            assert_eq!(error.method(), Some("records.export"));
            assert!(error.is_permission());
            assert!(!error.is_timeout() && !error.is_retryable());
        }
    }
}

#[tokio::test]
async fn every_kind_of_answer_knows_errors() {
    async fn kind<T>(call: impl AsyncFnOnce(Request) -> Result<T, Error>) -> ErrorKind {
        let (_mock, request) = request(Reply::text("ERROR: no"));
        failure(call(request).await).kind()
    }
    assert_eq!(kind(Request::list::<redcap::runtime::Row>).await, ErrorKind::Api);
    assert_eq!(kind(Request::object::<redcap::runtime::Row>).await, ErrorKind::Api);
    assert_eq!(kind(Request::records).await, ErrorKind::Api);
    assert_eq!(kind(Request::texts::<String>).await, ErrorKind::Api);
    assert_eq!(kind(Request::integer).await, ErrorKind::Api);
    assert_eq!(kind(Request::text::<String>).await, ErrorKind::Api);
    assert_eq!(kind(Request::done).await, ErrorKind::Api);
    assert_eq!(kind(Request::file).await, ErrorKind::Api);
    assert_eq!(kind(|request: Request| request.document(Format::Odm)).await, ErrorKind::Api);
    assert_eq!(kind(Request::empty).await, ErrorKind::Api);
    assert_eq!(kind(Request::any).await, ErrorKind::Api);
}

#[tokio::test]
async fn escapes_in_xml_are_undone() {
    for (inside, message) in [
        ("a &lt;b&gt; &quot;c&quot; &#039;d&#39; &apos;e&apos; &amp;amp;", "a <b> \"c\" 'd' 'e' &amp;"),
        ("<![CDATA[a <b> & c]]>", "a <b> & c"),
        ("\n  a  \n", "a"),
        ("", ""),
    ] {
        let error = refused(Reply::text(&format!("<hash><error>{inside}</error></hash>"))).await;
        assert_eq!(error.api_message(), Some(message));
    }
}

#[tokio::test]
async fn an_error_after_other_output_is_found() {
    let memory = "REDCap ran out of server memory. The request cannot be processed. \
                  Please try importing/exporting a smaller amount of data.";
    for before in [
        "<br />\n<b>Fatal error</b>:  Allowed memory size of 1 bytes exhausted<br />\n",
        "[{\"record_id\":\"1\",\"name\":\"Jane Roe\"},<br />\n<b>Fatal error</b><br />",
        "[{\"record_id\":\"1\",\"name\":\"Jane",
        "SELECT 1;\n",
    ] {
        let error = refused(Reply::json(&format!("{before}{{\"error\":\"{memory}\"}}\n"))).await;
        assert_eq!(error.api_message(), Some(memory));
        assert!(!shown(&error).contains("Jane"));
        assert!(error.to_string().contains("ran out of server memory"), "{error}");
    }
}

#[tokio::test]
async fn errors_without_any_form() {
    let text = "The data is not in the specified format.";
    for status in [200, 400, 406] {
        let error = refused(Reply::new(status, "text/html", text)).await;
        assert_eq!(error.api_message(), Some(text));
        assert!(error.to_string().ends_with(text));
    }
    let error = refused(Reply::new(400, "text/html", "Something unheard of")).await;
    assert_eq!(error.api_message(), Some("Something unheard of"));
    let big = "Sorry, the data export is not able to complete successfully at this time.";
    assert_eq!(refused(Reply::text(big)).await.api_message(), Some(big));
}

#[tokio::test]
async fn rights_are_recognised_by_status_or_text() {
    for message in [
        "You do not have API Import/Update privileges",
        "You do not have Delete Record privileges",
        "Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' \
         privileges in the project.",
        "You do not have permissions to use the API 'Create Project' method.",
    ] {
        assert!(told(message).await.is_permission(), "{message}");
    }
    let error = refused(Reply::new(403, "text/html", "ERROR: no")).await;
    assert!(error.is_permission());
    assert!(!told("You cannot export arms for classic projects").await.is_permission());
}

#[tokio::test]
async fn harmless_texts_are_shown() {
    for text in [
        "You cannot export arms for classic projects",
        "The REDCap project no longer exists because it was deleted.",
        "The value of the parameter \"content\" is not valid",
        "The 'arms' parameter is either missing or is not an array. It must be provided as an array even \
         if it only contains one value.",
        "The field 'mugshotttttt' does not exist or is not a 'file' field",
    ] {
        let shown = told(text).await.to_string();
        assert!(shown.starts_with("records.export: refused by REDCap (status 400): "), "{shown}");
        // The last text quotes a word that could as well be a value.
        assert!(shown.ends_with(&text.replace("'file'", "'…'")), "{shown}");
    }
    let shown = told(NO_ACCESS).await.to_string();
    assert!(shown.contains(NO_ACCESS) && shown.contains("revoked"), "{shown}");
    assert!(told("").await.to_string().ends_with("no reason given"));
}

#[tokio::test]
async fn values_in_texts_are_not_shown() {
    for text in [
        "The record \"Roe\" does not exist",
        "The record 'Roe' does not exist",
        "The record 'O'Roe' does not exist",
        "The record \"a \"Roe\" b\" does not exist",
        "The record \"Roe does not exist",
        "The user \"Roe\" cannot have their privileges modified because the user's role is fixed",
        "One or more of the records provided cannot be deleted because they do not exist in the project. \
         The following records do not exist: Roe, Jane: Roe",
        "Something about Roe-1, Roe@example.org and 2Roe",
        "The following values in the parameter \"fields\" are not valid: 'Jane Roe'",
    ] {
        let error = told(text).await;
        assert!(!shown(&error).contains("Roe"), "{error}");
        assert!(error.to_string().contains('…'), "{error}");
    }
}

#[tokio::test]
async fn refused_values_are_counted() {
    let line = |record: &str, field: &str| {
        format!(
            "\"{record}\",\"{field}\",\"Roe, 22\",\"The value you provided could not be validated because \
             it does not follow the expected format. Please try again.\""
        )
    };
    let error = told(&line("Roe", "weight_kg")).await;
    assert!(error.to_string().ends_with(": 1 value refused (field weight_kg)"), "{error}");
    let lines = [line("Roe", "weight_kg"), line("2", "age"), line("3", "age")].join("\n");
    let error = told(&lines).await;
    assert!(error.to_string().ends_with(": 3 values refused (fields weight_kg, age)"), "{error}");
    let many: Vec<String> = (1..=20).map(|number| line("1", &format!("f{number}"))).collect();
    let error = told(&many.join("\n")).await;
    assert!(error.to_string().contains("20 values refused"), "{error}");
    assert!(error.to_string().contains("f8, …)"), "{error}");
    let odd = "\"1\",\"Jane Roe\",\"x\",\"no\"";
    let error = told(odd).await;
    assert!(error.to_string().ends_with(": 1 value refused"), "{error}");
    for text in [&lines, &line("Roe", "age"), odd] {
        assert!(!shown(&told(text).await).contains("Roe"));
    }
}

#[tokio::test]
async fn long_texts_are_shortened_only_when_shown() {
    let text = "word ".repeat(200);
    let error = told(text.trim()).await;
    assert!(error.to_string().chars().count() < 400);
    assert!(error.to_string().ends_with('…'));
}

#[tokio::test]
async fn line_breaks_do_not_reach_a_log() {
    let error = told("first line\nsecond\tline\u{1b}[31m").await;
    assert!(!error.to_string().contains(['\n', '\t', '\u{1b}']), "{error:?}");
}

#[tokio::test]
async fn refused_imports_are_not_retryable() {
    for status in [400, 429, 502, 503, 504] {
        let mock = Mock::start(vec![Reply::new(status, "text/html", "<html></html>")]);
        let error = failure(Request::new(&client(&mock), &IMPORT).integer().await);
        assert_eq!(error.method(), Some("records.import"));
        assert!(!error.is_retryable(), "{status}");
    }
}
