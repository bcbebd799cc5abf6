// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

//! File Repository
//!
//! Works with the folders and files of the repository that belongs to a project.

use crate::runtime::{Client, Download, File, Life, Method, Mode, Request, Upload};

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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`
    /// - 400 `new folder 'name' not provided`: The parameter `name` is missing or empty. Send a name of 1 to 150 characters.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.create_folder("Signed in 2026").folder_id(2025).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn create_folder(&self, name: impl Into<String>) -> CreateFolder<M> {
        let mut request = Request::new(self, &CREATE_FOLDER);
        request.set("name", name);
        CreateFolder { request }
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
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.list_file_repository().folder_id(2025).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn list_file_repository(&self) -> ListFileRepository<M> {
        ListFileRepository {
            request: Request::new(self, &LIST_FILE_REPOSITORY),
        }
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
    /// - 400 `Invalid doc_id or missing doc_id`: No file of the File Repository has this `doc_id`, or none was sent. Take the `doc_id` from the list of files and folders.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_file_repository_file(2024).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn export_file_repository_file(
        &self,
        doc_id: i64,
    ) -> ExportFileRepositoryFile<M> {
        let mut request = Request::new(self, &EXPORT_FILE_REPOSITORY_FILE);
        request.set("doc_id", doc_id.to_string());
        ExportFileRepositoryFile {
            request,
        }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The File Repository folder folder_id={folder_id} does not exist or else you do not have permission to that folder because it is DAG-restricted or Role-restricted.`
    /// - 400 `No valid file was uploaded`: The request has no multipart part named `file`, or the part has no file name. Send `multipart/form-data` with the file in a part named `file` that has a file name.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client
    ///     .import_file_repository_file(
    ///         redcap::Upload::new("protocol.txt", "Study protocol, version 3\n"),
    ///     )
    ///     .folder_id(2025)
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn import_file_repository_file(
        &self,
        file: Upload,
    ) -> ImportFileRepositoryFile<M> {
        let mut request = Request::new(self, &IMPORT_FILE_REPOSITORY_FILE);
        request.set_file("file", file);
        ImportFileRepositoryFile {
            request,
        }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`
    /// - 400 `Invalid doc_id or missing doc_id`: No file of the File Repository has this `doc_id`, or none was sent. Take the `doc_id` from the list of files and folders.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.delete_file_repository_file(2024).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=fileRepository")]
    pub fn delete_file_repository_file(
        &self,
        doc_id: i64,
    ) -> DeleteFileRepositoryFile<M> {
        let mut request = Request::new(self, &DELETE_FILE_REPOSITORY_FILE);
        request.set("doc_id", doc_id.to_string());
        DeleteFileRepositoryFile {
            request,
        }
    }
}

/// The method of [`Client::create_folder`].
pub const CREATE_FOLDER: Method = Method::new("create_folder", "fileRepository")
    .action("createFolder")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(13, 1, 0));
request!(create_folder, CreateFolder);

impl<M: Mode> CreateFolder<M> {
    /// Id of the folder in which to create the new one. When left out: the top level.
    pub fn folder_id(mut self, value: i64) -> Self {
        self.request.set("folder_id", value.to_string());
        self
    }

    /// Numeric id of the Data Access Group to keep the folder to (`data_access_group_id` of the exported groups),
    /// not its unique name. When left out: no restriction to a group.
    pub fn dag_id(mut self, value: i64) -> Self {
        self.request.set("dag_id", value.to_string());
        self
    }

    /// Numeric id of the user role to keep the folder to, not its unique name.
    /// When left out: no restriction to a role.
    pub fn role_id(mut self, value: i64) -> Self {
        self.request.set("role_id", value.to_string());
        self
    }

    /// Sends the request. Returns: One item with the id of the new folder.
    pub fn send(self) -> M::Reply<Vec<NewFolder>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::list_file_repository`].
pub const LIST_FILE_REPOSITORY: Method = Method::new(
        "list_file_repository",
        "fileRepository",
    )
    .action("list")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(13, 1, 0));
request!(list_file_repository, ListFileRepository);

impl<M: Mode> ListFileRepository<M> {
    /// Id of the folder to list. When left out: the top level.
    pub fn folder_id(mut self, value: i64) -> Self {
        self.request.set("folder_id", value.to_string());
        self
    }

    /// Sends the request. Returns: The files and folders directly in the folder.
    pub fn send(self) -> M::Reply<Vec<FileRepositoryEntry>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::export_file_repository_file`].
pub const EXPORT_FILE_REPOSITORY_FILE: Method = Method::new(
        "export_file_repository_file",
        "fileRepository",
    )
    .action("export")
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(13, 1, 0));
request!(export_file_repository_file, ExportFileRepositoryFile);

impl<M: Mode> ExportFileRepositoryFile<M> {
    /// Sends the request. Returns: The file, with its media type and original name.
    pub fn send(self) -> M::Reply<File> {
        self.request.file()
    }

    /// Sends the request. Returns: the file part by part, as it arrives.
    pub fn download(self) -> M::Reply<Download<M>> {
        self.request.download()
    }
}

/// The method of [`Client::import_file_repository_file`].
pub const IMPORT_FILE_REPOSITORY_FILE: Method = Method::new(
        "import_file_repository_file",
        "fileRepository",
    )
    .action("import")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(13, 1, 0));
request!(import_file_repository_file, ImportFileRepositoryFile);

impl<M: Mode> ImportFileRepositoryFile<M> {
    /// Id of the folder that gets the file. When left out: the top level.
    pub fn folder_id(mut self, value: i64) -> Self {
        self.request.set("folder_id", value.to_string());
        self
    }

    /// Sends the request. Returns: The file is stored. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }
}

/// The method of [`Client::delete_file_repository_file`].
pub const DELETE_FILE_REPOSITORY_FILE: Method = Method::new(
        "delete_file_repository_file",
        "fileRepository",
    )
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(13, 1, 0));
request!(delete_file_repository_file, DeleteFileRepositoryFile);

impl<M: Mode> DeleteFileRepositoryFile<M> {
    /// Sends the request. Returns: The file is in the recycle bin. Nothing but the status tells so.
    pub fn send(self) -> M::Reply<()> {
        self.request.empty()
    }
}
