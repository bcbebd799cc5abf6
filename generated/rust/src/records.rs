// Made by `cargo run generate` from spec/methods/records.yaml.
// Do not edit: change the source and run it again.

//! Records
//!
//! Reads, writes, renames, randomizes and deletes the collected data.

use std::path::Path;

use serde::de::DeserializeOwned;
use crate::names::{EventName, FieldName, InstrumentName, RecordId};
use crate::runtime::{
    BatchedExport, BatchedImport, Client, Format, Guard, Life, Method, Mode, Record,
    Request, Rows,
};
use crate::values::{CsvDelimiter, DecimalCharacter, RawOrLabel};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the data of records as rows, as single values or as a CDISC ODM document.
    ///
    /// Without any filter the whole project comes back. The filters `records`, `fields`, `forms`, `events`,
    /// `filterLogic` and the date range narrow it down together; `fields` and `forms` add up to one set of
    /// columns. Names of records that do not exist are passed over, and no match is an empty list, not an error.
    ///
    /// Rows of `type=flat` have the project's own fields as columns, in the order of the data dictionary. In
    /// front of them stand, where they apply:
    ///
    /// 1. the record ID field, under its own name;
    /// 2. `redcap_event_name` in longitudinal projects;
    /// 3. `redcap_repeat_instrument` and `redcap_repeat_instance` when anything in the project repeats. For a
    ///    repeating event the first of the two is empty;
    /// 4. `redcap_data_access_group` with `exportDataAccessGroups`;
    /// 5. `redcap_survey_identifier` with `exportSurveyFields`.
    ///
    /// The record ID field comes along only if no `fields` and `forms` are given, or if it is named or sits on
    /// a named form. The event and repeat columns come and go with it. Each survey form starts with
    /// `<form>_timestamp` when survey fields are asked for, and each form ends with `<form>_complete`
    /// (`0` incomplete, `1` unverified, `2` complete); with `fields` alone the latter must be named.
    /// A checkbox field takes one column per choice, `<field>___<code>`, the code in lower case and with `_`
    /// for every other character. Descriptive fields are left out. File fields hold the name of the file.
    ///
    /// Rows are sorted by record (`9` before `10`); within a record first all rows without repetition by event,
    /// then the repeating ones by event, instrument and instance. Every value is a text in JSON, also numbers; only
    /// `redcap_repeat_instance` is a number, or an empty text where nothing repeats. Dates are always
    /// written year first.
    ///
    /// Data export rights of the token's owner apply silently: columns of forms without access and identifier
    /// fields simply do not come back, and a record ID field that is tagged as an identifier may be hashed.
    /// A user in a data access group sees the records of that group only.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Export Records"
    /// - Token: of a project, with the rights API Export + Data Export Rights (since 6.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.0.0): The record ID field is no longer added by itself to an export that is limited by `fields` or `forms`.
    /// - Changed (6.0.0): Label exports show checkboxes as Checked or Unchecked; before, the choice's label was shown.
    /// - Changed (6.14.3 or earlier): The data access group is not exported in `eav` rows.
    /// - Changed (12.5.2 or earlier): Data export rights are set per instrument; forms without access lose their columns.
    /// - Changed (13.4.3): A filter that is not an array is refused.
    /// - Changed (13.4.10): Columns that are not fields, such as `redcap_event_name`, are an error in `fields`.
    /// - Changed (about 14.0.5): `exportDataAccessGroups` needs the Data Access Groups right.
    /// - Changed (14.0.2): The date range filter changes its behaviour in a way that broke a client.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`; 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`
    /// - 400 `The REDCap project no longer exists because it was deleted.`: The project of the token was deleted. Any method can answer so. Use a token of another project.
    /// - 400 `The following values in the parameter "fields" are not valid: {values}`: A name in `fields` is not a field of the project. Since 13.4.10 this includes the event, repeat, group and survey columns that the export adds by itself. Name real fields only. Ask for the record ID field to get the event and repeat columns.
    /// - 400 `The "{parameter}" parameter has been provided with a value, but the value is not an array. The "{parameter}" parameter must be provided as an array of one or more values.`: One of `records`, `fields`, `forms` and `events` was sent as a single text. Send an array, as in `fields[0]=age`, also for one value.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_records()
    ///     .records(["1", "2"])
    ///     .fields(["record_id", "enrolled", "severity"])
    ///     .events(["enrollment_arm_1"])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=record")]
    pub fn export_records(&self) -> ExportRecords<M> {
        ExportRecords {
            request: Request::new(self, &EXPORT_RECORDS),
        }
    }

    /// Creates records or changes values of existing ones.
    ///
    /// Rows name the record in the record ID field (`type=flat`) or in `record` (`type=eav`); a record that does
    /// not exist is made, also by a row with nothing but its ID. Columns that are not sent stay untouched.
    ///
    /// - Choices go by code, never by label. Each choice of a checkbox has its column `<field>___<code>` with
    ///   `0` or `1`.
    /// - In longitudinal projects `redcap_event_name` holds the unique event name; without it the first event
    ///   of the arm is meant.
    /// - Repeating data need `redcap_repeat_instrument` (unique name; blank for repeating events) and
    ///   `redcap_repeat_instance`. In flat rows the instance may be `new` to add the next one.
    /// - `redcap_data_access_group` with a unique group name moves the record into that group.
    /// - Calculated, descriptive and file fields, survey timestamps and `redcap_survey_identifier` are accepted
    ///   and ignored.
    ///
    /// One bad cell refuses the whole call, and the error names every bad cell on a line of its own. A success
    /// does not prove that anything was stored: JSON that is a single object instead of an array, or that was
    /// encoded twice, is answered with a count of zero. The Data Entry Trigger does not fire.
    ///
    /// The answer follows `returnFormat`, the payload follows `format`.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Import Records"
    /// - Token: of a project, with the rights API Import/Update
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: The same rows store the same values again, but `forceAutoNumber` adds new records and an instance `new` adds new instances with every call.
    /// - Changed (6.3.0): Calculated fields are computed when data are imported.
    /// - Changed (6.8.1): The computing of calculated fields can be switched off per project.
    /// - Changed (6.10.0): Blank rows in CSV data are ignored.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`; 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`
    /// - 400 `"{record}","{field}","{value}","The value you provided could not be validated because it does not follow the expected format. Please try again."`: A value does not fit the validation of its field, e.g. `22` for a number with one decimal, or a date that is not written as `dateFormat` says. One line per bad cell. Correct the named cells and send all rows again, as nothing was stored.
    /// - 400 `"{record}","{field}","{value}","This field ('{field}') exists on an instrument that is not designated for the event named '{event}'. You are not allowed to import data for this field into this event."`: The field's instrument does not belong to the event of the row. Compare the rows with the instrument-event mappings, and leave such cells out.
    /// - 400 `"{record}","{field}","{value}","redcap_repeat_instrument must be the unique form name of a Repeating Instrument. It currently does not match the unique form name of any Repeating Instruments.  Please fix this in the data import file and try again."`: `redcap_repeat_instrument` names an instrument that does not repeat, or names it by label or in another case, as a label export does. Send the unique name of a repeating instrument.
    /// - 400 `"{record}","{field}","{value}","redcap_repeat_instance cannot have a value since this instrument or event is not a repeating instrument or repeating event, respectively.  The redcap_repeat_instance field must be left blank for this row of data."`: A row has an instance although neither its event nor its instrument repeats. Leave the instance blank, or set up the repetition first.
    /// - 400 `"{record}","{field}","{value}","This field ('{field}') exists on a Repeating Instrument named '{instrument}'. However, the fields 'redcap_repeat_instance' and/or 'redcap_repeat_instrument' for this row of data have no value, which are both required for importing data into a Repeating Instrument.  You are not allowed to import data for this field into a non-repeating instrument."`: A row holds a field of a repeating instrument but no instrument or no instance. Fill `redcap_repeat_instrument` and `redcap_repeat_instance`.
    /// - 400 `The following fields were not found in the project as real data fields: {fields}`: The data have columns that are not fields of the project. Remove or rename the columns; the list of export field names shows the right ones.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_records([
    ///         redcap::Record::from([
    ///             ("record_id", "1"),
    ///             ("redcap_event_name", "week_4_arm_1"),
    ///             ("score", "35"),
    ///         ]),
    ///         redcap::Record::from([
    ///             ("record_id", "2"),
    ///             ("redcap_event_name", "week_4_arm_1"),
    ///             ("score", "58"),
    ///         ]),
    ///     ])
    ///     .row_type(redcap::records::RecordType::Flat)
    ///     .overwrite_behavior(redcap::records::OverwriteBehavior::Normal)
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=record")]
    pub fn import_records(
        &self,
        data: impl IntoIterator<Item = Record>,
    ) -> ImportRecords<M> {
        let mut request = Request::new(self, &IMPORT_RECORDS);
        request.set_rows("data", data);
        ImportRecords { request }
    }

    /// Deletes whole records, or only one arm, event, instrument or instance of them.
    ///
    /// Without further parameters the records disappear from all arms. `arm` limits that to one arm; `instrument`,
    /// `event` and `repeat_instance` narrow it down to a part of each record. If any of the records does not exist,
    /// the call is refused and nothing at all is deleted.
    ///
    /// Parts are delicate: in longitudinal projects give `event` whenever you give `instrument`, and for repeating
    /// data always give `repeat_instance`. One user reports that incomplete sets of these parameters removed whole
    /// records. A part that was the last one of an event takes the event's row with it.
    ///
    /// - REDCap: since 7.0.0 or earlier, there called "Delete Records"
    /// - Token: of a project, with the rights Delete Records
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names records that no longer exist, and is refused.
    /// - Refused unsent: `repeat_instance` without `instrument` or `event`. An instance is one of a repeating instrument or event; incomplete sets have removed whole records.
    /// - Refused unsent: `arm` and `instrument` without `event`. Where there are arms, `instrument` needs `event`; without it whole records were removed.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`
    /// - 403 `You do not have Delete Record privileges`: The owner of the token lacks the right to delete records. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The 'records' parameter is an empty array. The parameter must be an array containing one or more record names to delete.`: No record was named. Send at least one name, as in `records[0]=1`.
    /// - 400 `One or more of the records provided cannot be deleted because they do not exist in the project. The following records do not exist: {records}`: At least one of the names is not a record of the project. Nothing was deleted. Export the record names first, and leave out those that are not there.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_records(["3", "4"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=record")]
    pub fn delete_records(
        &self,
        records: impl IntoIterator<Item = impl Into<RecordId>>,
    ) -> DeleteRecords<M> {
        let mut request = Request::new(self, &DELETE_RECORDS);
        request.set_list("records", RecordId::texts(records));
        DeleteRecords { request }
    }

    /// Gives a record a new name in all arms or in one arm.
    ///
    /// Changes the value of the record ID field. The new name must be free.
    /// In projects with several arms the record is renamed in every arm, unless `arm` names one.
    ///
    /// - REDCap: since 11.3.3, there called "Rename Record"
    /// - Token: of a project, with the rights Rename Records
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: A second call names a record that no longer exists.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.rename_record("4", "104").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=record")]
    pub fn rename_record(
        &self,
        record: impl Into<RecordId>,
        new_record_name: impl Into<RecordId>,
    ) -> RenameRecord<M> {
        let mut request = Request::new(self, &RENAME_RECORD);
        request.set("record", record.into().into_string());
        request.set("new_record_name", new_record_name.into().into_string());
        RenameRecord { request }
    }

    /// Tells which name a new record would get under automatic numbering.
    ///
    /// The answer is the greatest whole number among the record names plus one, counted over all arms, and `1` when
    /// no name is a number. For a user in a data access group it is the number of the group, a hyphen and a counter,
    /// such as `223-3`. It works in projects without automatic numbering too.
    ///
    /// Nothing is made or reserved: until a record of that name is imported, further calls give the same answer, also
    /// to others. To avoid such races, import with `forceAutoNumber` instead.
    ///
    /// - REDCap: since 6.18.0, there called "Generate Next Record Name"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads and reserves nothing.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.generate_next_record_name().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=generateNextRecordName")]
    pub fn generate_next_record_name(&self) -> GenerateNextRecordName<M> {
        GenerateNextRecordName {
            request: Request::new(self, &GENERATE_NEXT_RECORD_NAME),
        }
    }

    /// Randomizes a record and returns the group that it was allocated to.
    ///
    /// Takes the next free row of the allocation table of one randomization and writes the group into its target
    /// field. The record must exist, all strata fields must be filled, and a record can be randomized only once per
    /// randomization; anything else is an error. Allocations of a stratum are used in the order in which the table
    /// was uploaded.
    ///
    /// No API call undoes it or gives the used allocation back.
    ///
    /// - REDCap: since 14.7.0, there called "Randomize Record"
    /// - Token: of a project, with the rights Randomize
    /// - Effect: changes; must not be repeated blindly: A record that is already randomized is refused.
    /// - Needs: projects with randomization
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.randomize_record("3", 2020).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=record")]
    pub fn randomize_record(
        &self,
        record: impl Into<RecordId>,
        randomization_id: i64,
    ) -> RandomizeRecord<M> {
        let mut request = Request::new(self, &RANDOMIZE_RECORD);
        request.set("record", record.into().into_string());
        request.set("randomization_id", randomization_id.to_string());
        RandomizeRecord { request }
    }
}

