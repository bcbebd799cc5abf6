// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

//! Surveys
//!
//! Fetches links, codes and participants of surveys.

use crate::names::{EventName, InstrumentName, RecordId};
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the link under which one record fills in one survey.
    ///
    /// Answers with the personal address of one survey for one record, and in longitudinal or
    /// repeating projects for one event and one instance. Whoever has the link can open the survey
    /// without logging in, so it deserves the care of a password.
    ///
    /// - REDCap: since 6.4.0, there called "Export a Survey Link for a Participant"
    /// - Token: of a project, with the rights API Export + Survey Distribution Tools
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: instruments that are surveys
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The parameter '{parameter}' is missing`: A survey method was called without a parameter that it needs. Send the parameter.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    /// - 400 `An unknown error occurred`: A 6.14 server had no link to give, for example because the record had never opened the survey. Check that the instrument is a survey and that the record exists in the event; then ask again.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_link("1001", "contact_info")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=surveyLink")]
    pub fn export_survey_link(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyLink<M> {
        ExportSurveyLink::new(self, record, instrument)
    }

    /// Exports the people invited to one survey, with response status, links and codes.
    ///
    /// Lists the participant list of one survey, in longitudinal projects of one event. Records that
    /// take part without an e-mail address are listed too, with an empty `email`.
    ///
    /// - REDCap: since 6.4.0, there called "Export a Survey Participant List"
    /// - Token: of a project, with the rights API Export + Survey Distribution Tools
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: instruments that are surveys
    /// - Changed (15.0.0): The list is served from a short-lived cache of the server, so it may be slightly out of date.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The parameter '{parameter}' is missing`: A survey method was called without a parameter that it needs. Send the parameter.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_participants("contact_info")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=participantList")]
    pub fn export_survey_participants(
        &self,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyParticipants<M> {
        ExportSurveyParticipants::new(self, instrument)
    }

    /// Exports the link to the survey queue of one record.
    ///
    /// Answers with the personal address of the queue page, on which one record finds all surveys
    /// that are due. Whoever has the link can open the queue without logging in.
    ///
    /// - REDCap: since 6.4.0, there called "Export a Survey Queue Link for a Participant"
    /// - Token: of a project, with the rights API Export + Survey Distribution Tools
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: projects with a Survey Queue
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The parameter '{parameter}' is missing`: A survey method was called without a parameter that it needs. Send the parameter.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_survey_queue_link("1001").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=surveyQueueLink")]
    pub fn export_survey_queue_link(
        &self,
        record: impl Into<RecordId>,
    ) -> ExportSurveyQueueLink<M> {
        ExportSurveyQueueLink::new(self, record)
    }

    /// Exports the code with which a participant resumes a survey that was left unfinished.
    ///
    /// Answers with the return code of one survey for one record. The survey must offer its
    /// participants to save and return later. Together with the survey link the code opens what was
    /// entered so far, so it deserves the care of a password.
    ///
    /// - REDCap: since 6.4.0, there called "Export a Survey Return Code for a Participant"
    /// - Token: of a project, with the rights API Export + Survey Distribution Tools
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: instruments that are surveys; surveys with Save & Return Later
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The parameter '{parameter}' is missing`: A survey method was called without a parameter that it needs. Send the parameter.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_return_code("1001", "contact_info")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=surveyReturnCode")]
    pub fn export_survey_return_code(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyReturnCode<M> {
        ExportSurveyReturnCode::new(self, record, instrument)
    }

    /// Exports the short code with which one record opens one survey.
    ///
    /// Answers with the survey access code of one survey for one record, and in longitudinal or
    /// repeating projects for one event and one instance. A participant types the code instead of
    /// following a link; whoever has it can open the survey.
    ///
    /// - REDCap: since 15.1.0, there called "Export a Survey Access Code for a Participant"
    /// - Token: of a project, with the rights API Export + Survey Distribution Tools
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: instruments that are surveys
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The parameter '{parameter}' is missing`: A survey method was called without a parameter that it needs. Send the parameter.
    /// - 400 `The record "{record}" does not exist`: The project has no such record, or the owner of the token may not see it. Check the name of the record, including leading zeros, and the Data Access Group of the owner of the token.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_access_code("1001", "contact_info")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=surveyAccessCode")]
    pub fn export_survey_access_code(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyAccessCode<M> {
        ExportSurveyAccessCode::new(self, record, instrument)
    }
}

/// The method of [`Client::export_survey_link`].
pub const EXPORT_SURVEY_LINK: Method = Method::new("export_survey_link", "surveyLink")
    .reads()
    .since(Life::since(6, 4, 0));
/// Request of [`Client::export_survey_link`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportSurveyLink<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportSurveyLink<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> Self {
        let mut request = Request::new(client, &EXPORT_SURVEY_LINK);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let instrument: InstrumentName = instrument.into();
        request.set("instrument", instrument.into_string());
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

    /// Number of the instance of the repeating instrument or event. *(since about 7.0.0)*
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

    /// Sends the request. Returns: The bare address, without quotes in every format. It ends in `/surveys/?s=` and a code of 10 to 16 upper-case letters and digits.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::export_survey_participants`].
pub const EXPORT_SURVEY_PARTICIPANTS: Method = Method::new(
        "export_survey_participants",
        "participantList",
    )
    .reads()
    .since(Life::since(6, 4, 0));
/// Request of [`Client::export_survey_participants`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportSurveyParticipants<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportSurveyParticipants<M> {
    fn new(client: &Client<M>, instrument: impl Into<InstrumentName>) -> Self {
        let mut request = Request::new(client, &EXPORT_SURVEY_PARTICIPANTS);
        let instrument: InstrumentName = instrument.into();
        request.set("instrument", instrument.into_string());
        request.set("format", "json");
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

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The participants of the survey.
    pub fn send(self) -> M::Reply<Vec<SurveyParticipant>> {
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

/// The method of [`Client::export_survey_queue_link`].
pub const EXPORT_SURVEY_QUEUE_LINK: Method = Method::new(
        "export_survey_queue_link",
        "surveyQueueLink",
    )
    .reads()
    .since(Life::since(6, 4, 0));
/// Request of [`Client::export_survey_queue_link`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportSurveyQueueLink<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportSurveyQueueLink<M> {
    fn new(client: &Client<M>, record: impl Into<RecordId>) -> Self {
        let mut request = Request::new(client, &EXPORT_SURVEY_QUEUE_LINK);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The bare address, without quotes in every format. It ends in `/surveys/?sq=` and a code.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::export_survey_return_code`].
pub const EXPORT_SURVEY_RETURN_CODE: Method = Method::new(
        "export_survey_return_code",
        "surveyReturnCode",
    )
    .reads()
    .since(Life::since(6, 4, 0));
/// Request of [`Client::export_survey_return_code`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportSurveyReturnCode<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportSurveyReturnCode<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> Self {
        let mut request = Request::new(client, &EXPORT_SURVEY_RETURN_CODE);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let instrument: InstrumentName = instrument.into();
        request.set("instrument", instrument.into_string());
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

    /// Number of the instance of the repeating instrument or event. *(since about 7.0.0)*
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

    /// Sends the request. Returns: The bare code, without quotes in every format. Eight characters in a live test.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::export_survey_access_code`].
pub const EXPORT_SURVEY_ACCESS_CODE: Method = Method::new(
        "export_survey_access_code",
        "surveyAccessCode",
    )
    .reads()
    .since(Life::since(15, 1, 0));
/// Request of [`Client::export_survey_access_code`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportSurveyAccessCode<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportSurveyAccessCode<M> {
    fn new(
        client: &Client<M>,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> Self {
        let mut request = Request::new(client, &EXPORT_SURVEY_ACCESS_CODE);
        let record: RecordId = record.into();
        request.set("record", record.into_string());
        let instrument: InstrumentName = instrument.into();
        request.set("instrument", instrument.into_string());
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

    /// Number of the instance of the repeating instrument or event.
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

    /// Sends the request. Returns: The bare code, without quotes in every format. Nine characters in a live test.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
