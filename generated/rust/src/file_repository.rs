// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

//! File Repository
//!
//! Works with the folders and files of the repository that belongs to a project.

use crate::runtime::{
    Async, CallOptions, Client, Document, Download, File, Format, Life, Method, Mode,
    RawAnswer, Request, Upload,
};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Creates a folder in the File Repository and returns its id.
    ///
    /// Makes a folder at the top level or inside another one. The folder can be kept to one Data Access Group
    /// or to one user role.
    ///
    /// - REDCap: since 13.1.0, there called "Create a New Folder in the File Repository"
    /// - Token: of a project, with the rights API Import/Update + File Repository
    /// - Effect: creates; must not be repeated blindly: Each call asks for one more folder.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`: The folder does not exist, or it is restricted to a Data Access Group or user role that the user is not in. Take the `folder_id` from the list of files and folders, which leaves out folders the user may not see.
    /// - 400 `new folder 'name' not provided`: The parameter `name` is missing or empty. Send a name of 1 to 150 characters.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.create_folder("Signed in 2025").folder_id(101).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn create_folder(&self, name: impl Into<String>) -> CreateFolder<M> {
        CreateFolder::new(self, name)
    }

    /// Exports the files and folders at one level of the File Repository.
    ///
    /// Lists what is directly in one folder, or at the top level. Folders are not searched: call again with the
    /// `folder_id` of each folder. Folders that the user may not see are left out.
    /// An item with a `folder_id` is a folder, an item with a `doc_id` is a file.
    ///
    /// - REDCap: since 13.1.0, there called "Export a List of Files/Folders from the File Repository"
    /// - Token: of a project, with the rights API Export + API Import/Update (since 13.1.0, gone in 14.7.3) + File Repository
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (14.7.3): API Import/Update is no longer asked for.
    /// - Changed (16.0.8): Restricted folders carry `role` or `dag`.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`: The folder does not exist, or it is restricted to a Data Access Group or user role that the user is not in. Take the `folder_id` from the list of files and folders, which leaves out folders the user may not see.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.list_file_repository().folder_id(101).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn list_file_repository(&self) -> ListFileRepository<M> {
        ListFileRepository::new(self)
    }

    /// Exports a file of the File Repository as bytes.
    ///
    /// Answers with the bytes of the file. Its media type and its original name are in the `Content-Type` header,
    /// as for files of records.
    ///
    /// - REDCap: since 13.1.0, there called "Export a File from the File Repository"
    /// - Token: of a project, with the rights API Export + File Repository
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `Invalid doc_id or missing doc_id`: No file of the File Repository has this `doc_id`, or none was sent. Take the `doc_id` from the list of files and folders.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_file_repository_file(245).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn export_file_repository_file(
        &self,
        doc_id: i64,
    ) -> ExportFileRepositoryFile<M> {
        ExportFileRepositoryFile::new(self, doc_id)
    }

    /// Stores a new file in the File Repository.
    ///
    /// Uploads a file as `multipart/form-data` to the top level or into a folder. A file of the same name is
    /// not replaced: both are kept. The answer does not tell the id of the new file; list the folder to find it.
    ///
    /// - REDCap: since 13.1.0, there called "Import a File into the File Repository"
    /// - Token: of a project, with the rights API Import/Update + File Repository
    /// - Effect: creates; must not be repeated blindly: Each call stores one more file, even under the same name.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `No valid file was uploaded`: The request has no multipart part named `file`, or the part has no file name. Send `multipart/form-data` with the file in a part named `file` that has a file name.
    /// - 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`: The folder does not exist, or it is restricted to a Data Access Group or user role that the user is not in. Take the `folder_id` from the list of files and folders, which leaves out folders the user may not see.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client
    ///     .import_file_repository_file(
    ///         redcap::Upload::new("protocol.txt", "Study protocol, version 3\n"),
    ///     )
    ///     .folder_id(101)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn import_file_repository_file(
        &self,
        file: Upload,
    ) -> ImportFileRepositoryFile<M> {
        ImportFileRepositoryFile::new(self, file)
    }

    /// Moves a file of the File Repository to the recycle bin.
    ///
    /// Takes the file out of the File Repository. It stays in the recycle bin for 30 days, which the API cannot reach.
    /// There is no method that deletes folders.
    ///
    /// - REDCap: since 13.1.0, there called "Delete a File from the File Repository"
    /// - Token: of a project, with the rights API Import/Update + File Repository
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names a file that no longer exists.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `Invalid doc_id or missing doc_id`: No file of the File Repository has this `doc_id`, or none was sent. Take the `doc_id` from the list of files and folders.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.delete_file_repository_file(245).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn delete_file_repository_file(
        &self,
        doc_id: i64,
    ) -> DeleteFileRepositoryFile<M> {
        DeleteFileRepositoryFile::new(self, doc_id)
    }
}

