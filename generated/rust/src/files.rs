// Made by `cargo run generate` from spec/methods/files.yaml.
// Do not edit: change the source and run it again.

//! Files
//!
//! Downloads, uploads and deletes the files that are stored in fields of records.

use crate::names::{EventName, FieldName, RecordId};
use crate::runtime::{
    Async, CallOptions, Client, Download, File, Method, Mode, RawAnswer, Request, Upload,
};

impl<M: Mode> Client<M> {
    /// Exports the file that a record holds in a file upload or signature field.
    ///
    /// Answers with the bytes of the file. Its media type and its original name are in the `Content-Type` header,
    /// as in `text/plain; name="consent.txt";charset=UTF-8`; there is no `Content-Disposition` header.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Export a File"
    /// - Token: of a project, with the rights API Export + Data Export Rights (since 6.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: file fields only
    /// - Changed (6.0.0): The data export rights of the user apply to the API.
    /// - Changed (6.2.0): Signatures can be exported too.
    /// - Changed (about 7.0.0): Files of repeating instruments and events can be reached with `repeat_instance`.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    /// - 400 `The field '{field}' does not exist or is not a 'file' field`: The project has no such field, or the field cannot hold a file. Look up the field type in the metadata; it must be `file`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_file("1001", "consent_form").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=file")]
    pub fn export_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> ExportFile<M> {
        ExportFile::new(self, record, field)
    }

    /// Stores a file in a file upload field of a record.
    ///
    /// Uploads a file as `multipart/form-data`. A file that the field already holds is replaced and lost. A record or
    /// a repeat instance that does not exist yet is created. Signature fields cannot be filled in this way.
    ///
    /// Files can only be imported through this method: file columns in the data of a record import are ignored.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Import a File"
    /// - Token: of a project, with the rights API Import/Update
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: The same file only replaces itself, but `repeat_instance=new` adds one more instance on every call.
    /// - Needs: file fields only
    /// - Changed (about 6.0.0): The answer is an empty body with status 200 instead of `success` with status 201.
    /// - Changed (6.2.0): Signature fields come into being; they are refused here.
    /// - Changed (about 7.0.0): Repeating instruments and events can be filled with `repeat_instance`.
    /// - Changed (17.4.0): `repeat_instance` takes the word `new` for the next free instance.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    /// - 400 `The field '{field}' does not exist or is not a 'file' field`: The project has no such field, or the field cannot hold a file. Look up the field type in the metadata; it must be `file`.
    /// - 400 `No valid file was uploaded`: The request has no multipart part named `file`, or the part has no file name. Send `multipart/form-data` with the file in a part named `file` that has a file name.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client
    ///     .import_file(
    ///         "1001",
    ///         "consent_form",
    ///         redcap::Upload::new("consent.txt", "I agree to take part in the study.\n"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=file")]
    pub fn import_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
        file: Upload,
    ) -> ImportFile<M> {
        ImportFile::new(self, record, field, file)
    }

    /// Removes the file from a file upload or signature field of a record.
    ///
    /// Empties the field and deletes the file for good; there is no recycle bin for files of records.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Delete a File"
    /// - Token: of a project, with the rights API Import/Update
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call finds no file to delete.
    /// - Needs: file fields only
    /// - Changed (about 6.0.0): The answer is an empty body instead of `success`.
    /// - Changed (6.2.0): Signatures can be deleted too.
    /// - Changed (about 7.0.0): Files of repeating instruments and events can be reached with `repeat_instance`.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    /// - 400 `The field '{field}' does not exist or is not a 'file' field`: The project has no such field, or the field cannot hold a file. Look up the field type in the metadata; it must be `file`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.delete_file("1001", "consent_form").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=file")]
    pub fn delete_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> DeleteFile<M> {
        DeleteFile::new(self, record, field)
    }
}

/// The method of [`Client::export_file`].
pub const EXPORT_FILE: Method = Method::new("export_file", "file")
    .action("export")
    .reads();
/// Request of [`Client::export_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportFile<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> Self {
        let mut request = Request::new(client, &EXPORT_FILE);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let field: FieldName = field.into();
        request.set("field", field.into_string());
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Unique name of the event, not its label.
    ///
    /// When left out: no event, as in classic projects. Required when: longitudinal. On the wire: `event`.
    pub fn event(mut self, event: impl Into<EventName>) -> Self {
        let event: EventName = event.into();
        self.request.set("event", event.into_string());
        self
    }

    /// Instance of the repeating instrument or event that holds the file. *(since about 7.0.0)*
    ///
    /// Default: `1`. Required when: repeating. On the wire: `repeat_instance`.
    pub fn repeat_instance(mut self, repeat_instance: i64) -> Self {
        self.request.set("repeat_instance", repeat_instance.to_string());
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The file, with its media type and original name.
    pub fn send(self) -> M::Reply<File> {
        self.request.file()
    }

    /// Sends the request. Returns: the file part by part, as it arrives.
    pub fn download(self) -> M::Reply<Download<M>> {
        self.request.download()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::import_file`].
pub const IMPORT_FILE: Method = Method::new("import_file", "file").action("import");

/// Request of [`Client::import_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportFile<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
        file: Upload,
    ) -> Self {
        let mut request = Request::new(client, &IMPORT_FILE);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let field: FieldName = field.into();
        request.set("field", field.into_string());
        request.set_file("file", file);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Unique name of the event, not its label.
    ///
    /// When left out: no event, as in classic projects. Required when: longitudinal. On the wire: `event`.
    pub fn event(mut self, event: impl Into<EventName>) -> Self {
        let event: EventName = event.into();
        self.request.set("event", event.into_string());
        self
    }

    /// Number of the instance of the repeating instrument or event that gets the file. Since 17.4.0 also the word
    /// `new` for the next free instance; before, the caller has to choose the number. *(since about 7.0.0)*
    ///
    /// Default: `1`. Required when: repeating. On the wire: `repeat_instance`.
    pub fn repeat_instance(mut self, repeat_instance: impl Into<String>) -> Self {
        self.request.set("repeat_instance", repeat_instance);
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The file is stored. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::delete_file`].
pub const DELETE_FILE: Method = Method::new("delete_file", "file").action("delete");

/// Request of [`Client::delete_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> DeleteFile<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> Self {
        let mut request = Request::new(client, &DELETE_FILE);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let field: FieldName = field.into();
        request.set("field", field.into_string());
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Unique name of the event, not its label.
    ///
    /// When left out: no event, as in classic projects. Required when: longitudinal. On the wire: `event`.
    pub fn event(mut self, event: impl Into<EventName>) -> Self {
        let event: EventName = event.into();
        self.request.set("event", event.into_string());
        self
    }

    /// Instance of the repeating instrument or event that holds the file. *(since about 7.0.0)*
    ///
    /// Default: `1`. Required when: repeating. On the wire: `repeat_instance`.
    pub fn repeat_instance(mut self, repeat_instance: i64) -> Self {
        self.request.set("repeat_instance", repeat_instance.to_string());
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The file is deleted. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
