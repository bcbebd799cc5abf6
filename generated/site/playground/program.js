/* Made by `cargo run generate` from templates/site/playground/program.js. Do not edit: change the source and run it again. */

// A call as a program: the values of the form, the templates of the language, and for Rust the call of its client.
(function (playground) {
"use strict";

const { model, engine, rust, code } = playground;

/* The program in a language. The engine must have been started. */
function write(language, method, values, version) {
  const seen = model.context(method, values, version);
  const called = rust.statement(method, values);
  // A document is shown as ODM is, as the text that it is.
  const answer = called.document && language.id === "rust" ? { ...seen.answer, what: "odm" } : seen.answer;
  return engine.render(language, { ...seen, answer, client_call: called.call });
}

playground.program = { write, languages: code.languages };
})(globalThis.playground ??= {});
