//! REDCap versions, and the ranges in which facts hold.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A REDCap version: three numbers, compared as numbers (9.10.0 is newer than 9.9.0).
///
/// LTS branches are frozen copies of the standard line, so the plain comparison is right for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u16, pub u16, pub u16);

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.0, self.1, self.2)
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A text that is not a version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a version is three numbers, like 14.0.5")]
pub struct NotAVersion;

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let mut numbers = text.split('.').map(|part| {
            let canonical = part == "0" || !part.starts_with('0');
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if canonical && digits { part.parse::<u16>().map_err(|_| NotAVersion) } else { Err(NotAVersion) }
        });
        let mut next = || numbers.next().unwrap_or(Err(NotAVersion));
        let version = Version(next()?, next()?, next()?);
        if numbers.next().is_some() { Err(NotAVersion) } else { Ok(version) }
    }
}

/// How well a first version is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// A source states it.
    Stated,
    /// It was there in this version, and may be older (`<=`).
    AtLatest,
    /// Inferred from dates or neighbouring facts (`~`).
    About,
}

/// The versions in which a fact holds: from `since` up to, but not including, `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Lifespan {
    /// First version.
    pub since: Version,
    /// How well the first version is known.
    pub certainty: Certainty,
    /// First version in which the fact no longer holds.
    pub until: Option<Version>,
}

impl Lifespan {
    /// True when the fact holds in the version.
    #[must_use]
    pub fn contains(&self, version: Version) -> bool {
        self.since <= version && self.until.is_none_or(|until| version < until)
    }

    /// True when there is a version in which both facts hold.
    #[must_use]
    pub fn overlaps(&self, other: &Lifespan) -> bool {
        self.until.is_none_or(|until| other.since < until)
            && other.until.is_none_or(|until| self.since < until)
    }

    /// True when the other fact holds whenever this one does.
    #[must_use]
    pub fn within(&self, other: &Lifespan) -> bool {
        let ends = match (self.until, other.until) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(outer)) => own <= outer,
        };
        other.since <= self.since && ends
    }

    /// From the start of the older to the end of the one that lasts longer.
    #[must_use]
    pub fn with(self, other: &Lifespan) -> Lifespan {
        let older = if other.since < self.since { other } else { &self };
        let until = self.until.zip(other.until).map(|(one, other)| one.max(other));
        Lifespan { until, ..*older }
    }

    /// The part of this lifespan that lies inside the other.
    #[must_use]
    pub fn clip(mut self, outer: &Lifespan) -> Lifespan {
        if self.since < outer.since {
            self.since = outer.since;
            self.certainty = outer.certainty;
        }
        self.until = match (self.until, outer.until) {
            (Some(own), Some(outer)) => Some(own.min(outer)),
            (own, outer) => own.or(outer),
        };
        self
    }
}

impl Certainty {
    /// The version in words: "6.0.0", "8.7.3 or earlier", "about 14.0.5".
    #[must_use]
    pub fn words(self, version: Version) -> String {
        match self {
            Certainty::Stated => version.to_string(),
            Certainty::AtLatest => format!("{version} or earlier"),
            Certainty::About => format!("about {version}"),
        }
    }
}

impl fmt::Display for Lifespan {
    /// In words: "since 6.4.0", "since 8.7.3 or earlier, gone in 12.0.0".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "since {}", self.certainty.words(self.since))?;
        match self.until {
            Some(until) => write!(formatter, ", gone in {until}"),
            None => Ok(()),
        }
    }
}

/// Parses the notation of `since`: `6.4.0`, `<=8.7.3` or `~13.1.0`.
///
/// # Errors
/// When the text is none of these.
pub fn parse_since(text: &str) -> Result<(Version, Certainty), NotAVersion> {
    if let Some(rest) = text.strip_prefix("<=") {
        Ok((rest.parse()?, Certainty::AtLatest))
    } else if let Some(rest) = text.strip_prefix('~') {
        Ok((rest.parse()?, Certainty::About))
    } else {
        Ok((text.parse()?, Certainty::Stated))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(since: &str, until: Option<&str>) -> Lifespan {
        Lifespan {
            since: since.parse().unwrap(),
            certainty: Certainty::Stated,
            until: until.map(|until| until.parse().unwrap()),
        }
    }

    #[test]
    fn versions_compare_as_numbers() {
        assert!("9.10.0".parse::<Version>().unwrap() > "9.9.9".parse().unwrap());
        for wrong in ["9.10", "9", "9.1.0.0", "v9.1.0", "9.01.0", "9..0", "9.1.x", "", "99999.0.0"] {
            assert_eq!(wrong.parse::<Version>(), Err(NotAVersion), "{wrong}");
        }
    }

    #[test]
    fn until_is_exclusive() {
        let life = span("4.0.0", Some("6.0.0"));
        assert!(life.contains("5.9.15".parse().unwrap()));
        assert!(!life.contains("6.0.0".parse().unwrap()));
        assert!(!life.overlaps(&span("6.0.0", None)));
        assert!(life.overlaps(&span("5.9.9", None)));
        assert!(life.within(&span("4.0.0", None)));
        assert!(!span("4.0.0", None).within(&life));
    }

    #[test]
    fn joining_reaches_from_the_first_start_to_the_last_end() {
        let (early, late) = (span("4.0.0", Some("6.0.0")), span("7.0.0", Some("9.0.0")));
        assert_eq!(late.with(&early), span("4.0.0", Some("9.0.0")));
        assert_eq!(early.with(&span("5.0.0", None)), span("4.0.0", None));
    }

    #[test]
    fn clipping_takes_over_the_certainty_of_the_edge() {
        let outer = Lifespan { certainty: Certainty::AtLatest, ..span("6.0.0", None) };
        let clipped = span("4.0.0", None).clip(&outer);
        assert_eq!((clipped.since, clipped.certainty), (outer.since, Certainty::AtLatest));
    }
}
