//! The type notation of parameters and columns.

use crate::model::Type;
use crate::spec::loc::Loc;

use super::context::{Context, Kind};

/// Names of types that need no definition.
const SIMPLE: [&str; 6] = ["string", "integer", "boolean", "datetime", "file", "odm"];

impl Context<'_> {
    /// Parses a type. A wrong one is reported, and taken as text.
    pub(super) fn type_of(&mut self, notation: &Loc<String>) -> Type {
        self.parse_type(notation, notation)
    }

    fn parse_type(&mut self, text: &str, notation: &Loc<String>) -> Type {
        let at = |value: &str| Loc { value: value.to_owned(), span: notation.span };
        if let Some((outer, inner)) = text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            match outer {
                "list" => return Type::List(Box::new(self.parse_type(inner, notation))),
                "map" => return Type::Map(Box::new(self.parse_type(inner, notation))),
                "enum" => return Type::Enum(self.reference(Kind::Enum, &at(inner))),
                "payload" if inner == "records" => return Type::PayloadRecords,
                "payload" => return Type::Payload(self.reference(Kind::Shape, &at(inner))),
                "payload_item" => return Type::PayloadItem(self.reference(Kind::Shape, &at(inner))),
                _ => {}
            }
        }
        match text {
            "string" => Type::String,
            "integer" => Type::Integer,
            "boolean" => Type::Boolean,
            "datetime" => Type::Datetime,
            "file" => Type::File,
            "odm" => Type::Odm,
            scalar if self.use_id(Kind::Scalar, scalar) => Type::Scalar(scalar.to_owned()),
            // The type may be a scalar of a file that could not be read.
            _ if !self.is_complete() => Type::String,
            unknown => {
                let mut known: Vec<String> = SIMPLE.iter().map(|&name| name.to_owned()).collect();
                known.extend(self.ids(Kind::Scalar));
                known.extend(self.ids(Kind::Enum).iter().map(|id| format!("enum<{id}>")));
                let help = crate::diagnostics::suggestion(unknown, known.iter().map(String::as_str));
                self.report
                    .at(notation.span, format!("`{unknown}` is not a type"), "no such type")
                    .help(format!("{help} (also list<…>, map<…>, payload<shape> and payload_item<shape>)"));
                Type::String
            }
        }
    }
}
