// Made by `cargo run generate` from spec/ (9 files).
// Do not edit: change the source and run it again.

//! Types that several groups of methods share.

choices! {
    /// Chooses the character between the columns of CSV.
    CsvDelimiter {
        /// `,`: A comma.
        Comma = ",",
        /// `tab`: A tab character; the word is sent, not the character.
        Tab = "tab",
        /// `;`: A semicolon.
        Semicolon = ";",
        /// `|`: A vertical bar.
        Pipe = "|",
        /// `^`: A caret.
        Caret = "^",
    }
}

choices! {
    /// Chooses the decimal mark of numbers.
    DecimalCharacter {
        /// `,`: A comma, as in `26,8`.
        Comma = ",",
        /// `.`: A point, as in `26.8`.
        Point = ".",
    }
}

choices! {
    /// Chooses between what is stored and what people see.
    RawOrLabel {
        /// `raw`: Codes of choices and names of fields, as stored.
        Raw = "raw",
        /// `label`: Labels, as people see them.
        Label = "label",
        /// `both`: Code and label together. *(since 4.0.0 or earlier, gone in 6.0.0)*
        Both = "both",
    }
}

choices! {
    /// Access to the User Rights page.
    UserRightsLevel {
        /// `0`: No access.
        NoAccess = "0",
        /// `1`: Full access.
        Full = "1",
        /// `2`: The page can be seen but not changed; enough for exports of users and roles. *(since 14.1.0)*
        ReadOnly = "2",
    }
}

choices! {
    /// Access to one instrument.
    FormRight {
        /// `0`: No access; the code before 15.6.0, later still sent for rights that were stored so.
        OldNoAccess = "0",
        /// `1`: View and edit, survey responses read only; the code before 15.6.0, later still sent for rights that were stored so.
        OldEdit = "1",
        /// `2`: Read only; the code before 15.6.0, later still sent for rights that were stored so.
        OldReadOnly = "2",
        /// `3`: View and edit, survey responses too; the code before 15.6.0, later still sent for rights that were stored so.
        OldEditResponses = "3",
        /// `128`: No access. *(since 15.6.0)*
        NoAccess = "128",
        /// `129`: Read only. *(since 15.6.0)*
        ReadOnly = "129",
        /// `130`: View and edit, survey responses read only. *(since 15.6.0)*
        Edit = "130",
        /// `138`: View and edit, survey responses too (130 + 8). *(since 15.6.0)*
        EditResponses = "138",
        /// `146`: View, edit and delete, survey responses read only (130 + 16). *(since 15.6.0)*
        EditDelete = "146",
        /// `154`: View, edit and delete, survey responses too (130 + 8 + 16). *(since 15.6.0)*
        EditResponsesDelete = "154",
    }
}

choices! {
    /// How much of the data may be exported.
    ExportRight {
        /// `0`: Nothing.
        NoAccess = "0",
        /// `1`: The full data set.
        Full = "1",
        /// `2`: De-identified, without tagged identifiers and free text.
        DeIdentified = "2",
        /// `3`: Everything but the fields that are tagged as identifiers.
        NoIdentifiers = "3",
    }
}

choices! {
    /// How a user may lock single instruments.
    LockRight {
        /// `0`: Not at all.
        NoAccess = "0",
        /// `1`: Lock and unlock.
        Lock = "1",
        /// `2`: Lock and unlock, and sign electronically.
        LockAndSign = "2",
    }
}