/// The method of [`Client::export_records`].
pub const EXPORT_RECORDS: Method = Method::new("export_records", "record")
    .fixed(&[("format", "json"), ("type", "flat"), ("returnFormat", "json")])
    .reads()
    .parameters(
        &[
            ("rawOrLabelHeaders", Life::since(6, 0, 0)),
            ("exportCheckboxLabel", Life::since(6, 0, 0)),
            ("filterLogic", Life::since(6, 11, 0)),
            ("exportBlankForGrayFormStatus", Life::since(11, 4, 0)),
            ("combineCheckboxOptions", Life::since(15, 6, 0)),
            ("eventName", Life::ALWAYS.until(6, 0, 0)),
        ],
    );
request!(export_records, ExportRecords);

impl<M: Mode> ExportRecords<M> {
    /// Only these records. Unknown names are passed over. When left out: all records.
    pub fn records(
        mut self,
        values: impl IntoIterator<Item = impl Into<RecordId>>,
    ) -> Self {
        self.request.set_list("records", RecordId::texts(values));
        self
    }

    /// Only these fields, in addition to those of `forms`. A checkbox goes by its field name, without the
    /// code of a choice. Columns that are no fields, such as `redcap_event_name`, must not be named.
    /// When left out: all fields.
    pub fn fields(
        mut self,
        values: impl IntoIterator<Item = impl Into<FieldName>>,
    ) -> Self {
        self.request.set_list("fields", FieldName::texts(values));
        self
    }

