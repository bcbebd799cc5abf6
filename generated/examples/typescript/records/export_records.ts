// Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "record");
// Format of the answer.
form.append("format", "json");
// One row per record, event and instance (`flat`), or one row per stored value (`eav`).
form.append("type", "flat");
// Only these records.
form.append("records[0]", "1");
form.append("records[1]", "2");
// Only these fields, in addition to those of `forms`.
form.append("fields[0]", "record_id");
form.append("fields[1]", "enrolled");
form.append("fields[2]", "severity");
// Only rows of these events, by unique name; longitudinal projects only.
form.append("events[0]", "enrollment_arm_1");
// Format of error messages, and of the count that an import of records answers.
form.append("returnFormat", "json");

try {
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual", // the token goes to this address and to no other
    signal: AbortSignal.timeout(60_000),
  });
  const answer = await response.text();
  if (!response.ok || answer.startsWith('{"error":')) {
    throw new Error(`REDCap answered with status ${response.status}: ${answer}`);
  }

  // One row per record, event and instance, with the project's fields as columns.
  const rows = JSON.parse(answer) as Record<string, unknown>[];
  for (const row of rows) console.log(JSON.stringify(row));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
