/* Made by `cargo run generate` from templates/site/playground/rust.js. Do not edit: change the source and run it again. */

// The call of the Rust client that a program in Rust makes, laid out as the generated examples are: what the Rust backend
// does with tokens and a formatter (generator/src/backend/rust/examples.rs).
(function (playground) {
"use strict";

const { model, code } = playground;
const facts = code.rust;
const MARGIN = 89;
const LEAST = 60;
const INDENT = 4;
/* The body of a function, which is taken off at the end. */
const BODY = 4;

/* --- layout: boxes whose breaks are all taken when what is in them does not fit on the line */

const box = (offset, ...inner) => ({ offset, inner: inner.flat(9) });
const soft = { break: 0 };

/* Items between brackets, each on its own line when they do not fit. */
function items(list) {
  if (!list.length) return [];
  const parts = list.flatMap((one, at) => [one, at < list.length - 1 ? [",", { break: 1 }] : { break: 0, before: ",", back: INDENT }]);
  return box(INDENT, soft, parts);
}

function flatten(node, out) {
  if (Array.isArray(node)) node.forEach((one) => flatten(one, out));
  else if (node.inner) {
    out.push({ begin: node });
    flatten(node.inner, out);
    out.push({ end: true });
  } else out.push(node);
  return out;
}

const width = (token) => (typeof token === "string" ? new TextEncoder().encode(token).length : token.break ?? 0);

function layout(node) {
  const tokens = flatten(node, []);
  /* How much follows from a place up to where a line could end. */
  const room = (from) => {
    let depth = 0;
    let sum = 0;
    for (let at = from; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token.begin) depth += 1;
      else if (token.end) depth -= 1;
      else if (depth <= 0 && at > from && token.break !== undefined) break;
      else sum += width(token);
    }
    return sum;
  };
  let [out, indent, space] = ["", BODY, MARGIN - BODY];
  const stack = [];
  tokens.forEach((token, at) => {
    if (token.begin) {
      const broken = room(at) > space;
      stack.push({ broken, indent });
      if (broken) indent += token.begin.offset;
    } else if (token.end) {
      indent = stack.pop().indent;
    } else if (typeof token === "string") {
      out += token;
      space -= width(token);
    } else if (stack.at(-1)?.broken) {
      const column = indent - (token.back ?? 0);
      out += `${token.before ?? ""}\n${" ".repeat(column)}`;
      space = Math.max(MARGIN - column, LEAST);
    } else {
      out += " ".repeat(token.break);
      space -= token.break;
    }
  });
  return out.split("\n").map((line, at) => (at ? line.slice(BODY) : line)).join("\n");
}

/* --- expressions */

function text(value) {
  const escaped = [...value].map((one) => {
    const known = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\"": "\\\"", "\\": "\\\\", "\0": "\\0" }[one];
    if (known) return known;
    return one !== " " && /[\p{C}\p{Z}]/u.test(one) ? `\\u{${one.codePointAt(0).toString(16)}}` : one;
  });
  return `"${escaped.join("")}"`;
}

/* Lists and tuples stay on the line of the call that they are the only argument of. */
const list = (of) => ({ only: true, node: ["[", items(of.map((one) => one.node)), "]"] });
const tuple = (of) => ({ only: true, node: ["(", items(of.map((one) => one.node)), ")"] });
const plain = (node) => ({ only: false, node });

function passed(of) {
  return ["(", of.length === 1 && of[0].only ? of[0].node : items(of.map((one) => one.node)), ")"];
}

const call = (path, of) => [path, passed(of)];

/* A chain of calls behind what it starts with. */
function chain(start, calls) {
  if (!calls.length) return start;
  return box(INDENT, start, calls.map(([name, of]) => [soft, `.${name}`, of ? box(0, passed(of)) : []]));
}

function scalar(type, value) {
  if (type.kind === "integer") return plain(/^[+-]?\d+$/.test(value) ? String(BigInt(value)) : text(value));
  if (type.kind === "boolean") return plain(["1", "true", "TRUE"].includes(value) ? "true" : "false");
  if (type.kind === "enum") {
    const path = facts.paths[type.of];
    const variant = facts.variants[type.of]?.[value];
    return plain(variant ? `${path}::${variant}` : call(`${path}::from`, [plain(text(value))]));
  }
  return plain(text(value));
}

const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function cell(type, given) {
  // In CSV a map is one cell: `visit:1,diary:2`.
  const value = type.kind === "map" && typeof given === "string"
    ? Object.fromEntries(given.split(",").filter(Boolean).map((pair) => pair.split(":")))
    : given;
  if (type.kind === "map" && value && typeof value === "object") {
    return list(Object.entries(value).map(([name, inner]) => tuple([plain(text(name)), cell(type.of, inner)])));
  }
  return scalar(type, asText(value));
}

function item(shape, row) {
  const given = facts.columns[shape].filter((column) => column.name in row);
  const required = given.filter((column) => !column.setter).map((column) => cell(column.type, row[column.name]));
  const optional = given.filter((column) => column.setter).map((column) => [column.setter, [cell(column.type, row[column.name])]]);
  return plain(chain(call(`${facts.paths[shape]}::new`, required), optional));
}

function argument(parameter, value, rows) {
  const { kind, of } = parameter.type;
  const one = Array.isArray(value) ? value[0] ?? "" : value;
  if (kind === "list" && Array.isArray(value)) return list(value.map((entry) => scalar(of, entry)));
  if (kind === "payload") return list(rows(one).map((row) => item(of, row)));
  if (kind === "payload_item") return rows(one).length ? item(of, rows(one)[0]) : plain(text(""));
  if (kind === "payload_records") {
    const record = (row) => plain(call("redcap::Record::from", [
      list(Object.entries(row).map(([name, entry]) => tuple([plain(text(name)), plain(text(asText(entry)))]))),
    ]));
    return list(rows(one).map(record));
  }
  if (kind === "file") return plain(call("redcap::Upload::path", [plain(text(one))]));
  return scalar(parameter.type, one);
}

/* The statement, and whether it ends with a document in the format that was chosen. */
function statement(method, values) {
  const known = facts.methods[method.id];
  const value = (name) => values.find(([other]) => other === name)?.[1];
  const payload = method.parameters.find(model.isPayload);
  const format = model.single(values, "format") ?? "json";
  const rows = (document) => playground.payload.rows(document, payload ? format : "json", true);
  const made = (name) => (value(name) === undefined ? plain("\"\"") : argument(model.parameter(method, name), value(name), rows));
  const calls = [[method.id, known.arguments.map(made)]];
  for (const [name, setter] of known.setters) {
    if (value(name) === undefined) continue;
    calls.push([setter, model.parameter(method, name).encoding === "presence" ? [] : [made(name)]]);
  }
  for (const [name, given] of values) {
    if (!model.parameter(method, name)) calls.push(["field", [name, Array.isArray(given) ? given[0] ?? "" : given].map((one) => plain(text(one)))]);
  }
  const chosen = known.finishes.find(({ when }) => when && value(when[0]) === when[1]) ?? known.finishes[0];
  const document = known.documents.includes(format) && !chosen?.when ? format : undefined;
  calls.push([document ?? chosen?.name ?? "send", []], ["await"]);
  const silent = chosen?.silent && !document;
  return { call: layout([silent ? "" : "let answer = ", chain("client", calls), "?;"]), document: Boolean(document) };
}

playground.rust = { statement };
})(globalThis.playground ??= {});
