//! Named texts (record, event, field …) as types of their own, so that one cannot be taken for
//! another.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::type_ident;
use crate::model::ScalarType;

/// The type of one named text.
#[must_use]
pub fn scalar(scalar: &ScalarType) -> TokenStream {
    let name = type_ident(&scalar.id);
    let doc = docs::text(&scalar.meaning);
    let hidden = format!("{name}(..)");
    let (debug_doc, debug, display) = if scalar.sensitive {
        let doc = docs::lines([
            "",
            "The text is shown neither by `Debug` nor by `Display`: ask for it with `as_str`.",
        ]);
        (doc, quote! { formatter.write_str(#hidden) }, None)
    } else {
        let label = name.to_string();
        let display = quote! {
            impl fmt::Display for #name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.0)
                }
            }
        };
        (TokenStream::new(), quote! { formatter.debug_tuple(#label).field(&self.0).finish() }, Some(display))
    };
    quote! {
        #doc
        #debug_doc
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(String);

        impl #name {
            #[doc = " The text as on the wire."]
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[doc = " The text as on the wire."]
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                #debug
            }
        }

        #display

        impl From<String> for #name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<&#name> for #name {
            fn from(name: &#name) -> Self {
                name.clone()
            }
        }

        impl AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Cell for #name {
            fn from_value(value: Value) -> Result<Self, DecodeError> {
                String::from_value(value).map(Self)
            }

            fn to_value(&self) -> Value {
                Value::Text(self.0.clone())
            }
        }
    }
}
