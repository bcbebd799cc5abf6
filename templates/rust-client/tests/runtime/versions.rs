//! What an older server cannot understand is not sent to it.

use redcap::runtime::{Client, Error, ErrorKind, Life, Method, Request, ServerVersion};

use crate::common::{TOKEN, failure};
use crate::mock::{Mock, Reply};

const RENAME: Method = Method::new("rename_record", "record")
    .since(Life::since(11, 3, 3))
    .parameters(&[("arm", Life::since(12, 0, 0)), ("old", Life::ALWAYS.until(13, 0, 0))]);

async fn call(version: &str, parameter: Option<&str>) -> Result<(), Error> {
    let mock = Mock::start(vec![Reply::text("1")]);
    let version: ServerVersion = version.parse().expect("a version");
    let client = Client::builder().server_version(version).build(&mock.url(), TOKEN).expect("a client");
    assert_eq!(client.supports(&RENAME), Some(version >= ServerVersion::new(11, 3, 3)));
    let mut request = Request::new(&client, &RENAME);
    if let Some(name) = parameter {
        request.set(name, "1");
    }
    let result = request.done().await;
    assert_eq!(mock.requests().len(), usize::from(result.is_ok()), "{version} {parameter:?}");
    result
}

#[tokio::test]
async fn methods_and_parameters_of_other_versions_are_refused() {
    for (version, parameter, problem) in [
        (
            "11.3.2",
            None,
            "rename_record: the method needs REDCap 11.3.3 or later; this server has 11.3.2, and nothing was sent",
        ),
        (
            "11.9.0",
            Some("arm"),
            "rename_record: the parameter `arm` needs REDCap 12.0.0 or later; this server has 11.9.0, and nothing was sent",
        ),
        (
            "13.0.0",
            Some("old"),
            "rename_record: the parameter `old` is gone since REDCap 13.0.0; this server has 13.0.0, and nothing was sent",
        ),
    ] {
        let error = failure(call(version, parameter).await);
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert_eq!(error.to_string(), problem);
        assert!(error.was_not_sent() && !error.is_retryable());
    }
    for (version, parameter) in [("11.3.3", None), ("12.0.0", Some("arm")), ("12.9.9", Some("old"))] {
        call(version, parameter).await.expect("the server has it");
    }
}

#[tokio::test]
async fn the_version_is_asked_for_once() {
    let mock = Mock::start(vec![Reply::text("9.1.2"), Reply::text("9.1.2")]);
    let client = Client::new(&mock.url(), TOKEN).expect("a client");
    assert_eq!(client.supports(&RENAME), None);
    let other = client.clone();
    assert_eq!(client.discover_server_version().await.expect("a version"), ServerVersion::new(9, 1, 2));
    assert_eq!(other.discover_server_version().await.expect("a version"), ServerVersion::new(9, 1, 2));
    assert_eq!(other.supports(&RENAME), Some(false));
    assert_eq!(mock.requests().len(), 1);
    assert_eq!(failure(Request::new(&other, &RENAME).done().await).kind(), ErrorKind::Unsupported);
}

#[test]
fn versions_are_read_as_servers_write_them() {
    for (text, version) in
        [("14.5.0", (14, 5, 0)), (" 9.10.3\n", (9, 10, 3)), ("12.1", (12, 1, 0)), ("8.5.11-beta", (8, 5, 11))]
    {
        assert_eq!(
            text.parse::<ServerVersion>().expect(text),
            ServerVersion::new(version.0, version.1, version.2)
        );
    }
    for text in ["", "14", "x.y.z", "<html>", "14.x", "99999999.1.1"] {
        assert!(text.parse::<ServerVersion>().is_err(), "{text}");
    }
}
