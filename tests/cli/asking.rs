//! Commands that only answer: `list`, `show`, `lint`, `completions`, and what all commands have in common.

use std::process::Stdio;

use serde_json::Value;

use super::{fails, fine, finish, json, program, run};

#[test]
fn the_list_has_the_methods_of_each_version() {
    let counts = [
        ("4.0.0", 6, 0),
        ("5.8.2", 11, 0),
        ("6.0.0", 13, 0),
        ("6.4.0", 19, 0),
        ("6.5.0", 20, 0),
        ("6.11.0", 28, 0),
        ("6.12.0", 29, 0),
        ("7.0.0", 32, 0),
        ("8.2.0", 33, 0),
        ("9.0.0", 34, 0),
        ("10.8.0", 40, 0),
        ("11.3.0", 46, 0),
        ("13.1.0", 53, 0),
        ("14.7.0", 54, 1),
        ("17.4.1", 55, 1),
    ];
    for (version, own, more) in counts {
        let list = json(&fine(&["list", "--redcap-version", version, "--format", "json"]));
        let methods = list.as_array().unwrap();
        let beyond = methods.iter().filter(|method| method["beyond_help"] == true).count();
        assert_eq!((methods.len() - beyond, beyond), (own, more), "{version}");
    }
    assert!(fine(&["list", "--redcap-version", "9.0.0"]).contains("\n34 methods at 9.0.0\n"));
    let newest = fine(&["list", "--redcap-version", "17.4.1"]);
    assert!(newest.contains("\n55 methods (and 1 beyond REDCap's own list) at 17.4.1\n"), "{newest}");
}

#[test]
fn the_table_is_grouped_aligned_and_narrow() {
    let table = fine(&["list"]);
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    let line = |first: &str| {
        let found = table.lines().find(|line| line.split_whitespace().next() == Some(first));
        found.unwrap_or_else(|| panic!("no line {first}: {table}"))
    };
    let column =
        |first: &str, text: &str| line(first).rfind(text).map(|at| line(first)[..at].chars().count());
    assert_eq!(column("METHOD", "TITLE"), column("export_arms", "Export Arms"));
    assert_eq!(column("METHOD", "SINCE"), column("export_field_names", "6.4.0"));
    assert_eq!(column("METHOD", "EFFECT"), column("delete_arms", "delete"));
    assert!(table.contains("\n\nData Access Groups\n  export_dags "), "{table}");
    assert!(line("export_instruments").contains("Export Instruments (Data Entry Forms)"));
    assert!(line("export_field_names").contains('…'));
}

#[test]
fn lists_and_methods_are_there_for_programs() {
    let list = json(&fine(&["list", "--format", "json"]));
    let arms = list.as_array().unwrap().iter().find(|method| method["id"] == "import_arms").unwrap();
    for (key, value) in [
        ("title", "Import Arms"),
        ("group", "arms"),
        ("content", "arm"),
        ("action", "import"),
        ("since", "6.11.0"),
        ("effect", "update"),
        ("token", "project"),
    ] {
        assert_eq!(arms[key], value, "{key}");
    }
    assert_eq!(arms["until"], Value::Null);
    let method = json(&fine(&["show", "import_arms", "--format", "json"]));
    assert_eq!((&method["id"], &method["shapes"][0]["id"]), (&arms["id"], &Value::from("arm")));
    let names: Vec<_> = method["parameters"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["override", "format", "data", "returnFormat"]);
}

#[test]
fn a_method_is_shown_with_all_that_is_known() {
    let page = fine(&["show", "export_records"]);
    for part in [
        "Export Records (export_records)\n",
        "\nSelected by  content=record\n",
        "\nToken        project token\n",
        "\nIdempotent   yes: ",
        "\n  filterLogic ",
        "      records[1]=2\n",
        "\nErrors\n  403  You do not have permissions to use the API\n",
        "       → Check the token",
        "\nHistory\n  - 6.0.0: ",
        "\nWhere sources disagree\n  - ",
        "\nOpen questions\n  - ",
        "\nEvidence\n  - ",
        "\nWritten in spec/methods/records.yaml:",
    ] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
    assert_eq!(fine(&["show", "Export Records"]), page);
    assert_eq!(fine(&["show", "export-records"]), page);
    let old = fine(&["show", "export_records", "--redcap-version", "4.0.0"]);
    assert!(!old.contains("\n  filterLogic ") && old.contains("\n  eventName "), "{old}");
}

