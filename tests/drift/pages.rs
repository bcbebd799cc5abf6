//! Pages of four ages, and what becomes of them when they are changed, wrapped, cut or broken.

use redcap_generator::diagnostics::SourceFile;
use redcap_generator::drift::tell;
use redcap_generator::findings::Change;

use crate::support::{real_model, version};
use crate::{assert_same, drift_of, file, files, lines, pages_of, reading_of, set, unread};

/// A page for each method, in the frame of an institution.
fn page(name: &str) -> SourceFile {
    let pages = pages_of("14.5.0");
    pages.into_iter().find(|page| page.path.ends_with(name)).unwrap_or_else(|| panic!("no page {name}"))
}

/// A page with one passage exchanged.
fn with(name: &str, from: &str, to: &str) -> Vec<SourceFile> {
    let page = page(name);
    assert!(page.text.contains(from), "{name} has no {from:?}");
    vec![file(&page.path, page.text.replacen(from, to, 1))]
}

#[test]
fn pages_of_four_ages_say_what_the_spec_says() {
    let model = real_model();
    for (version, compared, listed) in
        [("4.0.0", 6, 0), ("9.0.0", 5, 34), ("14.5.0", 4, 53), ("17.4.1", 5, 55)]
    {
        let drift = drift_of(&model, &pages_of(version), version);
        assert_eq!((drift.compared.len(), drift.listed.len()), (compared, listed), "{version}");
        assert_same(&drift, version);
    }
}

#[test]
fn each_change_of_a_page_is_one_finding_at_its_place() {
    let model = real_model();
    let records = "exp_records.html";
    for (from, to, finding) in [
        ("csv, json, xml [default], odm", "csv, json [default], xml, odm", "~ default export_records.format"),
        (
            "csv, json, xml [default], odm",
            "csv, json, xml [default], parquet, odm",
            "+ value export_records.format parquet",
        ),
        (
            "csv, json, xml [default], odm",
            "csv, json, xml [default] (odm",
            "- value export_records.format odm",
        ),
        ("'tab', semi-colon", "'tab', colon ':', semi-colon", "+ value export_records.csvDelimiter :"),
        (
            "<li>eav - a row",
            "<li>tree - a tree for each record</li>\r\n<li>eav - a row",
            "+ value export_records.type tree",
        ),
        ("<dt>decimalCharacter</dt>", "<dt>decimalMark</dt>", "+ parameter export_records.decimalMark"),
        ("<dt>decimalCharacter</dt>", "<dt>decimalMark</dt>", "- parameter export_records.decimalCharacter"),
        ("Export Records</p>", "Export All Records</p>", "~ title export_records"),
    ] {
        let drift = drift_of(&model, &with(records, from, to), "14.5.0");
        let found = lines(&drift);
        let expected = if from.contains("decimal") { 2 } else { 1 };
        assert!(found.contains(finding) && found.len() == expected, "{from} → {to}: {found:#?}");
        let text = &with(records, from, to)[0].text;
        for finding in &drift.findings {
            let place = finding.place.as_ref().expect("it has a place");
            let near: Vec<&str> = text.lines().skip(place.line.saturating_sub(2)).take(4).collect();
            let said = finding.parameter.as_deref().filter(|_| !finding.method.is_empty());
            let is_near = said.is_none_or(|name| near.iter().any(|line| line.contains(name)));
            // What a page lacks is told at the method.
            assert!(is_near || finding.spec.is_some(), "{finding:?}\n{near:#?}");
        }
    }
}

#[test]
fn a_parameter_that_moves_to_the_other_section_is_found() {
    let model = real_model();
    let page = page("exp_records.html");
    let start = page.text.find("<dt>type</dt>").unwrap();
    let end = page.text.find("    </dl>").unwrap();
    let moved = page.text[start..end].to_owned();
    let text = page.text.replacen(&moved, "", 1).replacen(
        "<dt>records</dt>",
        &format!("{moved}<dt>records</dt>"),
        1,
    );
    let drift = drift_of(&model, &[file("page.html", text)], "14.5.0");
    assert_eq!(lines(&drift), set(["~ need export_records.type"]));
}

