/* Made by `cargo run generate` from templates/site/playground/engine.js. Do not edit: change the source and run it again. */

// Writes a call as a program in any language, from the templates and the data of generated/examples. What Rust does there
// for the templates (generator/src/backend/samples/) is done here once more; tests/site/equality.cjs holds both together.
(function (playground) {
"use strict";

const WIDTH = 100;
const BLANKS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const CONTROL = /^\p{Cc}$/u;
const INVISIBLE = /^[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]$/u;

const length = (text) => [...text].length;
const code = (one) => one.codePointAt(0);

/* Fills a pattern for a character: `{utf16:…}` and `{utf8:…}` repeat what is inside for each unit. */
function fill(pattern, one) {
  for (const [mark, units] of [["{utf16:", one.split("").map((unit) => unit.charCodeAt(0))], ["{utf8:", [...new TextEncoder().encode(one)]]]) {
    const at = pattern.indexOf(mark);
    if (at < 0) continue;
    const rest = pattern.slice(at + mark.length);
    const end = rest.lastIndexOf("}");
    const inner = end < 0 ? rest : rest.slice(0, end);
    const after = end < 0 ? "" : rest.slice(end + 1);
    return number(pattern.slice(0, at), code(one)) + units.map((unit) => number(inner, unit)).join("") + number(after, code(one));
  }
  return number(pattern, code(one));
}

function number(pattern, value) {
  const padded = (base, width) => value.toString(base).padStart(width, "0");
  const known = { hex: () => padded(16, 1), hex2: () => padded(16, 2), hex4: () => padded(16, 4), hex8: () => padded(16, 8), oct3: () => padded(8, 3), dec: () => padded(10, 1) };
  return pattern.replace(/\{(hex8|hex4|hex2|hex|oct3|dec)\}/g, (_, name) => known[name]());
}

/* A text in one style; undefined when it cannot be written so. */
function write(style, text) {
  const escapes = Object.entries(style.escapes ?? {}).sort((one, other) => other[0].length - one[0].length);
  let out = style.start;
  let rest = text;
  while (rest) {
    const one = String.fromCodePoint(code(rest));
    if ((style.refuse ?? []).includes(one)) return undefined;
    const escape = escapes.find(([from]) => rest.startsWith(from));
    if (escape) {
      out += escape[1];
      rest = rest.slice(escape[0].length);
      continue;
    }
    if (CONTROL.test(one)) {
      if (style.control == null) return undefined;
      out += fill(style.control, one);
    } else {
      const pattern = (code(one) > 0xffff ? style.astral : null)
        ?? (INVISIBLE.test(one) ? style.invisible : null)
        ?? (code(one) > 0x7f ? style.non_ascii : null);
      out += pattern == null ? one : fill(pattern, one);
    }
    rest = rest.slice(one.length);
  }
  return out + style.end;
}

/* A text as the language writes it: in the style that makes it shortest, on a tie in the first. */
function literal(styles, text) {
  let best;
  for (const style of styles) {
    const written = write(style, text);
    if (written !== undefined && (best === undefined || length(written) < length(best))) best = written;
  }
  if (best === undefined) throw new Error("This language cannot write one of the characters.");
  return best;
}

/* A text as comments of one line each, the first where the template stands. */
function comment(style, text, given) {
  const indent = typeof given === "number" ? " ".repeat(given) : given ?? "";
  let clean = text.replace(/\p{Cc}/gu, " ");
  for (const [from, to] of Object.entries(style.escapes ?? {})) clean = clean.replaceAll(from, () => to);
  const before = indent.replaceAll("\t", "    ").length + length(style.start);
  const room = Math.max(20, WIDTH - before - length(style.end ?? ""));
  const lines = [];
  for (const word of clean.split(BLANKS).filter(Boolean)) {
    const last = lines.length - 1;
    if (last >= 0 && length(lines[last]) + 1 + length(word) <= room) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => style.start + line + (style.end ?? "")).join(`\n${indent}`);
}

function name(text) {
  if (!/^[A-Za-z0-9_.-]+$/.test(text)) throw new Error(`\`${text}\` is no name`);
  return text;
}

/* An id of the spec (lower_snake_case) in the style of a language. */
function named(style, id) {
  const words = id.split("_");
  const big = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  switch (style) {
    case "kebab": return words.join("-");
    case "camel": return words[0] + words.slice(1).map(big).join("");
    case "pascal": return words.map(big).join("");
    default: return id;
  }
}

let started;

/* Starts the template engine, once. */
function start() {
  started ??= (async () => {
    const packed = Uint8Array.from(atob(playground.wasm), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    await playground.minijinja.start({ module_or_path: await new Response(stream).arrayBuffer() });
    playground.wasm = undefined;
  })();
  return started;
}

const engines = new Map();

function engine(language) {
  if (engines.has(language.id)) return engines.get(language.id);
  const made = new playground.minijinja.Environment();
  made.trimBlocks = true;
  made.lstripBlocks = true;
  made.keepTrailingNewline = true;
  made.undefinedBehavior = "strict";
  made.addFilter("literal", (text) => literal(language.strings, text));
  made.addFilter("comment", (text, indent) => comment(language.line_comment, text, indent));
  made.addFilter("name", name);
  // The engine's own gives no end to `loop.last`.
  made.addFilter("split", (text, mark) => text.split(mark));
  for (const style of ["snake", "kebab", "camel", "pascal"]) made.addFilter(style, (text) => name(named(style, text)));
  made.addFilter("file_name", (id) => name(fileName(language, id)));
  made.addFilter("rust_code", (text, indent) => text.split("\n").map((line) => " ".repeat(indent ?? 0) + line).join("\n"));
  for (const [file, text] of language.templates) made.addTemplate(`${language.id}/${file}`, text);
  engines.set(language.id, made);
  return made;
}

/* Name of the file for a method. */
function fileName(language, id) {
  return `${named(language.name, id)}.${language.extension}`;
}

/* The program. `method` is what playground.context makes. */
function render(language, method) {
  const values = {
    token_field: playground.api.token_field,
    redcap_version: playground.api.newest,
    language: { id: language.id, title: language.title, library: language.library, extension: language.extension },
    method: { ...method, stem: named(language.name, method.id) },
  };
  const text = engine(language).renderTemplate(`${language.id}/method.jinja`, values);
  return `${text.replace(/\n+$/, "")}\n`;
}

playground.engine = { start, render, fileName, literal, comment };
})(globalThis.playground ??= {});