#[test]
fn slips_of_the_pen_are_understood() {
    fails(
        &["show", "exprot_arms"],
        &["no method `exprot_arms`", "did you mean `export_arms` (Export Arms)?"],
    );
    fails(&["show", "Export Army"], &["did you mean `export_arms`"]);
    fails(&["show", "arms"], &["export_arms, import_arms, delete_arms"]);
    fails(&["show", "qqqqqqqq"], &["no method `qqqqqqqq`", "list"]);
    fails(
        &["show", "randomize_record", "--redcap-version", "9.0.0"],
        &["REDCap 9.0.0 has no", "since 14.7.0"],
    );
    fails(&["show", "\u{1b}[31m"], &["\\u{1b}[31m"]);
    fails(
        &["generate", "--only", "rsut"],
        &["'rsut'", "rust, schema, site, surface", "similar value exists: 'rust'"],
    );
    fails(&["lnt"], &["'lnt'", "'lint'"]);
    fails(&["list", "--redcap-version", "9.0"], &["`9.0` is not a version", "4.0.0 to 17.4.1", "9.0.0"]);
    fails(&["list", "--redcap-version", "3.9.9"], &["older than every known version", "nearest: 4.0.0"]);
    fails(&["list", "--redcap-version", "99.0.0"], &["newer than every known version", ", 17.4.1\n"]);
    fails(&["list", "--redcap-version", "latest"], &["`latest` is not a version", "4.0.0 to 17.4.1"]);
}

#[test]
fn wrong_arguments_are_failures_and_not_staleness() {
    let conflict = ["generate", "--check", "--dry-run"];
    for args in [&["--frob"][..], &[], &conflict, &["list", "--format", "yaml"], &["show"]] {
        fails(args, &["--help"]);
    }
    for args in [&["--help"][..], &["--version"], &["generate", "--help"], &["check", "-h"]] {
        assert!(!fine(args).is_empty());
    }
    assert!(fine(&["--help"]).contains("Exit codes:\n  0  all is well\n"));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(fine(&["completions", shell]).contains("redcap-version"), "{shell}");
    }
}

#[test]
fn lint_counts_what_is_there_and_what_is_open() {
    let said = fine(&["lint"]);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("56 methods, ") && lines[0].ends_with(": no problems"), "{said}");
    let number = |line: &str| line.split(' ').next().unwrap().parse::<usize>().unwrap();
    assert!(lines[1].ends_with("open questions (`unsure`)") && number(lines[1]) > 0, "{said}");
    assert!(lines[2].contains("inferred first version (`~`)") && number(lines[2]) > 0, "{said}");
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let forced = finish(program(&["show", "export_arms"]).env("CLICOLOR_FORCE", "1"));
    assert!(forced.out.starts_with("\x1b[1mExport Arms"), "{}", forced.out);
    for args in
        [&["show", "export_arms"][..], &["show", "nothing"], &["lint", "--spec", "nowhere"], &["--help"]]
    {
        let plain = finish(program(args).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
        assert!(!plain.out.contains('\x1b') && !plain.err.contains('\x1b'), "{args:?}");
        let piped = run(args);
        assert!(!piped.out.contains('\x1b') && !piped.err.contains('\x1b'), "{args:?}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for args in [&["list", "--format", "json"][..], &["show", "export_records"], &["--help"]] {
        let mut child = program(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_printed_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = program(&["list"]);
    let done = command.stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("cannot print the answer"));
}
