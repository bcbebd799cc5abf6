//! REDCap logic as filters and calculations use it.

use std::collections::HashMap;

use redcap_sandbox::logic::{
    EventReference, InstanceReference, LogicError, Moment, Part, Reference, Scope, parse,
};

#[path = "logic/robustness.rs"]
mod robustness;

/// A record whose fields are keyed as they are written between brackets.
#[derive(Default)]
struct Record {
    fields: HashMap<String, String>,
    codes: Vec<String>,
}

impl Scope for Record {
    fn field(&self, reference: &Reference) -> Option<String> {
        let mut key = match &reference.event {
            None => String::new(),
            Some(EventReference::Named(event)) => format!("{event}/"),
            Some(relative) => format!("{relative:?}/"),
        };
        key.push_str(&reference.field);
        if let Some(code) = &reference.code {
            key.push_str(&format!("({code})"));
        }
        if reference.part == Part::Label {
            key.push_str(":label");
        }
        if let Some(instance) = reference.instance {
            key.push_str(&format!("/{instance:?}"));
        }
        self.fields.get(&key).cloned()
    }

    fn smart(&self, name: &str, _arguments: &[String]) -> Option<String> {
        match name {
            "record-name" => Some("4890-2318".into()),
            "event-name" => Some("visit_1_arm_1".into()),
            _ => None,
        }
    }

    fn now(&self) -> Moment {
        Moment::new(2024, 2, 29, 12, 0, 0).expect("there is such a moment")
    }

    fn missing_data_codes(&self) -> &[String] {
        &self.codes
    }
}

fn record(fields: &[(&str, &str)]) -> Record {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Record { fields, codes: vec!["UNK".into(), "NASK".into(), "-99".into()] }
}

fn holds(logic: &str, fields: &[(&str, &str)]) -> bool {
    match parse(logic) {
        Ok(parsed) => parsed.holds(&record(fields)),
        Err(error) => panic!("{logic}: {error}"),
    }
}

/// The result as it would be stored.
fn value(logic: &str, fields: &[(&str, &str)]) -> String {
    match parse(logic) {
        Ok(parsed) => parsed.value(&record(fields)).to_string(),
        Err(error) => panic!("{logic}: {error}"),
    }
}

fn refused(logic: &str) -> LogicError {
    match parse(logic) {
        Ok(parsed) => panic!("{logic}: {parsed:?}"),
        Err(error) => error,
    }
}

#[test]
fn filters_seen_on_live_servers() {
    assert!(holds("[age] >= 61", &[("age", "61")]));
    assert!(!holds("[age] >= 61", &[("age", "9")]));
    assert!(holds("[name_first] = 'John Lee'", &[("name_first", "John Lee")]));
    assert!(holds("[bmi] > 25", &[("bmi", "27.5")]));
    assert!(holds("[specimen_complete]='2'", &[("specimen_complete", "2")]));
    assert!(!holds("[var3]=1 and [var2]=1", &[("var3", "1"), ("var2", "0")]));
    assert!(holds("[sex] = \"0\" and [given_birth] = \"1\"", &[("sex", "0"), ("given_birth", "1")]));
}

#[test]
fn words_of_other_languages_are_refused() {
    assert_eq!(refused("where cr_record_id LIKE %AL%").offset, 0);
    assert_eq!(refused("AL in cr_record_id").offset, 0);
    assert_eq!(refused("[record_id] LIKE 'AL%'").offset, 12);
    assert_eq!(refused("[status]=enrolled").offset, 9);
    assert_eq!(refused("[a]=1 && [b]=1").expected.as_deref(), Some("the word `and`"));
}

#[test]
fn blank_is_not_zero() {
    for fields in [&[("f", "")][..], &[]] {
        assert!(holds("[f] = ''", fields));
        assert!(holds("[f] = \"\"", fields));
        assert!(holds("[f] = 'NaN'", fields));
        assert!(!holds("[f] = 0 or [f] = '0'", fields));
        assert!(holds("[f] <> 0", fields));
        assert!(!holds("[f] < 5 or [f] > 5 or [f] <= 0 or [f] >= 0", fields));
        assert!(!holds("[f]", fields));
    }
    assert!(holds("[f] = 0 and [f] = '0' and [f] <> ''", &[("f", "0")]));
}

