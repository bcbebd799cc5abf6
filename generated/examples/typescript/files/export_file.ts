// Export a File: Exports the file that a record holds in a file upload or signature field.
// Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
import { writeFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "file");
form.append("action", "export");
// Name of the record that holds the file.
form.append("record", "1");
// Name of the file upload or signature field.
form.append("field", "scan");
// Unique name of the event, not its label.
form.append("event", "week_1_arm_1");
// Format of error messages.
form.append("returnFormat", "json");

try {
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual", // the token goes to this address and to no other
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) {
    throw new Error(`REDCap answered with status ${response.status}: ${await response.text()}`);
  }

  // The file, with its media type and original name.
  const name = "scan_1.txt";
  await writeFile(name, Buffer.from(await response.arrayBuffer()));
  console.log(`Saved as ${name}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
