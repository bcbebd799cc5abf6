// Made by `cargo run generate` from templates/rust-client/src/helpers/dates/time.rs.
// Do not edit: change the source and run it again.

//! The types of the crate `time`.

use ::time::{Date, PrimitiveDateTime, Time};

use super::{Civil, Parts};

impl Civil for Date {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (Some((year, month, day)), None) = parts else { return None };
        Date::from_calendar_date(year, month.try_into().ok()?, day).ok()
    }

    fn parts(&self) -> Parts {
        (Some((self.year(), self.month().into(), self.day())), None)
    }
}

impl Civil for Time {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (None, Some((hour, minute, second))) = parts else { return None };
        Time::from_hms(hour, minute, second).ok()
    }

    fn parts(&self) -> Parts {
        (None, Some(self.as_hms()))
    }
}

impl Civil for PrimitiveDateTime {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (date @ Some(_), time @ Some(_)) = parts else { return None };
        Some(PrimitiveDateTime::new(Date::from_parts((date, None))?, Time::from_parts((None, time))?))
    }

    fn parts(&self) -> Parts {
        (self.date().parts().0, self.time().parts().1)
    }
}