    /// Only the fields and the status of these instruments, in addition to `fields`. Unique names; where an old
    /// form name has a space, write an underscore. When left out: all instruments.
    pub fn forms(
        mut self,
        values: impl IntoIterator<Item = impl Into<InstrumentName>>,
    ) -> Self {
        self.request.set_list("forms", InstrumentName::texts(values));
        self
    }

    /// Only rows of these events, by unique name; longitudinal projects only. The columns stay the same, and
    /// those that the event does not have are blank. When left out: all events.
    pub fn events(
        mut self,
        values: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> Self {
        self.request.set_list("events", EventName::texts(values));
        self
    }

    /// Codes or labels of choices. Labels also replace the codes of yes/no fields and form statuses, and the
    /// unique names in `redcap_event_name` and `redcap_repeat_instrument`, which makes such an export
    /// unfit for import. The data access group stays a unique name. Default: `raw`. On the wire: `rawOrLabel`.
    pub fn raw_or_label(mut self, value: RawOrLabel) -> Self {
        self.request.set("rawOrLabel", value.as_str());
        self
    }

    /// What the header line holds: names of the fields, or their labels. Only for CSV with one row for each record.
    /// Labels may repeat. *(since 6.0.0)* Default: `raw`. On the wire: `rawOrLabelHeaders`.
    pub fn raw_or_label_headers(mut self, value: RawOrLabel) -> Self {
        self.request.set("rawOrLabelHeaders", value.as_str());
        self
    }

    /// How checkboxes come when labels are exported: with `true`, the label of the choice or nothing; with `false`,
    /// `Checked` or `Unchecked`. Without effect on raw values and on one row for each value. *(since 6.0.0)*
    /// Default: `false`. On the wire: `exportCheckboxLabel`.
    pub fn export_checkbox_label(mut self, value: bool) -> Self {
        self.request.set("exportCheckboxLabel", if value { "true" } else { "false" });
        self
    }

    /// Adds `redcap_survey_identifier` and, for each survey, `<form>_timestamp`: the time of completion,
    /// `[not completed]` for a survey that was only started, or blank. Does nothing in a project without surveys. *(since 5.8.2 or earlier)*
    /// Default: `false`. On the wire: `exportSurveyFields`.
    pub fn export_survey_fields(mut self, value: bool) -> Self {
        self.request.set("exportSurveyFields", if value { "true" } else { "false" });
        self
    }

    /// Adds `redcap_data_access_group` with the unique name of the record's group. Ignored when the project
    /// has no groups or the token's owner belongs to one. Does not affect `type=eav`. *(since 5.2.3 or earlier)*
    /// Default: `false`. On the wire: `exportDataAccessGroups`.
    pub fn export_data_access_groups(mut self, value: bool) -> Self {
        self.request.set("exportDataAccessGroups", if value { "true" } else { "false" });
        self
    }

    /// REDCap logic that a row must fulfil, such as `[age] >= 61 and [sex] = '1'`. Checkboxes are written
    /// `[field(code)]`, fields of another event `[event][field]`. In longitudinal projects each event
    /// of a record is tested on its own. Wrong syntax is an error; SQL words such as `LIKE` do not work. *(since 6.11.0)*
    /// When left out: no filter. On the wire: `filterLogic`.
    pub fn filter_logic(mut self, value: impl Into<String>) -> Self {
        self.request.set("filterLogic", value);
        self
    }

    /// Only records that, according to the log, were created or changed after this time of the server. Records
    /// that came with the project's creation are not in the log. *(since 8.7.3 or earlier)*
    /// Written `YYYY-MM-DD HH:MM:SS`. When left out: no lower limit. On the wire: `dateRangeBegin`.
    pub fn date_range_begin(mut self, value: impl Into<String>) -> Self {
        self.request.set("dateRangeBegin", value);
        self
    }

    /// Only records that, according to the log, were created or changed before this time of the server. *(since 8.7.3 or earlier)*
    /// Written `YYYY-MM-DD HH:MM:SS`. When left out: now. On the wire: `dateRangeEnd`.
    pub fn date_range_end(mut self, value: impl Into<String>) -> Self {
        self.request.set("dateRangeEnd", value);
        self
    }

    /// Character between the columns of CSV. Other formats ignore it. *(since 8.7.3 or earlier)*
    /// Default: `,`. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Writes all numbers and calculated values with this decimal mark. In CSV with commas between the columns,
    /// numbers with a comma are quoted. *(since 8.7.3 or earlier)*
    /// When left out: numbers as stored. On the wire: `decimalCharacter`.
    pub fn decimal_character(mut self, value: DecimalCharacter) -> Self {
        self.request.set("decimalCharacter", value.as_str());
        self
    }

    /// Leaves the status of a form that was never saved (gray icon) blank instead of `0`. Does not affect
    /// `type=eav`, where such a status never has a row. *(since 11.4.0)*
    /// Default: `false`. On the wire: `exportBlankForGrayFormStatus`.
    pub fn export_blank_for_gray_form_status(mut self, value: bool) -> Self {
        self.request
            .set("exportBlankForGrayFormStatus", if value { "true" } else { "false" });
        self
    }

    /// Puts all checked choices of a checkbox into one column under the field's name, separated by commas,
    /// instead of one column per choice. *(since 15.6.0)* Default: `false`. On the wire: `combineCheckboxOptions`.
    pub fn combine_checkbox_options(mut self, value: bool) -> Self {
        self.request.set("combineCheckboxOptions", if value { "true" } else { "false" });
        self
    }

    /// Whether `redcap_event_name` holds the unique name or the label. Later servers ignore it and follow
    /// `rawOrLabel`. *(since 4.0.0 or earlier, gone in 6.0.0)* Default: `label`. On the wire: `eventName`.
    pub fn event_name(mut self, value: EventNameForm) -> Self {
        self.request.set("eventName", value.as_str());
        self
    }

    /// Sends the request. Returns: One row per record, event and instance, with the project's fields as columns.
    pub fn send(self) -> M::Reply<Vec<Record>> {
        self.request.records()
    }

    /// Sends the request. Returns: One item per stored value that is not blank. Asks for it with `type=eav`.
    pub fn send_eav(mut self) -> M::Reply<Vec<RecordEav>> {
        self.request.set("type", "eav");
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
    document!(odm, Odm, "CDISC ODM");

    /// Sends the request. Returns: the rows in a type of your own, see [`Record::decode`].
    pub fn send_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Vec<T>> {
        self.request.records_as()
    }

    /// Sends the request. Returns: the rows one after another, as they arrive.
    pub fn stream(self) -> M::Reply<Rows<Record, M>> {
        self.request.rows()
    }

    /// Sends the request. Returns: the rows one after another, in a type of your own.
    pub fn stream_as<T: DeserializeOwned + Send + 'static>(
        self,
    ) -> M::Reply<Rows<T, M>> {
        self.request.rows_as()
    }

    /// Writes the answer to a file as it arrives. Returns: its length in bytes. The file is only there when the
    /// answer was complete.
    pub fn to_file(self, format: Format, path: impl AsRef<Path>) -> M::Reply<u64> {
        self.request.save(format, path)
    }

    /// An export of so many records at a time, for projects that are too large for one call.
    pub fn batched(self, records: usize) -> BatchedExport<M> {
        self.request.batched_export(records)
    }
}

/// The method of [`Client::import_records`].
pub const IMPORT_RECORDS: Method = Method::new("import_records", "record")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .parameters(&[("csvDelimiter", Life::since(10, 3, 0))]);
request!(import_records, ImportRecords);

impl<M: Mode> ImportRecords<M> {
    /// Whether `data` holds one row per record, event and instance (`flat`) or one row per value (`eav`).
    /// Default: `flat`. On the wire: `type`.
    pub fn row_type(mut self, value: RecordType) -> Self {
        self.request.set("type", value.as_str());
        self
    }