#[test]
fn operators_bind_as_in_arithmetic() {
    for (logic, result) in [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("8 / 4 / 2", "1"),
        ("(4)^(3)", "64"),
        ("2 ^ 3 ^ 2", "512"),
        ("-2 ^ 2", "-4"),
        ("2 ^ -1", "0.5"),
        ("- - 3", "3"),
        ("1 = 1 or 1 = 2 and 1 = 3", "1"),
        ("(1 = 1 or 1 = 2) and 1 = 3", "0"),
        ("NOT 1 = 2", "1"),
        ("not(1 = 1) or FALSE", "0"),
        ("!(1 = 1)", "0"),
        ("not not 5", "1"),
        ("1 + 1 = 2 AND 3 <> 4", "1"),
        ("1 == 1 and 1 != 2", "1"),
    ] {
        assert_eq!(value(logic, &[]), result, "{logic}");
    }
}

#[test]
fn arithmetic_without_a_number_is_blank() {
    for logic in
        ["[a] + [b]", "[a] - [b]", "[a] * [b]", "[b] / [a]", "[b] ^ 2", "-[b]", "+[b]", "1 / 0", "0 ^ -1"]
    {
        assert_eq!(value(logic, &[("a", "1")]), "", "{logic}");
        assert_eq!(value(logic, &[("a", "1"), ("b", "UNK")]), "", "{logic}");
    }
    assert_eq!(value("sum([a], [b])", &[("a", "1")]), "1");
    assert_eq!(value("mean([a], [b], [c])", &[("a", "1"), ("c", "2")]), "1.5");
}

#[test]
fn body_mass_index_of_the_demo_project() {
    let fields = [("height", "180"), ("weight", "80")];
    assert_eq!(value("round(([weight]*10000)/(([height])^(2)),1)", &fields), "24.7");
    assert_eq!(value("[weight]*10000/([height]*[height])", &fields), "24.691358024691358");
    assert_eq!(value("round(([weight]*10000)/(([height])^(2)),1)", &fields[..1]), "");
}

#[test]
fn choices_events_and_instances_are_told_apart() {
    let fields = [
        ("race(3)", "1"),
        ("race(-99)", "0"),
        ("enrollment_arm_1/weight", "80"),
        ("visit_arm_1/weight/Last", "85"),
        ("weight/Number(2)", "81"),
        ("Previous/weight", "79"),
        ("visit_arm_1/race(3)/Current", "1"),
        ("site:label", "Basel"),
    ];
    assert!(holds("[race(3)] = '1' and [race(-99)] = '0'", &fields));
    assert!(holds("[enrollment_arm_1][weight] = 80", &fields));
    assert!(holds("[visit_arm_1][weight][last-instance] > [enrollment_arm_1][weight]", &fields));
    assert!(holds("[weight][2] = 81 and [previous-event-name][weight] = 79", &fields));
    assert!(holds("[visit_arm_1][race(3)][current-instance] = 1", &fields));
    assert!(holds("[site:label] = 'Basel'", &fields));
    assert!(holds("[event-name] = 'visit_1_arm_1'", &fields));
    assert!(holds("[no-such-variable] = ''", &fields));
}

#[test]
fn references_are_listed_once_in_order() {
    let logic = "[b] = 1 or [e_arm_1][a(2)][3] = 1 and if([b] = 2, [c:label], [user-name]) = [user-name]";
    let parsed = parse(logic).expect("well formed");
    let plain = |field: &str| Reference {
        event: None,
        field: field.to_owned(),
        code: None,
        instance: None,
        part: Part::Value,
    };
    let on_event = Reference {
        event: Some(EventReference::Named("e_arm_1".into())),
        code: Some("2".into()),
        instance: Some(InstanceReference::Number(3)),
        ..plain("a")
    };
    assert_eq!(parsed.references(), [plain("b"), on_event, Reference { part: Part::Label, ..plain("c") }]);
    assert_eq!(parsed.smart_variables().len(), 1);
}

