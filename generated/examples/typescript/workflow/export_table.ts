// Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
//
//     node workflow/export_table.ts [FILE]
import { rename, writeFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const file = process.argv[2] ?? "records.csv";

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "record");
// Format of the answer.
form.append("format", "json");
// Codes or labels of choices.
form.append("rawOrLabel", "raw");
// Format of error messages, and of the count that an import of records answers.
form.append("returnFormat", "json");
// One row per record, event and instance (`flat`), or one row per stored value (`eav`).
form.append("type", "flat");

try {
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual", // the token goes to this address and to no other
    signal: AbortSignal.timeout(300_000),
  });
  const answer = await response.text();
  if (!response.ok || answer.startsWith('{"error":')) {
    throw new Error(`REDCap answered with status ${response.status}: ${answer}`);
  }

  // A row is an object: a value for each field.
  const rows = JSON.parse(answer) as Record<string, unknown>[];
  const columns = Object.keys(rows[0] ?? {});
  console.log(`${rows.length} rows with ${columns.length} columns`);

  // Whoever reads the file meanwhile sees the old one or the new one, whole.
  const quoted = (value: string) =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  await writeFile(`${file}.part`, lines.map((line) => line.map(quoted).join(",") + "\n").join(""));
  await rename(`${file}.part`, file);
  console.log(`Saved as ${file}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
