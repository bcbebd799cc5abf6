// Import a File into the File Repository: Stores a new file in the File Repository.
// Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
import { readFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new FormData();
form.append("token", token);
form.append("content", "fileRepository");
form.append("action", "import");
// Id of the folder that gets the file.
form.append("folder_id", "2025");
// Format of error messages.
form.append("returnFormat", "json");

try {
  // The file, as a multipart part with a file name.
  const file = "protocol.txt";
  form.append("file", new Blob([await readFile(file)]), file);

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

  // The file is stored.
  console.log("Done.");
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
