/* Made by `cargo run generate` from templates/site/playground/answer.js. Do not edit: change the source and run it again. */

// Shows an answer: as it came, and as a table where it holds rows.
(function (playground) {
"use strict";

const { dom, payload } = playground;
const { make, download, tabs } = dom;
const MOST_CHARACTERS = 200000;
const MOST_ROWS = 500;

const isText = (media) => /^text\/|json|xml|csv/.test(media);

/* The name that the server gives to a file, which it writes behind the media type. */
function fileName(answer) {
  const all = answer.headers.map(([, value]) => value).find((value) => /name="[^"]+"/.test(value));
  return all && /name="([^"]+)"/.exec(all)[1].replace(/[\\/:*?"<>|]/g, "_");
}

function format(media, text) {
  if (media.includes("json") || /^\s*[[{]/.test(text)) return "json";
  if (media.includes("xml") || /^\s*</.test(text)) return "xml";
  return media.includes("csv") ? "csv" : undefined;
}

/* Rows for a table; none where there are none. */
function rows(text, kind) {
  if (!kind) return [];
  if (kind !== "json") return payload.rows(text, kind);
  try {
    const parsed = JSON.parse(text);
    return [parsed].flat().filter((row) => row && typeof row === "object" && !Array.isArray(row));
  } catch {
    return [];
  }
}

const shown = (value) => (value && typeof value === "object" ? JSON.stringify(value) : String(value ?? ""));

function table(list) {
  const names = [...new Set(list.slice(0, MOST_ROWS).flatMap((row) => Object.keys(row)))];
  const head = make("tr", {}, names.map((name) => make("th", { scope: "col" }, name)));
  const lines = list.slice(0, MOST_ROWS).map((row) => make("tr", {}, names.map((name) => make("td", {}, shown(row[name])))));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Answer as a table" },
    make("table", {}, make("thead", {}, head), make("tbody", {}, lines)));
}

function size(bytes) {
  if (bytes === 1) return "1 byte";
  return bytes < 10000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(0)} kB`;
}

/* JSON with line breaks, if nothing else changes by it: what came must not look as it was not. */
function pretty(text, kind) {
  try {
    const parsed = kind === "json" ? JSON.parse(text) : undefined;
    return parsed !== undefined && JSON.stringify(parsed) === text ? JSON.stringify(parsed, null, 2) : text;
  } catch {
    return text;
  }
}

/* The answer of a server. `saved` is the name for a file, empty where none is expected. */
function show(answer, saved) {
  const ok = answer.status >= 200 && answer.status < 300;
  const name = fileName(answer);
  const binary = ok && (Boolean(name) || !isText(answer.media));
  const headers = make("details", {}, make("summary", {}, `Headers (${answer.headers.length} that the browser shows)`),
    make("pre", { tabindex: "0", "aria-label": "Headers" }, answer.headers.map(([key, value]) => `${key}: ${value}`).join("\n")));
  const status = [make("span", { class: ok ? "good" : "bad" }, `${answer.status} ${answer.title}`.trim()), ` in ${answer.ms} ms, ${size(answer.bytes.length)}`];
  const save = (given) => make("p", { class: "tools" }, make("button", { type: "button", onclick: () => download(given, answer.bytes, answer.media) }, `Save ${given}`));
  if (binary) return { status, body: [save(name ?? (saved || "answer.bin")), headers] };
  const text = new TextDecoder().decode(answer.bytes);
  if (!text) return { status, body: [make("p", { class: "soft" }, "The answer is empty."), headers] };
  const kind = format(answer.media, text);
  const readable = pretty(text.slice(0, MOST_CHARACTERS), kind);
  const raw = make("div", {}, make("pre", { class: "raw", tabindex: "0", "aria-label": "Answer as it came" }, readable),
    text.length > MOST_CHARACTERS && make("p", { class: "soft" }, "This is the beginning. Save it to see all."));
  const list = ok ? rows(text, kind) : [];
  const tabular = list.length ? make("div", {}, table(list), list.length > MOST_ROWS && make("p", { class: "soft" }, `The first ${MOST_ROWS} of ${list.length}.`)) : undefined;
  const file = ok && saved ? saved : `answer.${kind ?? "txt"}`;
  if (!tabular) return { status, body: [raw, save(file), headers] };
  const bar = make("div", { class: "tabs" });
  tabs(bar, "Answer", [["Table", tabular], ["Raw", raw]]);
  return { status, body: [bar, tabular, raw, save(file), headers] };
}

playground.answer = { show };
})(globalThis.playground ??= {});
