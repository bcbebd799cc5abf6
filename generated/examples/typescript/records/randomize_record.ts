// Randomize Record: Randomizes a record and returns the group that it was allocated to.
// Rights needed: Randomize. In REDCap since 14.7.0.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "record");
form.append("action", "randomize");
// Name of the record.
form.append("record", "3");
// Number of the randomization, as the Randomization page of the project and the API Playground show
// it.
form.append("randomization_id", "2020");
// Format of the answer.
form.append("format", "json");
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

  // The allocation.
  const result: unknown = JSON.parse(answer);
  console.log(JSON.stringify(result, null, 2));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
