/* Made by `cargo run generate` from templates/site/playground/highlight.js. Do not edit: change the source and run it again. */

// Marks comments and texts in a program, from what the language says of both.
(function (playground) {
"use strict";

const { make } = playground.dom;

/* Where a text in a style ends that begins at a place; undefined when it does not end on its line. */
function end(style, text, from) {
  const escapes = Object.values(style.escapes ?? {}).filter((one) => one.length > 1);
  let at = from + style.start.length;
  while (at < text.length && text[at] !== "\n") {
    const escape = escapes.find((one) => text.startsWith(one, at));
    if (escape) at += escape.length;
    else if (text.startsWith(style.end, at)) return at + style.end.length;
    else if (text[at] === "\\" && "\\" in (style.escapes ?? {})) at += 2;
    else at += 1;
  }
  return undefined;
}

/* The program as pieces, with elements for comments and texts. */
function mark(language, text) {
  const note = language.line_comment.start.trim();
  const styles = language.strings.filter((style) => style.start.length < 3 && style.start.trim());
  const pieces = [];
  let plain = "";
  const put = (kind, piece) => {
    if (plain) pieces.push(plain);
    plain = "";
    pieces.push(make("span", { class: kind }, piece));
  };
  let at = 0;
  while (at < text.length) {
    const begins = at === 0 || /\s/.test(text[at - 1]);
    if (begins && text.startsWith(note, at)) {
      const stop = text.indexOf("\n", at);
      const last = stop < 0 ? text.length : stop;
      put("code-note", text.slice(at, last));
      at = last;
      continue;
    }
    const style = styles.find((one) => text.startsWith(one.start, at));
    const stop = style && end(style, text, at);
    if (stop) {
      put("code-text", text.slice(at, stop));
      at = stop;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) pieces.push(plain);
  return pieces;
}

playground.highlight = { mark };
})(globalThis.playground ??= {});
