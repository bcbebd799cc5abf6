// Import User-DAG Assignments: Puts users into Data Access Groups or takes them out.
// Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "userDagMapping");
form.append("action", "import");
// Format of the payload in `data`.
form.append("format", "json");
// The users with the groups they shall be in, at most one item for each user.
form.append("data", '[{"username":"carl_coordinator","redcap_data_access_group":"lyon"}]');
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

  // Number of assignments added or updated.
  console.log(answer);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