/// The method of [`Client::create_folder`].
pub const CREATE_FOLDER: Method = Method::new("create_folder", "fileRepository")
    .action("createFolder")
    .since(Life::since(13, 1, 0));
/// Request of [`Client::create_folder`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateFolder<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> CreateFolder<M> {
    fn new(client: &Client<M>, name: impl Into<String>) -> Self {
        let mut request = Request::new(client, &CREATE_FOLDER);
        request.set("name", name);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Id of the folder in which to create the new one.
    ///
    /// When left out: the top level. On the wire: `folder_id`.
    pub fn folder_id(mut self, folder_id: i64) -> Self {
        self.request.set("folder_id", folder_id.to_string());
        self
    }

    /// Numeric id of the Data Access Group to keep the folder to (`data_access_group_id` of the exported groups),
    /// not its unique name.
    ///
    /// When left out: no restriction to a group. On the wire: `dag_id`.
    pub fn dag_id(mut self, dag_id: i64) -> Self {
        self.request.set("dag_id", dag_id.to_string());
        self
    }

    /// Numeric id of the user role to keep the folder to, not its unique name.
    ///
    /// When left out: no restriction to a role. On the wire: `role_id`.
    pub fn role_id(mut self, role_id: i64) -> Self {
        self.request.set("role_id", role_id.to_string());
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: One item with the id of the new folder.
    pub fn send(self) -> M::Reply<Vec<NewFolder>> {
        self.request.list()
    }

    /// Sends the request. Returns: the same as CSV.
    pub fn csv(self) -> M::Reply<Document> {
        self.request.document(Format::Csv)
    }

    /// Sends the request. Returns: the same as XML.
    pub fn xml(self) -> M::Reply<Document> {
        self.request.document(Format::Xml)
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::list_file_repository`].
pub const LIST_FILE_REPOSITORY: Method = Method::new(
        "list_file_repository",
        "fileRepository",
    )
    .action("list")
    .reads()
    .since(Life::since(13, 1, 0));
/// Request of [`Client::list_file_repository`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListFileRepository<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ListFileRepository<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &LIST_FILE_REPOSITORY);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Id of the folder to list.
    ///
    /// When left out: the top level. On the wire: `folder_id`.
    pub fn folder_id(mut self, folder_id: i64) -> Self {
        self.request.set("folder_id", folder_id.to_string());
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The files and folders directly in the folder.
    pub fn send(self) -> M::Reply<Vec<FileRepositoryEntry>> {
        self.request.list()
    }

    /// Sends the request. Returns: the same as CSV.
    pub fn csv(self) -> M::Reply<Document> {
        self.request.document(Format::Csv)
    }

    /// Sends the request. Returns: the same as XML.
    pub fn xml(self) -> M::Reply<Document> {
        self.request.document(Format::Xml)
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::export_file_repository_file`].
pub const EXPORT_FILE_REPOSITORY_FILE: Method = Method::new(
        "export_file_repository_file",
        "fileRepository",
    )
    .action("export")
    .reads()
    .since(Life::since(13, 1, 0));
/// Request of [`Client::export_file_repository_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportFileRepositoryFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportFileRepositoryFile<M> {
    fn new(client: &Client<M>, doc_id: i64) -> Self {
        let mut request = Request::new(client, &EXPORT_FILE_REPOSITORY_FILE);
        request.set("doc_id", doc_id.to_string());
        request.set("returnFormat", "json");
        Self { request }
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

/// The method of [`Client::import_file_repository_file`].
pub const IMPORT_FILE_REPOSITORY_FILE: Method = Method::new(
        "import_file_repository_file",
        "fileRepository",
    )
    .action("import")
    .since(Life::since(13, 1, 0));
/// Request of [`Client::import_file_repository_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportFileRepositoryFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportFileRepositoryFile<M> {
    fn new(client: &Client<M>, file: Upload) -> Self {
        let mut request = Request::new(client, &IMPORT_FILE_REPOSITORY_FILE);
        request.set_file("file", file);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Id of the folder that gets the file.
    ///
    /// When left out: the top level. On the wire: `folder_id`.
    pub fn folder_id(mut self, folder_id: i64) -> Self {
        self.request.set("folder_id", folder_id.to_string());
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

/// The method of [`Client::delete_file_repository_file`].
pub const DELETE_FILE_REPOSITORY_FILE: Method = Method::new(
        "delete_file_repository_file",
        "fileRepository",
    )
    .action("delete")
    .since(Life::since(13, 1, 0));
/// Request of [`Client::delete_file_repository_file`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteFileRepositoryFile<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> DeleteFileRepositoryFile<M> {
    fn new(client: &Client<M>, doc_id: i64) -> Self {
        let mut request = Request::new(client, &DELETE_FILE_REPOSITORY_FILE);
        request.set("doc_id", doc_id.to_string());
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The file is in the recycle bin. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
