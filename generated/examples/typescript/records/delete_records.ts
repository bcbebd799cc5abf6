// Delete Records: Deletes whole records, or only one arm, event, instrument or instance of them.
// Rights needed: Delete Records. In REDCap since 7.0.0 or earlier.
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
form.append("action", "delete");
// Names of the records.
form.append("records[0]", "3");
form.append("records[1]", "4");
// Format of error messages.
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

  // Number of records deleted, or of records of which a part was deleted.
  console.log(answer);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
