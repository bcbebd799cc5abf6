/* Made by `cargo run generate` from templates/site/playground/xml.js. Do not edit: change the source and run it again. */

// Reads XML: what REDCap's documents are made of. The parser of browsers would do, but what it makes of a mistake has a
// style of its own, which the page forbids.
(function (playground) {
"use strict";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };
const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;
const SKIPPED = [["<?", "?>"], ["<!--", "-->"], ["<!DOCTYPE", ">"]];

function fail(text, at, why) {
  throw new Error(`This is no XML: ${why} in line ${text.slice(0, at).split("\n").length}.`);
}

function decoded(source, text, at) {
  return text.replace(/&([^;\s&]*);?/g, (whole, name) => {
    if (!whole.endsWith(";")) fail(source, at, "& is not written as &amp;");
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const code = number && Number.parseInt(number[1] ?? number[2], number[1] ? 16 : 10);
    if (number && code <= 0x10ffff) return String.fromCodePoint(code);
    return ENTITIES[name] ?? fail(source, at, `&${name}; is not known`);
  });
}

/* The outermost element: `name`, `children` and `text`. Attributes are read and left out. */
function parse(source) {
  const text = source.replace(/^\ufeff/, "");
  let at = 0;
  const expect = (mark, why) => {
    if (!text.startsWith(mark, at)) fail(text, at, why);
    at += mark.length;
  };
  const until = (mark, why) => {
    const end = text.indexOf(mark, at);
    if (end < 0) fail(text, at, why);
    const found = text.slice(at, end);
    at = end + mark.length;
    return found;
  };
  const blanks = () => { while (/\s/.test(text[at] ?? "")) at += 1; };
  const name = () => {
    NAME.lastIndex = at;
    const found = NAME.exec(text)?.[0];
    if (!found) fail(text, at, "a name is missing");
    at += found.length;
    return found;
  };
  const skip = () => {
    const kind = SKIPPED.find(([begin]) => text.startsWith(begin, at));
    if (kind) until(kind[1], `${kind[0]} does not end`);
    return Boolean(kind);
  };
  const between = () => { do blanks(); while (skip()); };

  const attributes = () => {
    for (blanks(); text[at] !== ">" && !text.startsWith("/>", at); blanks()) {
      name();
      blanks();
      expect("=", "an attribute has no value");
      blanks();
      const quote = text[at];
      if (quote !== "\"" && quote !== "'") fail(text, at, "the value of an attribute has no quotes");
      at += 1;
      const value = until(quote, "the value of an attribute does not end");
      if (value.includes("<")) fail(text, at, "< is not written as &lt;");
      decoded(text, value, at);
    }
  };

  /* An element whose name is open, and so on for those inside: without recursion, since documents can be deep. */
  const document = { name: "", children: [], text: "" };
  const open = [document];
  between();
  do {
    const inner = open.at(-1);
    if (text.startsWith("<![CDATA[", at)) {
      at += 9;
      inner.text += until("]]>", "a CDATA section does not end");
    } else if (text.startsWith("</", at)) {
      at += 2;
      const closed = name();
      blanks();
      expect(">", "a tag does not end");
      if (closed !== inner.name) fail(text, at, `</${closed}> ends <${inner.name}>`);
      open.pop();
    } else if (text[at] === "<") {
      if (skip()) continue;
      at += 1;
      const element = { name: name(), children: [], text: "" };
      attributes();
      inner.children.push(element);
      if (text[at] === ">") open.push(element);
      expect(text[at] === ">" ? ">" : "/>", "a tag does not end");
    } else {
      const end = text.indexOf("<", at);
      if (end < 0 || open.length === 1) fail(text, at, open.length === 1 ? "there is no element" : `<${inner.name}> does not end`);
      inner.text += decoded(text, text.slice(at, end), at);
      at = end;
    }
  } while (open.length > 1);
  between();
  if (at < text.length) fail(text, at, "something follows the outermost element");
  return document.children[0];
}

playground.xml = { parse };
})(globalThis.playground ??= {});
