/* Made by `cargo run generate` from templates/site/playground/payload.js. Do not edit: change the source and run it again. */

// Documents that imports take: rows of columns in JSON, CSV and XML.
(function (playground) {
"use strict";

/* The rows of a CSV document. */
function csv(text) {
  const rows = [];
  let [row, cell, quoted, begun] = [[], "", false, false];
  const endCell = () => { row.push(cell); cell = ""; begun = false; };
  const endRow = () => { endCell(); rows.push(row); row = []; };
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (quoted) {
      if (one !== "\"") cell += one;
      else if (text[at + 1] === "\"") { cell += one; at += 1; } else quoted = false;
    } else if (one === "\"" && !begun) { quoted = true; begun = true; } else if (one === ",") endCell();
    else if (one === "\n") endRow();
    else if (one !== "\r") { cell += one; begun = true; }
  }
  if (quoted) throw new Error("A quoted cell does not end.");
  if (cell || row.length || begun) endRow();
  const [names = [], ...others] = rows;
  others.forEach((cells, at) => {
    if (cells.length !== names.length) throw new Error(`Row ${at + 2} has ${cells.length} cells, but there are ${names.length} columns.`);
  });
  return others.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}

/* The rows of an XML document as REDCap writes it. */
function xml(text) {
  const value = (element) => (element.children.length ? Object.fromEntries(element.children.map((one) => [one.name, value(one)])) : element.text);
  return playground.xml.parse(text).children.map((element) => (element.children.length ? value(element) : {}));
}

/* A single item may stand for itself. */
function json(text, single) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    // The message of a browser may quote the text.
    const place = /position (\d+)/.exec(error.message);
    const line = place ? text.slice(0, Number(place[1])).split("\n").length : undefined;
    throw new Error(line ? `This is no JSON: something is wrong in line ${line}.` : "This is no JSON: it ends too early, or a sign is missing.");
  }
  if (single && parsed && typeof parsed === "object" && !Array.isArray(parsed)) return [parsed];
  if (!Array.isArray(parsed)) throw new Error("This is not a list: servers take a single object for nothing, without an error. Put it into [ and ].");
  if (!parsed.every((row) => row && typeof row === "object" && !Array.isArray(row))) throw new Error("Each item of the list must be an object with the columns.");
  return parsed;
}

/* The rows of a document; throws what is wrong with it. `single` takes one item without a list, too. */
function read(text, format, single = false) {
  if (format === "csv") return csv(text.replace(/^\ufeff/, ""));
  if (format === "xml") return xml(text);
  return json(text, single);
}

/* The rows of a document; none when it cannot be read. */
function rows(text, format, single = false) {
  try {
    return read(text, format, single);
  } catch {
    return [];
  }
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/* Rows as a document. `root` is the outermost element in XML. */
function write(list, format, root) {
  const pairs = (value) => Object.entries(value).map(([name, one]) => `${name}:${one}`).join(",");
  const texts = (value) => (value && typeof value === "object" ? pairs(value) : String(value ?? ""));
  if (format === "csv") {
    const names = [...new Set(list.flatMap((row) => Object.keys(row)))];
    const cell = (text) => (/[",\n\r]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text);
    return [names, ...list.map((row) => names.map((name) => texts(row[name])))].map((row) => row.map(cell).join(",")).join("\n") + "\n";
  }
  if (format === "xml") {
    const inner = (value) => (value && typeof value === "object"
      ? Object.entries(value).map(([name, one]) => `<${name}>${inner(one)}</${name}>`).join("")
      : escaped(String(value ?? "")));
    const entries = list.map((row) => `  <item>\n${Object.entries(row).map(([name, value]) => `    <${name}>${inner(value)}</${name}>\n`).join("")}  </item>\n`);
    return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root}>\n${entries.join("")}</${root}>\n`;
  }
  return JSON.stringify(list, null, 2);
}

playground.payload = { read, rows, write };
})(globalThis.playground ??= {});
