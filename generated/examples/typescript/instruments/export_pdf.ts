// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
import { writeFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "pdf");
// The record whose data fill the document.
form.append("record", "1");
// Unique name of the only event to show.
form.append("event", "enrollment_arm_1");
// Unique name of the only instrument to show.
form.append("instrument", "enrollment");
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

  // The document.
  const name = "pdf.pdf";
  await writeFile(name, Buffer.from(await response.arrayBuffer()));
  console.log(`Saved as ${name}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
