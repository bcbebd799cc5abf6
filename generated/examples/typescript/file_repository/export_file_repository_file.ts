// Export a File from the File Repository: Exports a file of the File Repository as bytes.
// Rights needed: API Export, File Repository. In REDCap since 13.1.0.
import { writeFile } from "node:fs/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const form = new URLSearchParams();
form.append("token", token);
form.append("content", "fileRepository");
form.append("action", "export");
// Id of the file, from the list of files and folders.
form.append("doc_id", "2024");
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
  const name = "protocol.txt";
  await writeFile(name, Buffer.from(await response.arrayBuffer()));
  console.log(`Saved as ${name}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
