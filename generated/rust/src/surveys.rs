// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

//! Surveys
//!
//! Fetches links, codes and participants of surveys.

use crate::names::{EventName, InstrumentName, RecordId};
use crate::runtime::{Client, Life, Method, Mode, Request};

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
    /// - [Common](crate#common-refusals): 400 `The parameter '{parameter}' is missing`; 400 `The record "{record}" does not exist`
    /// - 400 `An unknown error occurred`: A 6.14 server had no link to give, for example because the record had never opened the survey. Check that the instrument is a survey and that the record exists in the event; then ask again.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_link("1", "contact")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=surveyLink")]
    pub fn export_survey_link(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyLink<M> {
        let mut request = Request::new(self, &EXPORT_SURVEY_LINK);
        request.set("record", record.into().into_string());
        request.set("instrument", instrument.into().into_string());
        ExportSurveyLink { request }
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
    /// - [Common](crate#common-refusals): 400 `The parameter '{parameter}' is missing`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_participants("contact")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=participantList")]
    pub fn export_survey_participants(
        &self,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyParticipants<M> {
        let mut request = Request::new(self, &EXPORT_SURVEY_PARTICIPANTS);
        request.set("instrument", instrument.into().into_string());
        ExportSurveyParticipants {
            request,
        }
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
    /// - [Common](crate#common-refusals): 400 `The parameter '{parameter}' is missing`; 400 `The record "{record}" does not exist`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_survey_queue_link("1").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=surveyQueueLink")]
    pub fn export_survey_queue_link(
        &self,
        record: impl Into<RecordId>,
    ) -> ExportSurveyQueueLink<M> {
        let mut request = Request::new(self, &EXPORT_SURVEY_QUEUE_LINK);
        request.set("record", record.into().into_string());
        ExportSurveyQueueLink { request }
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
    /// - [Common](crate#common-refusals): 400 `The parameter '{parameter}' is missing`; 400 `The record "{record}" does not exist`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_return_code("1", "contact")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=surveyReturnCode")]
    pub fn export_survey_return_code(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyReturnCode<M> {
        let mut request = Request::new(self, &EXPORT_SURVEY_RETURN_CODE);
        request.set("record", record.into().into_string());
        request.set("instrument", instrument.into().into_string());
        ExportSurveyReturnCode { request }
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
    /// - [Common](crate#common-refusals): 400 `The parameter '{parameter}' is missing`; 400 `The record "{record}" does not exist`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_survey_access_code("1", "contact")
    ///     .event("enrollment_arm_1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=surveyAccessCode")]
    pub fn export_survey_access_code(
        &self,
        record: impl Into<RecordId>,
        instrument: impl Into<InstrumentName>,
    ) -> ExportSurveyAccessCode<M> {
        let mut request = Request::new(self, &EXPORT_SURVEY_ACCESS_CODE);
        request.set("record", record.into().into_string());
        request.set("instrument", instrument.into().into_string());
        ExportSurveyAccessCode { request }
    }
}

/// The method of [`Client::export_survey_link`].
pub const EXPORT_SURVEY_LINK: Method = Method::new("export_survey_link", "surveyLink")
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0));
request!(export_survey_link, ExportSurveyLink);

impl<M: Mode> ExportSurveyLink<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Number of the instance of the repeating instrument or event. *(since about 7.0.0)*
    /// Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// Sends the request. Returns: The bare address, without quotes in every format. It ends in `/surveys/?s=` and a code of 10 to 16 upper-case letters and digits.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }
}

/// The method of [`Client::export_survey_participants`].
pub const EXPORT_SURVEY_PARTICIPANTS: Method = Method::new(
        "export_survey_participants",
        "participantList",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0));
request!(export_survey_participants, ExportSurveyParticipants);

impl<M: Mode> ExportSurveyParticipants<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Sends the request. Returns: The participants of the survey.
    pub fn send(self) -> M::Reply<Vec<SurveyParticipant>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::export_survey_queue_link`].
pub const EXPORT_SURVEY_QUEUE_LINK: Method = Method::new(
        "export_survey_queue_link",
        "surveyQueueLink",
    )
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0));
request!(export_survey_queue_link, ExportSurveyQueueLink);

impl<M: Mode> ExportSurveyQueueLink<M> {
    /// Sends the request. Returns: The bare address, without quotes in every format. It ends in `/surveys/?sq=` and a code.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }
}

/// The method of [`Client::export_survey_return_code`].
pub const EXPORT_SURVEY_RETURN_CODE: Method = Method::new(
        "export_survey_return_code",
        "surveyReturnCode",
    )
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0));
request!(export_survey_return_code, ExportSurveyReturnCode);

impl<M: Mode> ExportSurveyReturnCode<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Number of the instance of the repeating instrument or event. *(since about 7.0.0)*
    /// Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// Sends the request. Returns: The bare code, without quotes in every format. Eight characters in a live test.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }
}

/// The method of [`Client::export_survey_access_code`].
pub const EXPORT_SURVEY_ACCESS_CODE: Method = Method::new(
        "export_survey_access_code",
        "surveyAccessCode",
    )
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(15, 1, 0));
request!(export_survey_access_code, ExportSurveyAccessCode);

impl<M: Mode> ExportSurveyAccessCode<M> {
    /// Unique name of the event, not its label.
    /// When left out: no event, as in classic projects. Required when: longitudinal.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Number of the instance of the repeating instrument or event. Default: `1`. Required when: repeating.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// Sends the request. Returns: The bare code, without quotes in every format. Nine characters in a live test.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }
}
