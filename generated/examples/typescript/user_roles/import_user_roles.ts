// Import User Roles: Adds user roles to a project or changes the rights of existing ones.
// Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "userRole");
// Format of the payload in `data`.
form.append("format", "json");
// The roles to add or change.
form.append(
  "data",
  '[{"unique_role_name":"","role_label":"Data entry","calendar":"1","record_create":"1","forms":{"visit":1}}]',
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

  // Number of roles added or changed.
  console.log(answer);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
