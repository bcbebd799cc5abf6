// Made by `cargo run generate` from templates/rust-client/src/helpers/dates/jiff.rs.
// Do not edit: change the source and run it again.

//! The types of the crate `jiff`.

use ::jiff::civil::{Date, DateTime, Time};

use super::{Civil, Parts};

impl Civil for Date {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (Some((year, month, day)), None) = parts else { return None };
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    fn parts(&self) -> Parts {
        (Some((self.year().into(), self.month().unsigned_abs(), self.day().unsigned_abs())), None)
    }
}

impl Civil for Time {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (None, Some((hour, minute, second))) = parts else { return None };
        Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?, 0).ok()
    }

    fn parts(&self) -> Parts {
        (None, Some((self.hour().unsigned_abs(), self.minute().unsigned_abs(), self.second().unsigned_abs())))
    }
}

impl Civil for DateTime {
    fn from_parts(parts: Parts) -> Option<Self> {
        let (date @ Some(_), time @ Some(_)) = parts else { return None };
        Some(DateTime::from_parts(Date::from_parts((date, None))?, Time::from_parts((None, time))?))
    }

    fn parts(&self) -> Parts {
        (self.date().parts().0, self.time().parts().1)
    }
}
