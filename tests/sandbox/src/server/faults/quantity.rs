//! Durations and sizes as people write them.

use std::time::Duration;

/// Reads a duration: `250ms`, `2s`, `1.5s`, `1m`, `1h`.
///
/// # Errors
/// What to write instead.
pub fn duration(text: &str) -> Result<Duration, String> {
    let units = [("ms", 0.001), ("s", 1.0), ("m", 60.0), ("h", 3600.0)];
    let read = |(unit, seconds): (&str, f64)| {
        let number: f64 = text.strip_suffix(unit)?.trim_end().parse().ok()?;
        Duration::try_from_secs_f64(number * seconds).ok()
    };
    units.into_iter().find_map(read).ok_or_else(|| format!("`{text}` is no duration, like 250ms, 2s or 1m"))
}

/// Reads a size in bytes: `100`, `10KB`, `5MB`, `1GB`.
///
/// # Errors
/// What to write instead.
pub fn size(text: &str) -> Result<u64, String> {
    let units = [("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)];
    let upper = text.to_ascii_uppercase();
    let read = |(unit, bytes): (&str, u64)| {
        upper.strip_suffix(unit)?.trim_end().parse::<u64>().ok()?.checked_mul(bytes)
    };
    units.into_iter().find_map(read).ok_or_else(|| format!("`{text}` is no size, like 100, 10KB, 5MB or 1GB"))
}
