// Import Users: Adds users to a project or changes the rights of users who are in it.
// Rights needed: API Import/Update, User Rights. In REDCap since 6.11.0.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "user");
// Format of the payload in `data`.
form.append("format", "json");
// The users to add or change.
form.append(
  "data",
  '[{"username":"berta_berlin","expiration":"2027-06-30","data_access_group":"berlin","calendar":1,"api_export":1}]',
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

  // Number of users added or changed.
  console.log(answer);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
