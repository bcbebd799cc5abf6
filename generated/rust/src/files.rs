// Made by `cargo run generate` from spec/methods/files.yaml.
// Do not edit: change the source and run it again.

//! Files
//!
//! Downloads, uploads and deletes the files that are stored in fields of records.

use crate::names::{EventName, FieldName, RecordId};
use crate::runtime::{Client, Download, File, Method, Mode, Request, Upload};

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
    /// - Changed (6.2.0): Signatures can be exported too.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `The record "{record}" does not exist`; 400 `The field '{field}' does not exist or is not a 'file' field`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_file("1", "scan").event("week_1_arm_1").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=file")]
    pub fn export_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> ExportFile<M> {
        let mut request = Request::new(self, &EXPORT_FILE);
        request.set("record", record.into().into_string());
        request.set("field", field.into().into_string());
        ExportFile { request }
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
    /// - Changed (6.2.0): Signature fields come into being; they are refused here.
    /// - Changed (17.4.0): `repeat_instance` takes the word `new` for the next free instance.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The record "{record}" does not exist`; 400 `The field '{field}' does not exist or is not a 'file' field`
    /// - 400 `No valid file was uploaded`: The request has no multipart part named `file`, or the part has no file name. Send `multipart/form-data` with the file in a part named `file` that has a file name.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client
    ///     .import_file(
    ///         "2",
    ///         "scan",
    ///         redcap::Upload::new("scan_2.txt", "Scan of 14 January\n"),
    ///     )
    ///     .event("week_1_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=file")]
    pub fn import_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
        file: Upload,
    ) -> ImportFile<M> {
        let mut request = Request::new(self, &IMPORT_FILE);
        request.set("record", record.into().into_string());
        request.set("field", field.into().into_string());
        request.set_file("file", file);
        ImportFile { request }
    }

    /// Removes the file from a file upload or signature field of a record.
    ///
    /// Empties the field and deletes the file for good; there is no recycle bin for files of records.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Delete a File"
    /// - Token: of a project, with the rights API Import/Update
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call finds no file to delete.
    /// - Needs: file fields only
    /// - Changed (6.2.0): Signatures can be deleted too.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The record "{record}" does not exist`; 400 `The field '{field}' does not exist or is not a 'file' field`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.delete_file("1", "scan").event("week_1_arm_1").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=file")]
    pub fn delete_file(
        &self,
        record: impl Into<RecordId>,
        field: impl Into<FieldName>,
    ) -> DeleteFile<M> {
        let mut request = Request::new(self, &DELETE_FILE);
        request.set("record", record.into().into_string());
        request.set("field", field.into().into_string());
        DeleteFile { request }
    }
}

/// The method of [`Client::export_file`].
pub const EXPORT_FILE: Method = Method::new("export_file", "file")
    .action("export")
    .fixed(&[("returnFormat", "json")])
    .reads();
request!(export_file, ExportFile);

impl<M: Mode> ExportFile<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Instance of the repeating instrument or event that holds the file. *(since about 7.0.0)*
    /// Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
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
}

/// The method of [`Client::import_file`].
pub const IMPORT_FILE: Method = Method::new("import_file", "file")
    .action("import")
    .fixed(&[("returnFormat", "json")]);
request!(import_file, ImportFile);

impl<M: Mode> ImportFile<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Number of the instance of the repeating instrument or event that gets the file. Since 17.4.0 also the word
    /// `new` for the next free instance; before, the caller has to choose the number. *(since about 7.0.0)*
    /// Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: impl Into<String>) -> Self {
        self.request.set("repeat_instance", value);
        self
    }

    /// Sends the request. Returns: The file is stored. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }
}

/// The method of [`Client::delete_file`].
pub const DELETE_FILE: Method = Method::new("delete_file", "file")
    .action("delete")
    .fixed(&[("returnFormat", "json")]);
request!(delete_file, DeleteFile);

impl<M: Mode> DeleteFile<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Instance of the repeating instrument or event that holds the file. *(since about 7.0.0)*
    /// Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// Sends the request. Returns: The file is deleted. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }
}
