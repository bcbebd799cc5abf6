//! `generate`, `check` and `schema`, each in a folder of its own.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{ROOT, STALE, copy, fails, files, fine, finish, folder, json, program, run};

#[test]
fn a_run_tells_what_it_did() {
    let (_folder, out) = folder();
    let said = fine(&["generate", "--out", &out]);
    assert!(
        said.starts_with("56 methods, ") && said.contains(" written, 0 unchanged, 0 removed in "),
        "{said}"
    );
    let made = files(Path::new(&out));
    let said = fine(&["generate", "--out", &out]);
    assert!(said.contains(&format!(": 0 files written, {} unchanged, 0 removed in ", made.len())), "{said}");
    assert!(fine(&["check", "--out", &out]).contains("all up to date"));
    assert_eq!(fine(&["check", "--quiet", "--out", &out]), "");
    assert_eq!(fine(&["generate", "--quiet", "--format", "json", "--out", &out]), "");
}

#[test]
fn a_complete_run_removes_what_a_retired_backend_left() {
    let (_folder, out) = folder();
    fine(&["generate", "--out", &out]);
    let made = files(Path::new(&out));
    let retired = "\"files\": {\n    \"cobol\": [\"cobol/a.cbl\"],";
    let manifest = made["manifest.json"].replacen("\"files\": {", retired, 1);
    fs::write(format!("{out}/manifest.json"), manifest).unwrap();
    fs::create_dir(format!("{out}/cobol")).unwrap();
    fs::write(format!("{out}/cobol/a.cbl"), "").unwrap();

    fine(&["generate", "--only", "schema", "--out", &out]);
    assert!(files(Path::new(&out)).contains_key("cobol/a.cbl"));
    let stale = run(&["check", "--out", &out]);
    assert!(stale.code == STALE && stale.out.contains("extra cobol/a.cbl\n"), "{}", stale.out);
    assert!(
        stale.out.contains("cargo run generate --out ") && !stale.out.contains("by hand"),
        "{}",
        stale.out
    );
    assert!(fine(&["generate", "--dry-run", "--out", &out]).contains("would remove cobol/a.cbl\n"));
    assert!(fine(&["generate", "--out", &out]).contains(" 1 removed in "));
    assert_eq!(files(Path::new(&out)), made);
}

#[test]
fn every_difference_makes_a_check_fail() {
    let (_folder, out) = folder();
    let schema = format!("{out}/schema/spec.schema.json");
    let args = ["--only", "schema", "--out", &out];
    let generate = || fine(&[&["generate"], &args[..]].concat());
    let stale = |said: &[&str]| {
        let check = run(&[&["check"], &args[..]].concat());
        assert_eq!((check.code, check.err.as_str()), (STALE, ""));
        for text in said {
            assert!(check.out.contains(text), "no {text:?} in\n{}", check.out);
        }
        let quiet = run(&[&["generate", "--check", "--quiet"], &args[..]].concat());
        assert_eq!((quiet.code, &quiet.out), (STALE, &check.out));
        check.out
    };
    let remedy = format!("\n    cargo run generate --only schema --out {out}\n");

    stale(&["missing schema/spec.schema.json\n", "0 changed, 2 missing, 0 extra", &remedy]);
    assert!(!Path::new(&out).exists());
    generate();
    let made = fs::read_to_string(&schema).unwrap();

    fs::write(&schema, made.replacen("\"SpecFile\"", "\"Spek\"", 1)).unwrap();
    let said =
        stale(&["changed schema/spec.schema.json, from line ", "1 changed, 0 missing, 0 extra", &remedy]);
    let line = |mark, name| format!("\n    {mark}  \"title\": \"{name}\"");
    assert!(said.contains(&line('-', "Spek")) && said.contains(&line('+', "SpecFile")), "{said}");
    generate();
    assert_eq!(fs::read_to_string(&schema).unwrap(), made);

    fs::write(format!("{out}/notes.txt"), "mine").unwrap();
    let said = stale(&["extra notes.txt\n", "0 changed, 0 missing, 1 extra", "by hand:\n\n    notes.txt\n"]);
    assert!(!said.contains("cargo run"), "{said}");
    fs::remove_file(&schema).unwrap();
    stale(&["missing schema/spec.schema.json\n", "by hand:\n\n    notes.txt\n", &remedy]);
    generate();
    assert_eq!(fs::read_to_string(format!("{out}/notes.txt")).unwrap(), "mine");
}

