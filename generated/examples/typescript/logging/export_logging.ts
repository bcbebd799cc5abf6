// Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
// Rights needed: API Export, Logging. In REDCap since 10.8.0.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "log");
// Format of the answer.
form.append("format", "json");
// Format of error messages, and of the count that an import of records answers.
form.append("returnFormat", "json");
// Only entries of this kind.
form.append("logtype", "record");
// Only entries after this time, in the time zone of the server.
form.append("beginTime", "2026-01-01 00:00");
// Only entries before this time, in the time zone of the server.
form.append("endTime", "2026-01-15 23:59");

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

  // The entries that pass all filters, newest first.
  const rows = JSON.parse(answer) as Record<string, unknown>[];
  for (const row of rows) console.log(JSON.stringify(row));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
