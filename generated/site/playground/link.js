/* Made by `cargo run generate` from templates/site/playground/link.js. Do not edit: change the source and run it again. */

// The form in the address of the page, behind `#`, where no server sees it. What may tell of a person is left out.
(function (playground) {
"use strict";

const { model } = playground;
const METHOD = "method";

/* What a link may hold: nothing that is sensitive, nor what the spec does not know. */
function split(method, values) {
  const may = ([name]) => {
    const known = model.parameter(method, name);
    return known && !model.isSensitive(known);
  };
  return { kept: values.filter(may), left: values.filter((one) => !may(one)).map(([name]) => name) };
}

/* The fragment for a form. */
function write(method, values) {
  const pairs = new URLSearchParams([[METHOD, method.id]]);
  for (const [name, value] of split(method, values).kept) {
    if (typeof value === "string") pairs.append(name, value);
    else value.forEach((item, at) => pairs.append(`${name}[${at}]`, item));
  }
  return `#${pairs}`;
}

/* The method and the values of a fragment; undefined when it names no method. */
function read(fragment) {
  const [first, ...others] = new URLSearchParams(fragment.replace(/^#/, ""));
  const method = first?.[0] === METHOD ? model.methods.get(first[1]) : undefined;
  if (!method) return undefined;
  const values = new Map();
  for (const [field, value] of others) {
    const name = field.replace(/\[\d+\]$/, "");
    const known = model.parameter(method, name);
    if (!known || model.isSensitive(known)) continue;
    if (known.type.kind === "list") values.set(name, [...(values.get(name) ?? []), value]);
    else values.set(name, value);
  }
  // In the order of the parameters, whatever the order of the link.
  const order = [...new Set(method.parameters.map((one) => one.name))].filter((name) => values.has(name));
  return { method, values: order.map((name) => [name, values.get(name)]), bare: !others.length };
}

playground.link = { write, read, split };
})(globalThis.playground ??= {});
