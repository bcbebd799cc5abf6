// Made by `cargo run generate` from templates/rust-client/src/helpers/dates/chrono.rs.
// Do not edit: change the source and run it again.

//! The types of the crate `chrono`.

use ::chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{Civil, Parts};

impl Civil for NaiveDate {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (Some((year, month, day)), None) = parts else { return None };
        NaiveDate::from_ymd_opt(year, month.into(), day.into())
    }

    fn parts(&self) -> Parts {
        (Some((self.year(), byte(self.month()), byte(self.day()))), None)
    }
}

impl Civil for NaiveTime {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (None, Some((hour, minute, second))) = parts else { return None };
        NaiveTime::from_hms_opt(hour.into(), minute.into(), second.into())
    }

    fn parts(&self) -> Parts {
        (None, Some((byte(self.hour()), byte(self.minute()), byte(self.second()))))
    }
}

impl Civil for NaiveDateTime {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (date @ Some(_), time @ Some(_)) = parts else { return None };
        Some(NaiveDate::from_parts((date, None))?.and_time(NaiveTime::from_parts((None, time))?))
    }

    fn parts(&self) -> Parts {
        (self.date().parts().0, self.time().parts().1)
    }
}

/// Months, days, hours, minutes and seconds are below 60.
fn byte(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
