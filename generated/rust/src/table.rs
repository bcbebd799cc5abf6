// Made by `cargo run generate` from templates/rust-client/src/table.rs.
// Do not edit: change the source and run it again.

//! The macros in which the typed half is written: tables that read like the list of names, values and columns
//! that REDCap has, each row below its documentation.

/// Names: texts with a meaning of their own. The text of a `hidden` one is shown neither by `Debug` nor by
/// `Display`.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident, hidden) => {
        name!(@all $(#[$doc])*
            #[doc = "\n\nThe text is shown neither by `Debug` nor by `Display`: ask for it with `as_str`, or with serde."]
            $name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
    ($(#[$doc:meta])* $name:ident) => {
        name!(@all $(#[$doc])* $name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
    (@all $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text as on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as on the wire.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }

            /// The texts of many names.
            #[allow(dead_code, reason = "not every name occurs in a list")]
            pub(crate) fn texts(
                names: impl IntoIterator<Item = impl Into<Self>>,
            ) -> impl Iterator<Item = String> {
                names.into_iter().map(|name| name.into().0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<&$name> for $name {
            fn from(name: &$name) -> Self {
                name.clone()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                target.serialize_str(&self.0)
            }
        }

        impl $crate::runtime::Cell for $name {
            fn from_value(value: $crate::runtime::Value) -> Result<Self, $crate::runtime::DecodeError> {
                <String as $crate::runtime::Cell>::from_value(value).map(Self)
            }

            fn to_value(&self) -> $crate::runtime::Value {
                $crate::runtime::Value::Text(self.0.clone())
            }
        }
    };
}

/// Sets of values, which keep a value that they do not know. Rows: `Variant = "value on the wire",`.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$about])* $variant,)*
            /// A value that this crate does not know, as the server sent it.
            Other(String),
        }

        impl $name {
            /// The value as on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)*
                    _ => Self::Other(text),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::from(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                target.serialize_str(self.as_str())
            }
        }

        impl $crate::runtime::Cell for $name {
            fn from_value(value: $crate::runtime::Value) -> Result<Self, $crate::runtime::DecodeError> {
                <String as $crate::runtime::Cell>::from_value(value).map(Self::from)
            }

            fn to_value(&self) -> $crate::runtime::Value {
                $crate::runtime::Value::Text(self.as_str().to_owned())
            }
        }
    };
}

/// Shapes: items of answers, and with `new(...)` also of imports. Rows: `field: presence kind(Type) =
/// "column";`, with `, hidden` if `Debug` must not show the value.
///
/// - `required`: every item has it, and `new` takes it.
/// - `optional`: `None` when missing or blank; sent only if it is there.
/// - `blankable`: `None` when missing or blank; sent blank if it is not there.
/// - `read_only`: `None` when missing or blank; never sent.
///
/// The kind says what functions take: a `value` as it is, whatever makes a `text`, or the entries of a `map`.
macro_rules! shape {
    ($(#[$doc:meta])* $name:ident {
        $(#[$lint:meta])* new($($given:ident: $given_kind:ident($given_type:ty)),*);
        $($(#[$about:meta])* $field:ident: $presence:ident $kind:ident($type:ty) = $column:literal $(, $hidden:ident)?;)*
    }) => {
        shape!($(#[$doc])* $name {
            $($(#[$about])* $field: $presence $kind($type) = $column $(, $hidden)?;)*
        });

        impl $name {
            /// An item to import, with what every item needs.
            #[must_use]
            $(#[$lint])*
            pub fn new($($given: cell!(@argument $given_kind $given_type)),*) -> Self {
                Self { $($field: cell!(@start $presence $kind $field),)* other: Default::default() }
            }

            $(cell!(@setter $presence $(#[$about])* $field $kind $type);)*
        }

        shape!(@default $name $($given)*);

        impl $crate::runtime::ToRow for $name {
            fn to_row(&self) -> $crate::runtime::Row {
                let mut row = $crate::runtime::Row::new();
                $(cell!(@write $presence row $column (&self.$field));)*
                row
            }
        }
    };
    ($(#[$doc:meta])* $name:ident {
        $($(#[$about:meta])* $field:ident: $presence:ident $kind:ident($type:ty) = $column:literal $(, $hidden:ident)?;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$about])* pub $field: cell!(@field $presence $kind $type),)*
            /// Columns that this crate does not know, by name.
            pub other: std::collections::BTreeMap<String, $crate::runtime::Value>,
        }

        impl $crate::runtime::FromRow for $name {
            fn from_row(mut row: $crate::runtime::Row) -> Result<Self, $crate::runtime::DecodeError> {
                Ok(Self { $($field: cell!(@read $presence row $column),)* other: row.rest() })
            }
        }

        /// Columns as on the wire, then those that this crate does not know. What is `None` is null.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                use $crate::runtime::Cell;

                let cells = [$(($column, cell!(@cell $presence (&self.$field))),)*];
                let others = self.other.iter().map(|(name, value)| (name.as_str(), value));
                target.collect_map(cells.iter().map(|(name, value)| (*name, value)).chain(others))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut shown = out.debug_struct(stringify!($name));
                $(cell!(@show $($hidden)? shown $field (&self.$field));)*
                shown.finish_non_exhaustive()
            }
        }
    };
    // Clippy asks for `Default` beside a `new` without arguments.
    (@default $name:ident) => {
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident $($given:ident)+) => {};
}

/// What a column is in each part of a shape.
macro_rules! cell {
    (@stored map $type:ty) => { std::collections::BTreeMap<String, $type> };
    (@stored $kind:ident $type:ty) => { $type };

    (@field required $kind:ident $type:ty) => { cell!(@stored $kind $type) };
    (@field $presence:ident $kind:ident $type:ty) => { Option<cell!(@stored $kind $type)> };

    (@argument value $type:ty) => { $type };
    (@argument text $type:ty) => { impl Into<$type> };
    (@argument map $type:ty) => { impl IntoIterator<Item = (impl Into<String>, $type)> };

    (@value value $given:ident) => { $given };
    (@value text $given:ident) => { $given.into() };
    (@value map $given:ident) => { $given.into_iter().map(|(name, value)| (name.into(), value)).collect() };

    (@start required $kind:ident $given:ident) => { cell!(@value $kind $given) };
    (@start $presence:ident $kind:ident $given:ident) => { None };

    (@setter required $(#[$about:meta])* $field:ident $kind:ident $type:ty) => {};
    (@setter read_only $(#[$about:meta])* $field:ident $kind:ident $type:ty) => {};
    (@setter $presence:ident $(#[$about:meta])* $field:ident $kind:ident $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").\n\n")]
        $(#[$about])*
        #[must_use]
        pub fn $field(mut self, $field: cell!(@argument $kind $type)) -> Self {
            self.$field = Some(cell!(@value $kind $field));
            self
        }
    };

    (@read required $row:ident $column:literal) => { $row.required($column)? };
    (@read $presence:ident $row:ident $column:literal) => { $row.optional($column)? };

    (@write required $row:ident $column:literal $value:expr) => { $row.put($column, $value) };
    (@write read_only $row:ident $column:literal $value:expr) => {};
    (@write optional $row:ident $column:literal $value:expr) => {
        $row.put_optional($column, $value.as_ref())
    };
    (@write blankable $row:ident $column:literal $value:expr) => {
        match $value {
            Some(value) => $row.put($column, value),
            None => $row.put($column, &String::new()),
        }
    };

    (@cell required $value:expr) => { $value.to_value() };
    (@cell $presence:ident $value:expr) => {
        $value.as_ref().map_or($crate::runtime::Value::Null, |value| value.to_value())
    };

    (@show hidden $shown:ident $field:ident $value:expr) => {};
    (@show $shown:ident $field:ident $value:expr) => { $shown.field(stringify!($field), $value) };
}

/// A request with what every request has. Its setters and the calls that end it are written out.
macro_rules! request {
    ($function:ident, $name:ident) => {
        #[doc = concat!("Request of [`Client::", stringify!($function), "`].")]
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct $name<M: Mode = $crate::runtime::Async> {
            request: Request<M>,
        }

        impl<M: Mode> $name<M> {
            /// Chooses time limits and the like for this call.
            pub fn with(mut self, options: $crate::runtime::CallOptions) -> Self {
                self.request.with(options);
                self
            }

            /// Sends the request. Returns: whatever the server answers, also a refusal.
            pub fn raw(self) -> M::Reply<$crate::runtime::RawAnswer> {
                self.request.raw()
            }
        }
    };
}

/// The call that asks for the answer of `send` in another format and gives it as it is.
macro_rules! document {
    ($function:ident, $format:ident, $title:literal) => {
        #[doc = concat!("Sends the request. Returns: the same as ", $title, ".")]
        pub fn $function(self) -> M::Reply<$crate::runtime::Document> {
            self.request.document($crate::runtime::Format::$format)
        }
    };
}