#[test]
fn a_new_method_is_told_once_with_what_selects_it() {
    let model = real_model();
    let text = page("exp_logging.html")
        .text
        .replace("Export Logging", "Export Dreams")
        .replace("<dd>log</dd>", "<dd>dream</dd>");
    let drift = drift_of(&model, &[file("dreams.html", text.clone()), page("exp_logging.html")], "14.5.0");
    assert_eq!(lines(&drift), set(["+ method Export Dreams"]));
    let finding = &drift.findings[0];
    assert_eq!(finding.release.as_deref(), Some("content=dream"));
    assert_eq!(drift.new_methods.len(), 1);
    // The menu of that page lacks "Export Logging", which the page beside it describes.
    let alone = drift_of(&model, &[file("dreams.html", text)], "14.5.0");
    assert_eq!(lines(&alone), set(["+ method Export Dreams", "- method export_logging"]));
}

#[test]
fn single_pages_without_a_list_say_nothing_of_other_methods() {
    let model = real_model();
    let whole = page("exp_records.html").text;
    let (start, end) = (whole.find("<div id=\"menu\">").unwrap(), whole.find("<div id=\"center\">").unwrap());
    let drift =
        drift_of(&model, &[file("page.html", format!("{}{}", &whole[..start], &whole[end..]))], "14.5.0");
    assert_same(&drift, "one page");
    assert_eq!(drift.passed_over.len(), 52);
}

#[test]
fn frames_of_institutions_are_passed_over() {
    let model = real_model();
    for (from, to) in [
        (
            "<div id=\"center\">",
            "<div id=\"center\"><table><tr><td>News</td></tr><tr><td><b>downtime</b></td><td>Sunday</td></tr></table>",
        ),
        (
            "<h2>REDCap API Documentation</h2>",
            "<h2>North University: data interface</h2><p><b>Note:</b> Ask first.</p>",
        ),
        ("<div id=\"footer\">", "<hr><div id=\"footer\"><dl><dt>desk</dt><dd>4th floor</dd></dl>"),
        (
            "<body class=\"north\">",
            "<body><noscript>Optional</noscript><style>dt { }</style><select><option>Required</option></select>",
        ),
        ("<p>POST</p>", "<p>POST <img src=\"x.png\" alt=\"Required\"></p><aside>Please be gentle.</aside>"),
    ] {
        assert_same(&drift_of(&model, &with("exp_records.html", from, to), "14.5.0"), to);
    }
}

#[test]
fn wrapped_copies_say_the_same() {
    let model = real_model();
    let text = &pages_of("4.0.0")[0].text;
    for width in [40, 60, 72, 100] {
        let drift = drift_of(&model, &[file("help.txt", wrapped(text, width))], "4.0.0");
        assert_same(&drift, &format!("{width} columns"));
    }
}

/// Each line of a text broken at a width, as mail programs do.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = line.len() - line.trim_start().len();
        out.push_str(&line[..column]);
        for (index, word) in line.split_whitespace().enumerate() {
            if index > 0 && column + 1 + word.len() > width {
                out.push('\n');
                column = 0;
            } else if index > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += word.len();
        }
        out.push('\n');
    }
    out
}

#[test]
fn missing_sections_are_no_reason_to_give_up() {
    let model = real_model();
    let same = |from: &str, to: &str| {
        assert_same(&drift_of(&model, &with("exp_records.html", from, to), "14.5.0"), from);
    };
    same("<h3>Method Name</h3>", "");
    same("<h3>Description</h3>", "");
    same("<h3>URL</h3>\r\n    <p>https://registry.example.org/api/</p>", "");
    same("<h3>Supported Request Method</h3>\r\n    <p>POST</p>", "");
    same("<h3>Permissions Required</h3>", "");
    same("<h3>Parameters (case sensitive)</h3>", "");
    same("<h3>Returns</h3>", "");
}