    /// Whether blank cells are passed over or erase what is stored.
    /// Default: `normal`. On the wire: `overwriteBehavior`.
    pub fn overwrite_behavior(mut self, value: OverwriteBehavior) -> Self {
        self.request.set("overwriteBehavior", value.as_str());
        self
    }

    /// Gives every record a new name. The names in `data` then only say which rows belong together. For
    /// projects with automatic record numbering; ask for `returnContent=auto_ids` to learn the new names. *(since 8.5.0 or earlier)*
    /// Default: `false`. On the wire: `forceAutoNumber`.
    pub fn force_auto_number(mut self, value: bool) -> Self {
        self.request.set("forceAutoNumber", if value { "true" } else { "false" });
        self
    }

    /// How dates are written in `data`. They are stored year first in any case, and dates that come year first are
    /// understood whatever is chosen. *(since 5.8.2 or earlier)* Default: `YMD`. On the wire: `dateFormat`.
    pub fn date_format(mut self, value: DateFormat) -> Self {
        self.request.set("dateFormat", value.as_str());
        self
    }

    /// Character between the cells of CSV data. *(since 10.3.0)* Default: `,`. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Sends the request. Returns: Number of different records in the data, not of rows. XML has it as the only element, `count`, with no list around it.
    pub fn send(self) -> M::Reply<ImportCount> {
        self.request.object()
    }

