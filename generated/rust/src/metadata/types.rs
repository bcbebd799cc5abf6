// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Metadata".

use crate::names::{FieldName, InstrumentName};

shape! {
    /// A field of the data dictionary.
    MetadataField {
        new(
            field_name: text(FieldName),
            form_name: text(InstrumentName),
            field_type: value(FieldType)
        );
        /// Name of the field. The first field of the dictionary holds the record name.
        field_name: required text(FieldName) = "field_name";
        /// Unique name of the instrument. The fields of one instrument stand together.
        form_name: required text(InstrumentName) = "form_name";
        /// Heading above the field.
        section_header: blankable text(String) = "section_header";
        /// What kind of field it is.
        field_type: required value(FieldType) = "field_type";
        /// Label that people see. May hold HTML and line breaks.
        field_label: blankable text(String) = "field_label";
        /// Depends on the type: the choices as `code, label | code, label`, the formula of a calculated field,
        /// or the labels of a slider. Imported dictionaries may lack the blanks around the bars.
        select_choices_or_calculations: blankable text(String) = "select_choices_or_calculations";
        /// Remark shown below the field.
        field_note: blankable text(String) = "field_note";
        /// For text fields the validation, such as `integer`, `date_ymd`, `datetime_seconds_mdy`, `time`, `email`
        /// or `phone`; `signature` makes a file field a signature, `autocomplete` adds a search box to a dropdown.
        /// For sliders, whether the number is shown. Sites can add validations of their own, so the list is open.
        text_validation_type_or_show_slider_number: blankable text(String) = "text_validation_type_or_show_slider_number";
        /// Smallest value allowed, written according to the validation.
        text_validation_min: blankable text(String) = "text_validation_min";
        /// Largest value allowed, written according to the validation.
        text_validation_max: blankable text(String) = "text_validation_max";
        /// Whether the field is tagged as an identifier, which data export rights can hold back.
        identifier: blankable value(DictionaryFlag) = "identifier";
        /// REDCap logic that decides whether the field is shown, e.g. `[sex] = '1'`.
        branching_logic: blankable text(String) = "branching_logic";
        /// Whether people are asked for a value before they can go on.
        required_field: blankable value(DictionaryFlag) = "required_field";
        /// Where the field stands on the page. Empty means the default, right and vertical.
        custom_alignment: blankable value(CustomAlignment) = "custom_alignment";
        /// Number of the question, on surveys with custom numbering.
        question_number: blankable text(String) = "question_number";
        /// Name of the matrix that the field is a row of.
        matrix_group_name: blankable text(String) = "matrix_group_name";
        /// Whether each choice may be taken by only one row of the matrix.
        matrix_ranking: blankable value(DictionaryFlag) = "matrix_ranking";
        /// Remarks of the designers and action tags, e.g. `@HIDDEN`.
        field_annotation: blankable text(String) = "field_annotation";
    }
}

choices! {
    /// Chooses the kind of a field.
    FieldType {
        /// `text`: One line of text, a number, a date or a time, depending on the validation.
        Text = "text",
        /// `notes`: Text of several lines.
        Notes = "notes",
        /// `dropdown`: One choice from a drop-down list.
        Dropdown = "dropdown",
        /// `radio`: One choice from radio buttons.
        Radio = "radio",
        /// `checkbox`: Any number of choices. Data have one column per choice.
        Checkbox = "checkbox",
        /// `calc`: A number that the server calculates from other fields.
        Calc = "calc",
        /// `file`: An uploaded file or a signature.
        File = "file",
        /// `descriptive`: Text or an image for people to read. Holds no value.
        Descriptive = "descriptive",
        /// `slider`: A point on a scale.
        Slider = "slider",
        /// `yesno`: Yes (1) or no (0).
        Yesno = "yesno",
        /// `truefalse`: True (1) or false (0).
        Truefalse = "truefalse",
        /// `sql`: A drop-down list that a database query fills.
        Sql = "sql",
    }
}

choices! {
    /// Switches a property of a field on; an empty value switches it off.
    DictionaryFlag {
        /// `y`: The property is on.
        Yes = "y",
    }
}

choices! {
    /// Chooses where a field stands on the page.
    CustomAlignment {
        /// `RV`: On the right, choices below one another. The default.
        RightVertical = "RV",
        /// `RH`: On the right, choices side by side.
        RightHorizontal = "RH",
        /// `LV`: On the left, choices below one another.
        LeftVertical = "LV",
        /// `LH`: On the left, choices side by side.
        LeftHorizontal = "LH",
    }
}
