// Made by `cargo run generate` from spec/methods/surveys.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Surveys".

use crate::names::RecordId;

shape! {
    /// A person, or a record without address, on the participant list of one survey.
    SurveyParticipant {
        /// E-mail address; empty for records that take part without one. Unique together with `email_occurrence`.
        email: read_only text(String) = "email", hidden;
        /// Which of several entries with the same address this is, from 1.
        email_occurrence: read_only value(i64) = "email_occurrence";
        /// Name or other label given to the participant.
        identifier: read_only text(String) = "identifier", hidden;
        /// The record of the participant, once there is one. Not on the help page. Not always there.
        record: read_only text(RecordId) = "record", hidden;
        /// Whether an invitation was sent.
        invitation_sent_status: required value(bool) = "invitation_sent_status";
        /// When the next invitation is scheduled to go out; usually empty.
        invitation_send_time: read_only text(String) = "invitation_send_time";
        /// How far the participant has come.
        response_status: required value(ResponseStatus) = "response_status";
        /// Short code that opens the survey.
        survey_access_code: read_only text(String) = "survey_access_code", hidden;
        /// Personal address of the survey.
        survey_link: read_only text(String) = "survey_link", hidden;
        /// Personal address of the survey queue. Not always there.
        survey_queue_link: read_only text(String) = "survey_queue_link", hidden;
    }
}

choices! {
    /// How far a participant has come with a survey.
    ResponseStatus {
        /// `0`: No response yet.
        NoResponse = "0",
        /// `1`: Started, not completed.
        Partial = "1",
        /// `2`: Completed.
        Complete = "2",
    }
}