#[test]
fn functions_on_numbers() {
    for (logic, result) in [
        ("round(14.384, 1)", "14.4"),
        ("ROUNDUP(14.384,1)", "14.4"),
        ("rounddown(14.384,1)", "14.3"),
        ("round(2.5)", "3"),
        ("sqrt(16)", "4"),
        ("abs(-7.1)", "7.1"),
        ("abs(45)", "45"),
        ("log(100, 10)", "2"),
        ("exponential(0)", "1"),
        ("mod(10, 4)", "2"),
        ("min(3, '', 2)", "2"),
        ("max(3, '', 2)", "3"),
        ("median(5, 1, 4, 2)", "3"),
        ("stdev(2, 4, 4, 4, 5, 5, 7, 9, 5)", "2"),
        ("sum('', '')", "0"),
        ("isnumber('1.5') and isinteger('15') and not(isinteger('1.5')) and not(isnumber('x'))", "1"),
    ] {
        assert_eq!(value(logic, &[]), result, "{logic}");
    }
}

#[test]
fn functions_on_text() {
    let fields = [("last_name", "Taylor"), ("first_name", "Rob"), ("my_integer", "7"), ("veggie", "Peas")];
    for (logic, result) in [
        ("left([last_name], 3)", "Tay"),
        ("right([last_name], 4)", "ylor"),
        ("mid([last_name], 2, 3)", "ayl"),
        ("length([last_name])", "6"),
        ("find('y', [last_name])", "3"),
        ("upper('John Doe')", "JOHN DOE"),
        ("replace_text([last_name], 'Taylor', 'Harris')", "Harris"),
        ("right(concat('00', [my_integer]), 3)", "007"),
        ("concat([first_name], ' ', [last_name])", "Rob Taylor"),
        ("concat_ws(' and ', [veggie], '', 'Tomatoes')", "Peas and Tomatoes"),
        ("lower(concat(trim([first_name]), '_', trim([last_name])))", "rob_taylor"),
        (
            "mid([record-name], find('-', [record-name])+1, length([record-name])-find('-', [record-name])+1)",
            "2318",
        ),
        ("contains([last_name], 'AYL') and not_contain([last_name], 'smith')", "1"),
        ("starts_with([last_name], 'tay') and ends_with([last_name], 'LOR')", "1"),
    ] {
        assert_eq!(value(logic, &fields), result, "{logic}");
    }
}

#[test]
fn differences_between_dates() {
    for (logic, result) in [
        ("datediff('2024-01-01', '2024-01-31', 'd')", "30"),
        ("datediff('2024-01-31', '2024-01-01', 'd')", "30"),
        ("datediff('2024-01-31', '2024-01-01', 'd', true)", "-30"),
        ("datediff('01-31-2024', '01/01/2024', 'd', 'mdy', true)", "-30"),
        ("datediff('31.01.2024', '2024-01-01', 'd', 'dmy', false)", "30"),
        ("datediff([visit], '01-01-2024', 'd', 'mdy', true) >= 0", "1"),
        ("datediff('2024-02-28', '2024-03-01', 'h')", "48"),
        ("datediff('2024-01-01 10:00', '2024-01-01 10:30:30', 'm')", "30.5"),
        ("datediff('2024-01-01 10:00', '2024-01-01 10:00:30', 's')", "30"),
        ("datediff('08:00', '17:30', 'h')", "9.5"),
        ("datediff('2024-02-28', 'today', 'd')", "1"),
        ("datediff('2024-02-28', 'now', 'h')", "36"),
        ("datediff(today, '2024-03-01', 'd', true)", "1"),
        ("round(datediff('2000-01-01', '2024-02-29', 'y'), 6)", "24.162029"),
        ("round(datediff('2024-01-01', '2024-12-31', 'M'), 2)", "11.99"),
        ("rounddown(datediff([dob],'today','y'))", "33"),
        ("datediff('', '2024-01-01', 'd')", ""),
        ("datediff('31-01-2024', '2024-01-01', 'd')", ""),
        ("datediff('2023-02-29', '2024-01-01', 'd')", ""),
        ("datediff('2024-01-01', '2024-01-02', 'weeks')", ""),
        ("datediff('08:00', '2024-01-02', 'h')", ""),
    ] {
        assert_eq!(value(logic, &[("dob", "1990-03-01"), ("visit", "2023-12-31")]), result, "{logic}");
    }
}

