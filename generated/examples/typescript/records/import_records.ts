// Import Records: Creates records or changes values of existing ones.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "record");
// Format of the payload in `data`.
form.append("format", "json");
// Whether `data` holds one row per record, event and instance (`flat`) or one row per value
// (`eav`).
form.append("type", "flat");
// Whether blank cells are passed over or erase what is stored.
form.append("overwriteBehavior", "normal");
// The rows, in the format that `format` names: a JSON array of objects, CSV with a header line, XML
// with the root `records` and one `item` per row, or an ODM document.
form.append(
  "data",
  '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]',
);
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

  // Number of different records in the data, not of rows.
  const result: unknown = JSON.parse(answer);
  console.log(JSON.stringify(result, null, 2));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
