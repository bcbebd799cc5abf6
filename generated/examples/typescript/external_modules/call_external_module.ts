// Call an External Module action: Passes a call on to an external module and returns what the
// module answers.
// Rights needed: External Modules API. In REDCap since 14.6.4.
// Careful: what this deletes or replaces cannot be brought back.

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "externalModule");
// Unique prefix of the module, a short name without blanks.
form.append("prefix", "sandbox_echo");
// An action that the module offers, or one of `__version`, `__actions` and `__info`.
form.append("action", "echo");
// Format in which the module should answer.
form.append("format", "json");
// Format in which errors should come.
form.append("returnFormat", "json");
form.append("record", "1");

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

  // The text or file that the module answers.
  const result: unknown = JSON.parse(answer);
  console.log(JSON.stringify(result, null, 2));
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