#[test]
fn parts_of_dates() {
    for (logic, result) in [
        ("year('2024-03-05')", "2024"),
        ("month('2024-03-05 10:00')", "3"),
        ("day('today')", "29"),
        ("dayoftheweek('now')", "4"),
        ("dayoftheweek('2024-03-03')", "7"),
        ("age_at_date('2000-03-01', 'today')", "23"),
        ("age_at_date('2000-02-29', '2024-02-29 23:00')", "24"),
        ("round(age_at_date('2023-12-02', '2024-02-28', true), 2)", "0.24"),
        ("year('')", ""),
        ("month('soon')", ""),
    ] {
        assert_eq!(value(logic, &[]), result, "{logic}");
    }
    assert!(holds("[d] >= '2024-01-01' and [d] < '2024-02-01'", &[("d", "2024-01-15")]));
}

#[test]
fn missing_data_codes_are_known_to_the_project() {
    let unknown = [("age", "UNK")];
    assert!(holds("isblankormissingcode([age])", &unknown));
    assert!(holds("isblankormissingcode([age])", &[]));
    assert!(holds("isblankormissingcode([age]) = false", &[("age", "30")]));
    assert!(!holds("isblanknotmissingcode([age])", &unknown));
    assert!(holds("ismissingcode([age]) and hasmissingcode([age], 'NASK,NI,UNK')", &unknown));
    assert!(!holds("hasmissingcode([age], 'NASK,NI')", &unknown));
    assert!(!holds("hasmissingcode([age], '30')", &[("age", "30")]));
    assert!(!holds("[age] > 30 or [age] < 30", &unknown));
}

#[test]
fn comments_stand_on_their_own_lines() {
    let logic = "# Scores only those who qualify.\nif ([field1] = '1' and [field2] > 7,\n\n\t// the score\n\t\
                 [score] * [factor],\n\t// nobody else\n\t0\n)";
    let fields = [("field1", "1"), ("field2", "8"), ("score", "3"), ("factor", "2")];
    assert_eq!(value(logic, &fields), "6");
    assert_eq!(value(logic, &fields[1..]), "0");
}

#[test]
fn malformed_logic_is_refused_where_it_goes_wrong() {
    for (logic, offset) in [
        ("", 0),
        ("  \n# only a comment", 0),
        ("[age", 0),
        ("[age] >", 7),
        ("[age] > > 3", 8),
        ("[age] 30", 6),
        ("[age] = 'thirty", 8),
        ("([age] > 30", 0),
        ("[age] > 30)", 10),
        ("()", 1),
        ("1 < 2 < 3", 6),
        ("round()", 0),
        ("1 + mod(1)", 4),
        ("if(1, 2)", 0),
        ("nosuch(1)", 0),
        ("round", 0),
        ("round(1, )", 9),
        ("round(1 2)", 8),
        ("round(1", 5),
        ("1, 2", 1),
        ("[a] [b]", 4),
        ("[a b] = 1", 0),
        ("[a][b][c] = 1", 6),
        ("and [a]", 0),
        ("[a] or", 6),
        ("[a] = “x”", 6),
        ("'é' = ~", 6),
    ] {
        assert_eq!(refused(logic).offset, offset, "{logic}: {}", refused(logic));
    }
    let error = refused("[a] = 1 and\n  ([b] = )");
    assert_eq!((error.line, error.column), (2, 10));
    assert_eq!(
        error.to_string(),
        "line 2, column 10: `)` is out of place; \
         expected a value: a field, number, quoted text, function or parenthesis"
    );
}