#[test]
fn what_cannot_be_read_is_told() {
    let model = real_model();
    let of = |from: &str, to: &str| {
        let drift = drift_of(&model, &with("exp_records.html", from, to), "14.5.0");
        (lines(&drift), drift.unread.iter().map(|one| one.what.clone()).collect::<Vec<_>>())
    };
    // Neither heading: nothing is known of what must be sent, and nothing is claimed.
    let page = page("exp_records.html");
    let text = page.text.replace("<h4>Required</h4>", "").replace("<h4>Optional</h4>", "");
    let drift = drift_of(&model, &[file("page.html", text)], "14.5.0");
    assert_eq!(lines(&drift), set([]));
    assert!(unread(&drift)[0].contains("it is not known what must be sent"), "{:?}", drift.unread);

    let (found, told) = of("<dd>record</dd>", "<dd>see below</dd>");
    assert_eq!(found, set([]));
    assert!(told[0].contains("the value of `content` was not found"), "{told:?}");

    let (found, told) = of("<dt>decimalCharacter</dt>\r\n      <dd>", "<dd>decimalCharacter</dd><dd>");
    assert_eq!(found, set([]));
    assert!(told[0].contains("`decimalCharacter` (export_records) is not written as the other"), "{told:?}");

    let (found, told) = of("raw [default], label - whether choices", "whether choices");
    assert_eq!(found, set([]));
    assert!(told[0].contains("the values of `rawOrLabel` (export_records) could not be read"), "{told:?}");

    let optional = page.text.find("<h4>Optional</h4>").unwrap();
    let returns = page.text.find("<h3>Returns</h3>").unwrap();
    let text =
        format!("{}<h4>Optional</h4><p>[loading…]</p>{}", &page.text[..optional], &page.text[returns..]);
    let drift = drift_of(&model, &[file("page.html", text)], "14.5.0");
    assert!(unread(&drift).iter().any(|one| one.contains("no parameter could be read under \"Optional\"")));

    for (text, reason) in [
        ("From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "web archive"),
        ("PK\u{3}\u{4}\u{14}", "zip archive"),
        ("<html><head><title>x</title></head><body><script>1</script></body></html>", "no text"),
    ] {
        let drift = drift_of(&model, &[file("odd", text)], "14.5.0");
        assert!(unread(&drift)[0].contains(reason), "{:?}", drift.unread);
    }
}

#[test]
fn pages_of_another_version_are_told() {
    let model = real_model();
    let pages = pages_of("17.4.1");
    let reading = reading_of(&model, &pages);
    let of = |text: &str| {
        let drift = drift_of(&model, &pages, text);
        tell::findings(&reading, &drift, &model, version(text))
    };
    assert!(tell::agree(&of("17.4.1")));
    let newer = of("18.0.0");
    assert!(
        newer.summary.iter().any(|one| one.contains("the spec at 17.4.1 was compared")),
        "{:?}",
        newer.summary
    );
    assert!(newer.iter().all(|one| one.change == Change::Note && one.text.contains("REDCap 17.4.1")));
}

#[test]
fn no_page_is_too_broken() {
    let model = real_model();
    for version in ["4.0.0", "9.0.0", "14.5.0", "17.4.1"] {
        let page = &pages_of(version)[0];
        for end in (0..page.text.len()).step_by(997).filter(|end| page.text.is_char_boundary(*end)) {
            drift_of(&model, &[file("a", &page.text[..end]), file("b", &page.text[end..])], version);
        }
    }
    for text in [
        "",
        "\u{feff}",
        "|||\n|\n",
        "<dl><dt><dd></dl></dl></td></ul><li>",
        "- **\n`\n[](\n'",
        "Parameters\nRequired\n",
    ] {
        drift_of(&model, &[file("odd.html", text), file("odd.php", text), file("odd.sh", text)], "9.0.0");
    }
}

#[test]
fn files_are_read_as_browsers_leave_them() {
    let model = real_model();
    let folder = tempfile::TempDir::new().expect("a folder");
    let page = page("exp_records.html").text;
    let place = |name: &str| folder.path().join(name);
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    std::fs::write(place("wide.html"), wide).expect("it can be written");
    let old: Vec<u8> =
        page.replace("North University", "Universit\u{e4}t").chars().map(|c| c as u8).collect();
    std::fs::write(place("old.htm"), old).expect("it can be written");
    // What a browser puts beside a page is no page.
    std::fs::create_dir(place("old_files")).expect("it can be made");
    std::fs::write(place("old_files/menu.html"), "<p>Supported Methods</p>").expect("it can be written");
    std::fs::write(place("logo.png"), b"\x89PNG").expect("it can be written");
    let sources = files(&[folder.path().to_owned()]);
    assert_eq!(sources.len(), 2);
    for source in sources {
        assert_same(&drift_of(&model, std::slice::from_ref(&source), "14.5.0"), &source.path);
    }
}
