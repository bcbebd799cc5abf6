//! Bodies that are no whole export.

use redcap::runtime::ErrorKind::{self, Api, Decode, Incomplete, NotRedcap};
use redcap::runtime::Framer;

use crate::common::{csv, failure};

const MEMORY: &str = "{\"error\":\"REDCap ran out of server memory. The request cannot be processed.\"}";
const PHP: &str = "<br />\n<b>Fatal error</b>:  Allowed memory size of 9 bytes exhausted in <b>/x.php</b>";

/// What goes wrong with a body as CSV and as JSON.
fn assert_kinds(body: &str, as_csv: ErrorKind, as_json: ErrorKind) {
    for (name, framer, kind) in [("CSV", csv(), as_csv), ("JSON", Framer::json(), as_json)] {
        let error = failure(framer, body);
        assert_eq!(error.kind(), kind, "{name} {body}: {error}");
        assert_eq!(error.api_message().is_some(), kind == Api, "{body}");
    }
}

#[test]
fn errors_of_redcap_instead_of_data() {
    for body in [
        "{\"error\":\"You do not have permissions to use the API\"}",
        "ERROR: You do not have permissions to use the API",
        "ERROR: You do not have permissions to use the API\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><hash><error>You do not have permissions</error></hash>",
        "The data is not in the specified format.",
        "Sorry, the data export is not able to complete successfully, too big",
        "\n\n{\"error\":\"x\"}\n",
        "\u{feff}ERROR: x, y\nz",
        &format!("{PHP}\n{MEMORY}"),
    ] {
        assert_kinds(body, Api, Api);
    }
}

#[test]
fn strangers_instead_of_data() {
    for body in [
        "<!DOCTYPE html>\n<html><body>Log in, please</body></html>",
        "<html>",
        "  \n<?xml version=\"1.0\"?><ODM></ODM>\n",
        PHP,
        &format!("{PHP}\nrecord_id,age\n1,2\n"),
        "The hostname (db.example.org) / username (x) / password (y) combination could not connect\n",
        "You are banned",
        "You are banned\n",
        "Sorry, we are down\n",
        "Warning: something in /x.php on line 3\nrecord_id,age\n1,2\n",
    ] {
        assert_kinds(body, NotRedcap, NotRedcap);
    }
    let long = format!("<html>{}</html>", "<p>Log in</p>\n".repeat(20_000));
    assert_kinds(&long, NotRedcap, NotRedcap);
}

#[test]
fn other_json_than_a_list_of_objects() {
    for body in ["{\"a\":\"b\"}", "3", "\"x\"", "null", "[1]", "[\"a\"]", "[[]]", "[{\"a\":\"1\"},2]"] {
        assert_eq!(failure(Framer::json(), body).kind(), Decode, "{body}");
    }
    for body in ["", "  \n", "\u{feff}", "[", "[{\"a\":\"1\"}", "[{\"a\":\"1\"},", "{\"a\":"] {
        assert_eq!(failure(Framer::json(), body).kind(), Incomplete, "{body}");
    }
}

#[test]
fn wrong_json() {
    for object in [
        "{\"a\":}",
        "{\"a\":\"1\",}",
        "{\"a\" \"1\"}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":nul}",
        "{\"a\":1 2}",
        "{,}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"x\ny\"}",
        "{\"a\":\"\\ä\"}",
    ] {
        let error = failure(Framer::json(), format!("[{{\"a\":\"0\"}},{object}]"));
        assert_eq!(error.kind(), Decode, "{object}: {error}");
        assert_eq!(error.to_string(), "row 2: this is not valid JSON", "{object}");
    }
    // An object that has no end.
    let error = failure(Framer::json(), "[{\"a\":\"0\"},{\"a\":1]]");
    assert_eq!(error.kind(), Incomplete, "{error}");
    let error = failure(Framer::json(), "[{\"a\":\"1\",\"b\":{\"c\":\"Jane\"}}]");
    assert_eq!(error.to_string(), "row 1: column `b` is not a single value");
    for body in [
        "[{\"a\":\"1\"}{\"a\":\"2\"}]",
        "[{\"a\":\"1\"},]",
        "[,]",
        "[]]",
        "[]x",
        "[{\"a\":\"1\"}]\n[]",
        "[]{}",
    ] {
        assert_eq!(failure(Framer::json(), body).kind(), Decode, "{body}");
    }
}

#[test]
fn wrong_csv() {
    for row in ["1", "1,2,3", "\"1\"x,2", "\"1,2"] {
        let error = failure(csv(), format!("a,b\n0,0\n{row}\n"));
        assert_eq!(error.kind(), Incomplete, "{row}: {error}");
        assert!(error.to_string().contains("after row 1"), "{error}");
    }
}

