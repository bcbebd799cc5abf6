//! Requests that would do more than was meant are not sent.

use redcap::runtime::{Error, ErrorKind, Guard, Method, Request, Row};

use crate::common::{client, failure};
use crate::mock::{Mock, Reply};

const DELETE: Method = Method::new("delete_records", "record").guards(&[
    Guard::company(&["repeat_instance"], &["instrument", "event"]),
    Guard::company(&["arm", "instrument"], &["event"]),
]);

const IMPORT: Method =
    Method::new("import_users", "user").guards(&[Guard::column("data_access_group", "allow_leaving_groups")]);

async fn delete(parameters: &[&str]) -> Result<u64, Error> {
    let mock = Mock::start(vec![Reply::text("1")]);
    let mut request = Request::new(&client(&mock), &DELETE);
    for name in parameters {
        request.set(name, "1");
    }
    let result = request.integer().await;
    assert_eq!(mock.requests().len(), usize::from(result.is_ok()), "{parameters:?}");
    result
}

#[tokio::test]
async fn parameters_that_need_company_are_refused_alone() {
    for (parameters, problem) in [
        (
            &["repeat_instance"][..],
            "delete_records: `repeat_instance` without `instrument` or `event` may reach more than was meant",
        ),
        (
            &["arm", "instrument", "repeat_instance"],
            "delete_records: `arm` and `instrument` without `event` may reach more than was meant",
        ),
    ] {
        let error = failure(delete(parameters).await);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.to_string(), problem);
        assert!(error.was_not_sent() && !error.is_retryable());
    }
}

#[tokio::test]
async fn complete_parameters_are_sent() {
    for parameters in [
        &[][..],
        &["arm"],
        &["instrument"],
        &["event", "repeat_instance"],
        &["instrument", "repeat_instance"],
        &["arm", "event", "instrument", "repeat_instance"],
    ] {
        delete(parameters).await.expect("nothing is missing");
    }
}

/// Users with these groups; `None` for a row without the column.
async fn import(groups: &[Option<&str>], allow: bool) -> Result<u64, Error> {
    let mock = Mock::start(vec![Reply::text("1")]);
    let mut request = Request::new(&client(&mock), &IMPORT);
    let rows = groups.iter().map(|group| {
        let mut row = Row::new();
        row.put("username", &"jdoe".to_owned());
        row.put_optional("data_access_group", group.map(str::to_owned).as_ref());
        row
    });
    request.set_rows("data", rows);
    if allow {
        request.allow("data_access_group");
    }
    let result = request.integer().await;
    assert_eq!(mock.requests().len(), usize::from(result.is_ok()), "{groups:?}");
    result
}

#[tokio::test]
async fn a_row_without_a_column_that_it_would_clear_is_refused() {
    let error = failure(import(&[Some("north"), None], false).await);
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.to_string(),
        "import_users: item 2 lacks the column `data_access_group`, which clears it; see `allow_leaving_groups`"
    );
    assert!(error.was_not_sent());
}

#[tokio::test]
async fn clearing_a_column_can_be_asked_for() {
    import(&[Some("north"), Some("")], false).await.expect("a blank is explicit");
    import(&[None], true).await.expect("it was allowed");
    import(&[], false).await.expect("there is no row");
}
