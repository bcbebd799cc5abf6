// Export List of Export Field Names (i.e. variables used during exports and imports): Exports the
// column names that record exports and imports use for each field.
// Rights needed: API Export. In REDCap since 6.4.0.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "exportFieldNames");
// Format of the answer.
form.append("format", "json");
// Only the columns of this one field.
form.append("field", "diary_meds");
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

  // One item for each export column, of all fields or of the field asked for.
  const rows = JSON.parse(answer) as Record<string, unknown>[];
  for (const row of rows) console.log(JSON.stringify(row));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
