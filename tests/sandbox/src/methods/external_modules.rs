//! External modules: one small module that is built in, so that clients have something to call.

use crate::api::{Call, Format, Refusal, Reply, json_string};

/// Unique prefix of the built-in module.
const PREFIX: &str = "sandbox_echo";
/// Its action that works without a token.
const OPEN_ACTION: &str = "ping";

const VERSION: &str = "1.0.0";
const ECHO: &str = "echo";
const ECHO_DOES: &str = "Answers with the names of the fields and files it was sent.";
const PING_DOES: &str = "Answers pong. Needs no token.";

/// True if an action needs no token.
pub fn is_open_action(prefix: &str, action: &str) -> bool {
    prefix == PREFIX && action == OPEN_ACTION
}

/// Calls an action of the module, or one of the framework about it.
pub fn call(call: &Call<'_>) -> Result<Reply, Refusal> {
    let prefix = call.arguments.required("prefix");
    if prefix != PREFIX {
        return Err(refused(call, &format!("The external module '{prefix}' is not enabled")));
    }
    let format = call.format();
    let (shown, body) = match call.arguments.required("action") {
        "__version" => (Format::Csv, VERSION.to_owned()),
        "__actions" => (Format::Json, format!("{{{}}}", actions())),
        "__info" => (Format::Json, info(call)),
        OPEN_ACTION => text(format, "answer", "pong"),
        ECHO => {
            let mut names: Vec<&str> = call.arguments.others().keys().map(String::as_str).collect();
            names.retain(|name| !matches!(*name, "token" | "content"));
            names.extend(call.arguments.upload().map(|_| "file"));
            text(format, "names", &names.join(","))
        }
        other => {
            return Err(refused(call, &format!("The external module '{prefix}' has no action '{other}'")));
        }
    };
    let media = match shown {
        Format::Json => "application/json; charset=utf-8",
        Format::Xml => "text/xml; charset=utf-8",
        Format::Csv | Format::Odm => "text/plain; charset=utf-8",
    };
    Ok(Reply::new(media, body))
}

/// A text in the format that was asked for.
fn text(format: Format, key: &str, value: &str) -> (Format, String) {
    match format {
        Format::Json => (format, format!("{{{}:{}}}", json_string(key), json_string(value))),
        Format::Xml => (format, format!("{}<{key}>{}</{key}>", crate::api::XML, crate::api::cdata(value))),
        Format::Csv | Format::Odm => (Format::Csv, value.to_owned()),
    }
}

fn actions() -> String {
    let one = |action, does| format!("{{{}:{}}}", json_string(action), json_string(does));
    format!("\"auth-actions\":{},\"no-auth-actions\":{}", one(ECHO, ECHO_DOES), one(OPEN_ACTION, PING_DOES))
}

fn info(call: &Call<'_>) -> String {
    format!(
        "{{\"redcap-version\":{},\"framework-version\":16,\"module-version\":{},\"name\":{},\"description\":{},\
         \"authors\":[{{\"name\":\"REDCap sandbox\",\"email\":\"\",\"institution\":\"\"}}],{}}}",
        json_string(&call.catalogue().version.to_string()),
        json_string(VERSION),
        json_string("Sandbox Echo"),
        json_string(ECHO_DOES),
        actions()
    )
}

fn refused(call: &Call<'_>, message: &str) -> Refusal {
    call.refuse("external_module_refused", &[("message", message)])
}
