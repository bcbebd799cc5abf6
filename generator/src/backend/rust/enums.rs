//! Sets of values: open enums that keep what they do not know.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{ident, type_ident};
use crate::model::names::type_name;
use crate::model::{Enum, EnumValue, Version};

/// The type of one set of values. `oldest` is the oldest version that the crate knows.
#[must_use]
pub fn enumeration(one: &Enum, oldest: Version) -> TokenStream {
    let name = type_ident(&one.id);
    let doc = docs::text(&one.summary);
    let variants: Vec<_> = one.values.iter().map(|value| ident(&type_name(&value.ident))).collect();
    let texts: Vec<&str> = one.values.iter().map(|value| value.value.as_str()).collect();
    let docs_of = one.values.iter().map(|value| docs::text(&value_doc(value, oldest)));
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs_of #variants,)*
            #[doc = " A value that this crate does not know, as the server sent it."]
            Other(String),
        }

        impl #name {
            #[doc = " The value as on the wire."]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #texts,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for #name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    #(#texts => Self::#variants,)*
                    _ => Self::Other(text),
                }
            }
        }

        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                Self::from(text.to_owned())
            }
        }

        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl Cell for #name {
            fn from_value(value: Value) -> Result<Self, DecodeError> {
                String::from_value(value).map(Self::from)
            }

            fn to_value(&self) -> Value {
                Value::Text(self.as_str().to_owned())
            }
        }
    }
}

fn value_doc(value: &EnumValue, oldest: Version) -> String {
    let code = docs::code(&value.value);
    let meaning = value.meaning.trim_end();
    if value.life.until.is_none() && value.life.since <= oldest {
        format!("{code}: {meaning}")
    } else {
        format!("{code}: {meaning} *({})*", value.life)
    }
}
