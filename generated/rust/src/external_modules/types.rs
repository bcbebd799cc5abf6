// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "External Modules".

choices! {
    /// Chooses the character between the columns of CSV, by its name.
    CsvDelimiterWord {
        /// `comma`: A comma.
        Comma = "comma",
        /// `semicolon`: A semicolon.
        Semicolon = "semicolon",
        /// `tab`: A tab character.
        Tab = "tab",
        /// `pipe`: A vertical bar.
        Pipe = "pipe",
        /// `caret`: A caret.
        Caret = "caret",
        /// `space`: A space.
        Space = "space",
    }
}