/// Rows that fill about two batches.
fn many(row: &str, separator: &str) -> String {
    vec![row; 130_000 / row.len()].join(separator)
}

#[test]
fn errors_behind_data() {
    let short_csv = "a,b\n1,2\n3,4\n".to_owned();
    let long_csv = format!("a,b\n{}\n", many("12,\"3 \"\"4\"", "\n"));
    let narrow = "a\n1\n2\n".to_owned();
    for data in [short_csv, long_csv, narrow] {
        for (rest, kind) in [
            (MEMORY.to_owned(), Api),
            (format!("{MEMORY}\n"), Api),
            (format!("5,{MEMORY}"), Api),
            (format!("5,\"six {MEMORY}"), Api),
            (format!("{PHP}\n{MEMORY}"), Api),
            ("ERROR: out of memory".to_owned(), Api),
            (PHP.to_owned(), Incomplete),
            (format!("5,6{PHP}\n"), Incomplete),
            ("<!DOCTYPE html>\n<html>\n<p>Error, sorry</p>\n</html>\n".to_owned(), Incomplete),
        ] {
            // In a single column markup at the end can be data.
            if data.starts_with("a\n") && kind == Incomplete && rest.ends_with('\n') {
                continue;
            }
            let error = failure(csv(), format!("{data}{rest}"));
            assert_eq!(error.kind(), kind, "{rest}: {error}");
        }
    }
    let many = many("{\"a\":\"1\",\"b\":\"2\"}", ",");
    for data in [
        "[{\"a\":\"1\"}",
        "[{\"a\":\"1\"},",
        "[{\"a\":\"1\"},{\"a\":\"x",
        &format!("[{many}"),
        &format!("[{many},"),
    ] {
        for (rest, kind) in
            [(MEMORY.to_owned(), Api), (format!("{PHP}\n{MEMORY}\n"), Api), (PHP.to_owned(), Incomplete)]
        {
            let error = failure(Framer::json(), format!("{data}{rest}"));
            assert_eq!(error.kind(), kind, "{rest}: {error}");
        }
    }
    assert_eq!(failure(Framer::json(), format!("[{many}]{MEMORY}")).kind(), Api);
    assert_eq!(failure(Framer::json(), "[{\"a\":\"1\"}]<p>").kind(), Incomplete);
}

#[test]
fn errors_that_look_like_the_last_row() {
    let rows: Vec<String> = (0..6000).map(|id| format!("{{\"a\":\"{id}\",\"b\":\"2\"}}")).collect();
    for end in 5900..6000 {
        let body = format!("[{},{MEMORY}", rows[..end].join(","));
        assert_eq!(failure(Framer::json(), body).kind(), Api);
    }
}

#[test]
fn data_that_quote_errors_are_data() {
    use crate::common::whole;

    let rows = whole(Framer::json(), r#"[{"record_id":"1","error":"none"},{"error":"x"}]"#).expect("rows");
    assert_eq!(rows[1].get("error"), Some("x"));
    let body = "note\n\"{\"\"error\"\":\"\"x\"\"}\"\n";
    assert_eq!(whole(csv(), body).expect("rows")[0].get("note"), Some("{\"error\":\"x\"}"));
    let body = "record_id,note\n1,\"<html> ERROR: x\"\nERROR,<p>\n";
    assert_eq!(whole(csv(), body).expect("rows").len(), 2);
}

#[test]
fn a_row_without_end_is_not_collected_for_ever() {
    for (mut framer, start) in [(csv(), "a,b\n1,\""), (Framer::json(), "[{\"a\":\"")] {
        framer.push(start.as_bytes()).expect("a part");
        let part = vec![b'x'; 1 << 20];
        let error = (0..65).find_map(|_| framer.push(&part).err()).expect("an error");
        assert_eq!(error.kind(), Decode);
    }
}

#[test]
fn errors_hold_nothing_of_the_data() {
    for body in [
        "record_id,name\n1,Jane Roe\n2,\"Jane Roe\"x\n",
        "record_id,name\n1,\"Jane Roe\n",
        "[{\"record_id\":\"1\",\"name\":Jane Roe}]",
        "[{\"record_id\":\"1\"} Jane Roe",
        "[{\"record_id\":\"Jane Roe",
        "Jane Roe\n",
        "<p>Jane Roe</p>",
    ] {
        for framer in [csv(), Framer::json()] {
            let error = failure(framer, body);
            assert!(!format!("{error} {error:?}").contains("Jane"), "{error:?}");
        }
    }
}
