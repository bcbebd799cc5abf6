//! Points in time, and the functions on dates.

use super::Scope;
use super::value::Value;

const SECONDS_IN_DAY: i64 = 86_400;

/// A date and a time of day on the server's clock, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Seconds since the start of 1970 on that clock.
    seconds: i64,
}

impl Moment {
    /// A moment by its parts, or `None` when there is no such date or time.
    pub fn new(year: i64, month: i64, day: i64, hour: i64, minute: i64, second: i64) -> Option<Self> {
        let valid = (0..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day)
            && (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second);
        let time = hour * 3600 + minute * 60 + second;
        valid.then(|| Self { seconds: days_since_1970(year, month, day) * SECONDS_IN_DAY + time })
    }

    /// A moment by the seconds since the start of 1970 on the server's clock.
    pub fn from_seconds(seconds: i64) -> Self {
        Self { seconds }
    }

    fn midnight(self) -> Self {
        Self { seconds: self.seconds.div_euclid(SECONDS_IN_DAY) * SECONDS_IN_DAY }
    }

    /// Year, month and day.
    fn date(self) -> (i64, i64, i64) {
        date_of(self.seconds.div_euclid(SECONDS_IN_DAY))
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the Gregorian calendar. Years are taken to begin in March, which puts the leap day
/// last; 719468 days lie between the start of such a year 0 and 1970.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

/// The reverse of [`days_since_1970`].
fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days.saturating_add(719_468);
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

/// The order of the parts in a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

/// What a text can mean in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    At(Moment),
    /// A time without a date, in seconds since midnight.
    OfDay(i64),
}

/// Reads a date, a date with a time, a time, or the words `today` and `now`.
///
/// Stored dates begin with the year whatever their field displays, so four leading digits are always the year.
fn read(value: &Value, order: Order, scope: &dyn Scope) -> Option<Time> {
    let Value::Text(text) = value else { return None };
    match text.trim() {
        word if word.eq_ignore_ascii_case("today") => Some(Time::At(scope.now().midnight())),
        word if word.eq_ignore_ascii_case("now") => Some(Time::At(scope.now())),
        text => match text.split_once([' ', 'T']) {
            Some((date, time)) => read_date(date, Some(time), order),
            None if text.contains(':') => {
                let (hour, minute, second) = read_time(text)?;
                Some(Time::OfDay(hour * 3600 + minute * 60 + second))
            }
            None => read_date(text, None, order),
        },
    }
}

fn read_date(date: &str, time: Option<&str>, order: Order) -> Option<Time> {
    let parts = date.split(['-', '/', '.']).map(digits).collect::<Option<Vec<_>>>()?;
    let &[first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match order {
        _ if first.1 == 4 => (first, second, third),
        Order::MonthDayYear => (third, first, second),
        Order::DayMonthYear => (third, second, first),
        Order::YearMonthDay => return None,
    };
    if year.1 != 4 || month.1 > 2 || day.1 > 2 {
        return None;
    }
    let (hour, minute, seconds) = match time {
        Some(time) => read_time(time)?,
        None => (0, 0, 0),
    };
    Moment::new(year.0, month.0, day.0, hour, minute, seconds).map(Time::At)
}

fn read_time(text: &str) -> Option<(i64, i64, i64)> {
    let parts = text.split(':').map(digits).collect::<Option<Vec<_>>>()?;
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, minute] => (hour, minute, (0, 2)),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let valid = hour.0 < 24 && minute.0 < 60 && minute.1 == 2 && second.0 < 60 && second.1 == 2;
    valid.then_some((hour.0, minute.0, second.0))
}

/// A run of at most four digits, as its number and its length.
fn digits(text: &str) -> Option<(i64, usize)> {
    let valid = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if valid { text.parse().ok().map(|number| (number, text.len())) } else { None }
}

fn date_in(value: &Value, scope: &dyn Scope) -> Option<Moment> {
    match read(value, Order::YearMonthDay, scope)? {
        Time::At(moment) => Some(moment),
        Time::OfDay(_) => None,
    }
}

/// The length of a unit in seconds. Only the case of `m` matters: `M` is months.
fn unit(value: &Value) -> Option<f64> {
    let day = SECONDS_IN_DAY as f64;
    match value.to_string().as_str() {
        "y" | "Y" => Some(365.2425 * day),
        "M" => Some(30.44 * day),
        "d" | "D" => Some(day),
        "h" | "H" => Some(3600.0),
        "m" => Some(60.0),
        "s" | "S" => Some(1.0),
        _ => None,
    }
}

fn is_set(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.eq_ignore_ascii_case("true") || text == "1",
        other => other.is_true(),
    }
}

