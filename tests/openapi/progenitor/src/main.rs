//! Calls of the client that progenitor makes, on the sandbox.

use std::collections::HashMap;
use std::env;

use futures_util::TryStreamExt;
use progenitor_client::{ByteStream, Error};

/// What progenitor made, as it is.
#[allow(unused_imports, reason = "progenitor exports more than it makes here")]
mod api {
    include!(concat!(env!("OUT_DIR"), "/client.rs"));
}

use api::Client;
use api::types::{ExportArmsBody, ExportRecordsBody, Format, RecordFormat};

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let address = env::var("REDCAP_API_URL")?;
    let token = env::var("REDCAP_API_TOKEN")?;
    let client = Client::new(address.trim_end_matches('/'));
    let reset = reqwest::Url::parse(&address)?.join("/_sandbox/reset")?;
    reqwest::Client::new().post(reset).send().await?.error_for_status()?;

    let arms = client.export_arms().body(arms(&token)?).send().await?.into_inner();
    assert_eq!(arms.iter().map(|arm| arm.arm_num).collect::<Vec<_>>(), [1, 2]);

    // Items of a list go as further texts.
    let body = records(&token, &[("records[0]", "1"), ("records[1]", "2"), ("fields[0]", "record_id")])?;
    let rows = client.export_records().body(body).send().await?.into_inner();
    let mut names: Vec<String> = rows.iter().map(|row| text(&row["record_id"])).collect();
    names.sort();
    names.dedup();
    assert_eq!(names, ["1", "2"]);

    // The field that is a list cannot be sent. When it can, the table in the README is wrong.
    let body = ExportArmsBody { arms: vec![1], ..self::arms(&token)? };
    let refused = client.export_arms().body(body).send().await;
    assert!(matches!(&refused, Err(Error::InvalidRequest(_))), "a list in a form: {refused:?}");

    let data = r#"[{"record_id": "1", "redcap_event_name": "week_4_arm_1", "score": "35"}]"#;
    let import = client.import_records().body_map(|body| {
        let body = body.token(token.as_str()).content("record").data(data);
        body.format(RecordFormat::Json).return_format(Format::Json)
    });
    let count = import.send().await?.into_inner();
    assert_eq!(format!("{count:?}").matches(char::is_numeric).collect::<String>(), "1", "{count:?}");

    let version = client.export_redcap_version();
    let version = version.body_map(|body| body.token(token.as_str()).content("version")).send().await?;
    assert_eq!(all(version.into_inner()).await?.split('.').count(), 3);

    let wrong = "F".repeat(32);
    match client.export_records().body(records(&wrong, &[])?).send().await {
        Err(Error::ErrorResponse(answer)) => {
            assert_eq!(answer.status(), 403);
            assert!(answer.error.contains("permissions"), "{}", answer.error);
        }
        other => return Err(format!("a wrong token: {other:?}").into()),
    }

    let delete = client.delete_records().body_map(|body| {
        let body = body.token(token.as_str()).content("record").action("delete");
        body.extra(texts(&[("records[0]", "3"), ("records[1]", "4")]))
    });
    assert_eq!(all(delete.send().await?.into_inner()).await?, "2");
    let left = client.export_records().body(records(&token, &[("fields[0]", "record_id")])?).send().await?;
    assert!(left.iter().all(|row| !["3", "4"].contains(&text(&row["record_id"]).as_str())));

    println!("RESULT 8 calls");
    Ok(())
}

fn arms(token: &str) -> Result<ExportArmsBody, Failure> {
    let body =
        ExportArmsBody::builder().token(token).content("arm").format(Format::Json).extra(HashMap::new());
    Ok(body.try_into()?)
}

fn records(token: &str, further: &[(&str, &str)]) -> Result<ExportRecordsBody, Failure> {
    let body = ExportRecordsBody::builder().token(token).content("record").format(RecordFormat::Json);
    Ok(body.return_format(Format::Json).extra(texts(further)).try_into()?)
}

fn texts(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn text(cell: &serde_json::Value) -> String {
    cell.as_str().unwrap_or_default().to_owned()
}

/// A body that has no type of its own.
async fn all(stream: ByteStream) -> Result<String, Failure> {
    let bytes = stream.into_inner().try_fold(Vec::new(), |mut bytes, part| async move {
        bytes.extend_from_slice(&part);
        Ok(bytes)
    });
    Ok(String::from_utf8(bytes.await?)?)
}
