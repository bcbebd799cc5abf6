// Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
//
//     node workflow/files.ts [FILE [RECORD [FIELD [EVENT]]]]
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const url = process.env.REDCAP_API_URL ?? "";
const token = process.env.REDCAP_API_TOKEN ?? ""; // a secret: never write it into a program
if (!url || !token) {
  console.error("Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.");
  process.exit(1);
}

const [file = "workflow/scan.txt", record = "2", field = "scan", event = "week_1_arm_1"] =
  process.argv.slice(2);

/** Uploads the file. An event is needed in longitudinal projects only. */
async function upload(): Promise<void> {
  const form = new FormData();
  form.append("token", token);
  form.append("content", "file");
  form.append("action", "import");
  // Unique name of the event, not its label.
  form.append("event", event);
  // Name of the file upload field; not a signature field.
  form.append("field", field);
  // Name of the record that gets the file.
  form.append("record", record);
  // Format of error messages.
  form.append("returnFormat", "json");
  form.append("file", new Blob([await readFile(file)]), path.basename(file));
  await send(form);
}

/** Downloads it into a folder, piece by piece, and gives its path. */
async function download(folder: string): Promise<string> {
  const form = new URLSearchParams();
  form.append("token", token);
  form.append("content", "file");
  form.append("action", "export");
  // Unique name of the event, not its label.
  form.append("event", event);
  // Name of the file upload or signature field.
  form.append("field", field);
  // Name of the record that holds the file.
  form.append("record", record);
  // Format of error messages.
  form.append("returnFormat", "json");
  const response = await send(form);

  // Content-Type: text/plain; name="scan.txt". Headers are read byte by byte, the name is UTF-8.
  const type = Buffer.from(response.headers.get("content-type") ?? "", "latin1").toString("utf8");
  const name = /name="([^"]+)"/.exec(type)?.[1] ?? "download";
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, path.basename(name));
  if (!response.body) throw new Error("The answer is empty.");
  await pipeline(Readable.fromWeb(response.body), createWriteStream(target));
  return target;
}

async function send(form: FormData | URLSearchParams): Promise<Response> {
  const response = await fetch(url, {
    method: "POST",
    body: form,
    redirect: "manual", // the token goes to this address and to no other
    signal: AbortSignal.timeout(300_000),
  });
  if (!response.ok) {
    throw new Error(`REDCap answered with status ${response.status}: ${await response.text()}`);
  }
  return response;
}

try {
  await upload();
  console.log(`Uploaded ${file}`);
  console.log(`Downloaded ${await download("downloads")}`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