    /// Sends the request. Returns: Whether the data were queued. Asks for it with `backgroundProcess=1`. *(since 14.5.0 or earlier)*
    pub fn send_background_process(mut self) -> M::Reply<BackgroundImport> {
        self.request.set("backgroundProcess", "1");
        self.request.object()
    }

    /// Sends the request. Returns: The names of the records that were imported, in the order sent. CSV has the header `id`. Asks for it with `returnContent=ids`. *(since 5.8.2 or earlier)*
    pub fn send_ids(mut self) -> M::Reply<Vec<RecordId>> {
        self.request.set("returnContent", "ids");
        self.request.texts()
    }

    /// Sends the request. Returns: One text per record with its new name, a comma and the name that was sent. CSV has the header `id`. Asks for it with `returnContent=auto_ids`. *(since 5.8.2 or earlier)*
    pub fn send_auto_ids(mut self) -> M::Reply<Vec<String>> {
        self.request.set("returnContent", "auto_ids");
        self.request.texts()
    }

    /// Sends the request. Returns: Nothing but the status. Asks for it with `returnContent=nothing`. *(since 5.8.2 or earlier)*
    pub fn send_nothing(mut self) -> M::Reply<()> {
        self.request.set("returnContent", "nothing");
        self.request.empty()
    }

