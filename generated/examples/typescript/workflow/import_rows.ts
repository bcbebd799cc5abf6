// Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
//
//     node workflow/import_rows.ts [FILE]
import { readFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const file = process.argv[2] ?? "workflow/rows.csv";

try {
  const rows = await readFile(file, "utf8");

  const form = new URLSearchParams();
  form.append("token", token);
  form.append("content", "record");
  // The rows, in the format that `format` names: a JSON array of objects, CSV with a header line, XML
  // with the root `records` and one `item` per row, or an ODM document.
  form.append("data", rows);
  // Format of the payload in `data`.
  form.append("format", "csv");
  // Whether blank cells are passed over or erase what is stored.
  form.append("overwriteBehavior", "normal");
  // What the answer holds.
  form.append("returnContent", "count");
  // Format of error messages, and of the count that an import of records answers.
  form.append("returnFormat", "json");
  // Whether `data` holds one row per record, event and instance (`flat`) or one row per value
  // (`eav`).
  form.append("type", "flat");
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual", // the token goes to this address and to no other
    signal: AbortSignal.timeout(300_000),
  });
  const answer = await response.text();
  if (!response.ok || answer.startsWith('{"error":')) {
    throw new Error(`REDCap refused the rows (status ${response.status}).\n${reason(answer)}`);
  }
  const { count } = JSON.parse(answer) as { count: number };
  console.log(`Imported records: ${count}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}

/** Why REDCap refused: for a value that does not fit, a line with record, field, value and reason. */
function reason(answer: string): string {
  try {
    return (JSON.parse(answer) as { error: string }).error;
  } catch {
    return answer; // not from REDCap, but from a server before it
  }
}