/// `datediff(from, to, unit [, format] [, signed])`: the time between two dates or two times of day, without a
/// sign unless asked for.
pub(super) fn datediff(values: &[Value], scope: &dyn Scope) -> Value {
    difference(values, scope).map_or(Value::Blank, Value::number)
}

fn difference(values: &[Value], scope: &dyn Scope) -> Option<f64> {
    let format = values.get(3).map(folded).unwrap_or_default();
    let (order, next) = match format.as_str() {
        "ymd" => (Order::YearMonthDay, 4),
        "mdy" => (Order::MonthDayYear, 4),
        "dmy" => (Order::DayMonthYear, 4),
        _ => (Order::YearMonthDay, 3),
    };
    let seconds = match (read(&values[0], order, scope)?, read(&values[1], order, scope)?) {
        (Time::At(from), Time::At(to)) => to.seconds.checked_sub(from.seconds)?,
        (Time::OfDay(from), Time::OfDay(to)) => to - from,
        _ => return None,
    };
    let result = seconds as f64 / unit(&values[2])?;
    let signed = values.get(next).is_some_and(is_set);
    Some(if signed { result } else { result.abs() })
}

fn folded(value: &Value) -> String {
    value.to_string().to_ascii_lowercase()
}

/// `age_at_date(birth, date [, decimal])`: completed years by the calendar, or with decimals in years of
/// 365.2425 days. Times of day do not count.
pub(super) fn age_at_date(values: &[Value], scope: &dyn Scope) -> Value {
    let (Some(birth), Some(date)) = (date_in(&values[0], scope), date_in(&values[1], scope)) else {
        return Value::Blank;
    };
    if values.get(2).is_some_and(is_set) {
        let seconds = date.midnight().seconds.saturating_sub(birth.midnight().seconds);
        return Value::number(seconds as f64 / (365.2425 * SECONDS_IN_DAY as f64));
    }
    let ((birth_year, birth_month, birth_day), (year, month, day)) = (birth.date(), date.date());
    let before_birthday = (month, day) < (birth_month, birth_day);
    Value::number((year - birth_year - i64::from(before_birthday)) as f64)
}

/// Monday is 1, Sunday 7.
pub(super) fn day_of_the_week(values: &[Value], scope: &dyn Scope) -> Value {
    date_in(&values[0], scope).map_or(Value::Blank, |moment| {
        // 1970-01-01 was a Thursday, the fourth day.
        let day = (moment.seconds.div_euclid(SECONDS_IN_DAY) + 3).rem_euclid(7) + 1;
        Value::number(day as f64)
    })
}

pub(super) fn year(values: &[Value], scope: &dyn Scope) -> Value {
    date_in(&values[0], scope).map_or(Value::Blank, |moment| Value::number(moment.date().0 as f64))
}

pub(super) fn month(values: &[Value], scope: &dyn Scope) -> Value {
    date_in(&values[0], scope).map_or(Value::Blank, |moment| Value::number(moment.date().1 as f64))
}

pub(super) fn day(values: &[Value], scope: &dyn Scope) -> Value {
    date_in(&values[0], scope).map_or(Value::Blank, |moment| Value::number(moment.date().2 as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_day_numbers_agree_over_four_centuries() {
        let mut days = days_since_1970(1799, 12, 31);
        for year in 1800..2201 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    days += 1;
                    assert_eq!(days_since_1970(year, month, day), days);
                    assert_eq!(date_of(days), (year, month, day));
                }
            }
        }
        assert_eq!(days_since_1970(1970, 1, 1), 0);
        assert_eq!(date_of(days_since_1970(0, 1, 1)), (0, 1, 1));
    }

    #[test]
    fn there_is_no_30th_of_february() {
        assert_eq!(Moment::new(2023, 2, 29, 0, 0, 0), None);
        assert!(Moment::new(2024, 2, 29, 23, 59, 59).is_some());
        assert_eq!(Moment::new(2024, 1, 1, 24, 0, 0), None);
        assert_eq!(Moment::new(1970, 1, 2, 0, 0, 1), Some(Moment::from_seconds(86_401)));
    }
}