    /// An import of so many records at a time, with a report of what became of each.
    pub fn batched(self, records: usize) -> BatchedImport<M> {
        self.request.batched_import(records)
    }
}

/// The method of [`Client::delete_records`].
pub const DELETE_RECORDS: Method = Method::new("delete_records", "record")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .guards(
        &[
            Guard::company(&["repeat_instance"], &["instrument", "event"]),
            Guard::company(&["arm", "instrument"], &["event"]),
        ],
    )
    .parameters(
        &[
            ("instrument", Life::since(11, 3, 0)),
            ("event", Life::since(11, 3, 0)),
            ("repeat_instance", Life::since(11, 3, 0)),
        ],
    );
request!(delete_records, DeleteRecords);

impl<M: Mode> DeleteRecords<M> {
    /// Deletes only what the records hold in this arm. For longitudinal projects with several arms. *(since 7.6.0 or earlier)*
    /// When left out: all arms.
    pub fn arm(mut self, value: i64) -> Self {
        self.request.set("arm", value.to_string());
        self
    }

    /// Deletes only the data of this instrument. In longitudinal projects `event` must be given with it. *(since 11.3.0)*
    /// When left out: all instruments.
    pub fn instrument(mut self, value: impl Into<InstrumentName>) -> Self {
        self.request.set("instrument", value.into().into_string());
        self
    }

