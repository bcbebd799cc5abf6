//! The server's clock, which tests can set.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A clock in UTC that runs from where it was set.
#[derive(Debug, Default)]
pub struct Clock {
    set: Mutex<Option<(DateTime, Instant)>>,
}

impl Clock {
    /// The time, `YYYY-MM-DD HH:MM:SS`.
    pub fn now(&self) -> String {
        let set = *self.set.lock().unwrap_or_else(PoisonError::into_inner);
        let time = match set {
            Some((time, since)) => {
                let passed = SignedDuration::try_from(since.elapsed()).unwrap_or_default();
                time.checked_add(passed).unwrap_or(time)
            }
            None => TimeZone::UTC.to_datetime(Timestamp::now()),
        };
        let time = time.with().subsec_nanosecond(0).build().unwrap_or(time);
        time.strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// Sets the time; `None` goes back to the system's.
    ///
    /// # Errors
    /// When the text is no date with a time.
    pub fn set(&self, time: Option<&str>) -> Result<(), jiff::Error> {
        let time =
            time.map(|text| Ok::<_, jiff::Error>((text.parse::<DateTime>()?, Instant::now()))).transpose()?;
        *self.set.lock().unwrap_or_else(PoisonError::into_inner) = time;
        Ok(())
    }
}
