// Switch DAG: Moves the token owner to another of the Data Access Groups assigned to them.
// Rights needed: API Import/Update. In REDCap since 11.3.1.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "dag");
form.append("action", "switch");
// Unique name of the group to switch to.
form.append("dag", "lyon");
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

  // The token owner now works in the chosen group.
  console.log(answer);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