    /// Deletes only the data in this event, by unique name. Longitudinal projects only, where `instrument`
    /// needs it. A single text, not an array. *(since 11.3.0)* When left out: all events.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Deletes only this instance of the repeating instrument or event. Other instances keep their numbers. *(since 11.3.0)*
    /// When left out: no limit; with a repeating `instrument`, one user saw only instance 1 deleted.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// Whether the log entries of the records are deleted as well. Without effect unless the administrator has
    /// enabled it. *(since 14.0.5 or earlier)*
    /// When left out: log entries go too where the administrator has enabled that for deleted records, else they stay.
    pub fn delete_logging(mut self, value: bool) -> Self {
        self.request.set("delete_logging", if value { "1" } else { "0" });
        self
    }

    /// Sends the request. Returns: Number of records deleted, or of records of which a part was deleted. A bare number in every format.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::rename_record`].
pub const RENAME_RECORD: Method = Method::new("rename_record", "record")
    .action("rename")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(11, 3, 3));
request!(rename_record, RenameRecord);

impl<M: Mode> RenameRecord<M> {
    /// Renames the record only in this arm. For longitudinal projects with several arms. When left out: all arms.
    pub fn arm(mut self, value: i64) -> Self {
        self.request.set("arm", value.to_string());
        self
    }

    /// Sends the request. Returns: The record was renamed.
    pub fn send(self) -> M::Reply<()> {
        self.request.done()
    }
}

/// The method of [`Client::generate_next_record_name`].
pub const GENERATE_NEXT_RECORD_NAME: Method = Method::new(
        "generate_next_record_name",
        "generateNextRecordName",
    )
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 18, 0));
request!(generate_next_record_name, GenerateNextRecordName);

impl<M: Mode> GenerateNextRecordName<M> {
    /// Sends the request. Returns: The name that is free, as bare text in every format.
    pub fn send(self) -> M::Reply<RecordId> {
        self.request.text()
    }
}

/// The method of [`Client::randomize_record`].
pub const RANDOMIZE_RECORD: Method = Method::new("randomize_record", "record")
    .action("randomize")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(14, 7, 0));
request!(randomize_record, RandomizeRecord);

impl<M: Mode> RandomizeRecord<M> {
    /// Adds `target_field_alt` to the answer: the randomization number for open allocation, `*` for concealed
    /// allocation. Default: `false`. On the wire: `returnAlt`.
    pub fn return_alt(mut self, value: bool) -> Self {
        self.request.set("returnAlt", if value { "true" } else { "false" });
        self
    }

    /// Sends the request. Returns: The allocation. CSV has a header line and one row, XML a single `item` without a list around it.
    pub fn send(self) -> M::Reply<RandomizationResult> {
        self.request.object()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}