#[test]
fn a_run_is_told_to_programs() {
    let (_folder, out) = folder();
    let answer_of = |command: &str, code: i32| {
        let run = run(&[command, "--format", "json", "--only", "schema", "--out", &out]);
        assert_eq!((run.code, run.err.as_str()), (code, ""));
        let answer = json(&run.out);
        let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            keys.join(" "),
            "methods versions written unchanged removed changed missing extra warnings seconds"
        );
        assert!(
            answer["methods"] == 56 && answer["versions"].is_u64() && answer["seconds"].is_f64(),
            "{answer}"
        );
        answer
    };
    assert_eq!(answer_of("check", STALE)["missing"].as_array().unwrap().len(), 2);
    let paths = Value::from(vec!["manifest.json", "schema/spec.schema.json"]);
    assert_eq!(answer_of("generate", 0)["written"], paths);
    fs::write(format!("{out}/schema/spec.schema.json"), "{}\n").unwrap();
    fs::write(format!("{out}/notes.txt"), "").unwrap();
    let stale = answer_of("check", STALE);
    let change = &stale["changed"][0];
    assert_eq!((&change["path"], change["line"].as_u64()), (&paths[1], Some(1)));
    assert!(change["diff"].as_str().unwrap().contains("-{}\n"), "{change}");
    assert_eq!((&stale["extra"], &stale["unchanged"]), (&Value::from(vec!["notes.txt"]), &Value::from(1)));
    fs::write(format!("{out}/manifest.json"), "nothing").unwrap();
    assert_eq!(answer_of("generate", 0)["warnings"].as_array().unwrap().len(), 1);
    fs::write(format!("{out}/manifest.json"), "nothing").unwrap();
    let warned = run(&["schema", "--quiet", "--out", &out]);
    assert!(
        warned.code == 0 && warned.out.is_empty() && warned.err.starts_with("warning: "),
        "{}",
        warned.err
    );
}

#[test]
fn a_dry_run_changes_nothing() {
    let (_folder, out) = folder();
    let said = fine(&["schema", "--dry-run", "--out", &out]);
    assert!(
        said.contains("would write  schema/spec.schema.json\n") && said.contains("nothing was done"),
        "{said}"
    );
    assert!(!Path::new(&out).exists());
    assert!(fine(&["schema", "--out", &out]).contains("2 files written"));
    assert_eq!(fine(&["schema", "--dry-run", "--quiet", "--out", &out]), "");
}

#[test]
fn one_version_does_not_replace_the_output_for_all() {
    let named = ["generate", "--out", "spec/../generated/"];
    for args in [&["generate"][..], &["check"], &["generate", "--dry-run"], &named] {
        let args = [args, &["--redcap-version", "9.0.0"]].concat();
        fails(&args, &["--out", "`generated` holds the output for all versions"]);
    }
    let (_folder, out) = folder();
    let args = ["--redcap-version", "9.0.0", "--out", &out, "--only", "surface"];
    let said = fine(&[&["generate"], &args[..]].concat());
    assert!(said.starts_with("34 methods, ") && said.contains("(4.0.0 to 9.0.0)"), "{said}");
    let made = files(Path::new(&out));
    assert!(made.contains_key("surface/9.0.0.txt") && !made.contains_key("surface/17.4.1.txt"));
    fine(&[&["check"], &args[..]].concat());
    assert_eq!(run(&["check", "--out", &out, "--only", "surface"]).code, STALE);
}

#[test]
fn the_output_does_not_depend_on_where_things_are() {
    let (home, out) = folder();
    fine(&["generate", "--out", &out]);
    let other = home.path().join("other");
    copy(&Path::new(ROOT).join("spec"), &other.join("facts"));
    copy(&Path::new(ROOT).join("templates"), &other.join("forms"));
    let args = ["generate", "--spec", "facts/", "--templates", "./forms", "--out", "made"];
    let elsewhere = finish(program(&args).current_dir(&other));
    assert_eq!((elsewhere.code, elsewhere.err.as_str()), (0, ""));
    assert!(files(Path::new(&out)) == files(&other.join("made")));

    let below = finish(program(&["check", "--out", &out]).current_dir(Path::new(ROOT).join("spec/methods")));
    assert_eq!(below.code, 0, "{}", below.out);
    let page = finish(program(&["show", "export_arms", "--spec", "facts"]).current_dir(&other));
    assert!(page.out.contains("\nWritten in facts/methods/arms.yaml:"), "{}", page.out);
}

#[test]
fn a_bad_spec_is_shown_where_the_user_finds_it_and_nothing_is_written() {
    let (home, out) = folder();
    let spec = home.path().join("mine");
    copy(&Path::new(ROOT).join("spec"), &spec);
    fs::write(spec.join("methods/logging.yaml"), "group: loging\nmethods: []\n").unwrap();
    for args in [&["lint"][..], &["list"], &["generate", "--out", &out], &["schema", "--out", &out]] {
        let run = finish(program(&[args, &["--spec", "mine"]].concat()).current_dir(home.path()));
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}");
        for text in ["mine/methods/logging.yaml:1:8", "`loging`", "did you mean `logging`?"] {
            assert!(run.err.contains(text), "{args:?}: no {text:?} in\n{}", run.err);
        }
    }
    assert!(!Path::new(&out).exists());
    fails(&["lint", "--spec", "no/where"], &["cannot read the folder `no/where`"]);
    fails(&["generate", "--templates", "no/where", "--out", &out], &["cannot read the folder `no/where`"]);
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    fails(&["schema", "--out", file.to_str().unwrap()], &["is a file, but a folder must go there"]);
}
