//! An export as large as wanted, always the same, and a type for its rows.

use std::fmt::Write as _;

use serde::Deserialize;

macro_rules! columns {
    ($($kind:ty: $($name:ident)*;)*) => {
        const COLUMNS: [&str; 60] = [$($(stringify!($name)),*),*];

        /// A row as most users would declare it.
        #[derive(Deserialize)]
        #[allow(dead_code, non_snake_case, reason = "reading it is what counts, with REDCap's own names")]
        pub struct Visit {
            $($($name: $kind,)*)*
        }

        /// The same row with nothing but texts, each of which needs memory of its own.
        #[derive(Deserialize)]
        #[allow(dead_code, non_snake_case, reason = "as above")]
        pub struct Texts {
            $($($name: String,)*)*
        }
    };
}

columns! {
    String: record_id redcap_event_name;
    Option<String>: redcap_repeat_instrument;
    Option<u32>: redcap_repeat_instance;
    String: enrolment_date date_of_birth visit_date visit_time sample_time questionnaire_timestamp;
    Option<i64>: sex ethnicity smoking_status alcohol_units pregnancy diabetes asthma stroke treatment_arm severity
        pain_score mobility self_care consented;
    Option<f64>: height_cm weight_kg bmi systolic_bp diastolic_bp heart_rate temperature glucose hba1c creatinine
        sodium potassium;
    String: comments adverse_events_text medication_list referral_reason;
    u8: symptoms___1 symptoms___2 symptoms___3 symptoms___4 symptoms___5 symptoms___6 symptoms___7 symptoms___8
        history___1 history___2 history___3 history___4 history___5 history___6 history___7 history___8
        demography_complete baseline_complete laboratory_complete questionnaire_complete;
}

/// Always the same numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn cell(column: usize, row: usize, dice: &mut Dice, text: &mut String) {
    const TEXTS: [&str; 8] = [
        "",
        "",
        "No complaints today, came with daughter",
        "Said \"much better\"; dose kept",
        "Müller reports café au lait spots",
        "Fell at home.\nSeen by GP the next day, no fracture",
        "see letter 12/05",
        "Nausea",
    ];
    text.clear();
    let _ = match column {
        0 => write!(text, "{}", row + 1),
        1 => write!(text, "visit_{}_arm_1", dice.below(6)),
        2 | 3 => Ok(()),
        4..=6 => write!(text, "20{:02}-{:02}-{:02}", dice.below(25), 1 + dice.below(12), 1 + dice.below(28)),
        7..=9 => {
            write!(text, "2024-05-{:02} {:02}:{:02}", 1 + dice.below(28), dice.below(24), dice.below(60))
        }
        10..=23 => write!(text, "{}", dice.below(12)),
        24..=35 => write!(text, "{}.{}", dice.below(200), dice.below(10_000)),
        36..=39 => write!(text, "{}", TEXTS[dice.below(8) as usize]),
        40..=55 => write!(text, "{}", dice.below(2)),
        _ => write!(text, "{}", dice.below(3)),
    };
}

/// The same rows as CSV and JSON, as PHP writes them.
pub fn exports(rows: usize) -> (Vec<u8>, Vec<u8>) {
    let (mut csv, mut json) = (COLUMNS.join(","), String::from("["));
    csv.push('\n');
    let (mut dice, mut text) = (Dice(4), String::new());
    for row in 0..rows {
        json.push_str(if row == 0 { "{" } else { ",{" });
        for (column, name) in COLUMNS.iter().enumerate() {
            cell(column, row, &mut dice, &mut text);
            if column > 0 {
                csv.push(',');
                json.push(',');
            }
            if text.contains([' ', ',', '"', '\n']) {
                let _ = write!(csv, "\"{}\"", text.replace('"', "\"\""));
            } else {
                csv.push_str(&text);
            }
            let _ = write!(json, "\"{name}\":\"");
            for mark in text.chars() {
                let _ = match mark {
                    '"' | '/' => write!(json, "\\{mark}"),
                    '\n' => write!(json, "\\n"),
                    _ if mark.is_ascii() => write!(json, "{mark}"),
                    _ => write!(json, "\\u{:04x}", mark as u32),
                };
            }
            json.push('"');
        }
        csv.push('\n');
        json.push('}');
    }
    json.push(']');
    (csv.into_bytes(), json.into_bytes())
}
