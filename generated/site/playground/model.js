/* Made by `cargo run generate` from templates/site/playground/model.js. Do not edit: change the source and run it again. */

// The API as the spec tells it, and what a call of it sends. Values are pairs of a wire name and a text, or a list of texts,
// in the order of the parameters; the value of a file is its name.
(function (playground) {
"use strict";

const { api } = playground;
// The file has each parameter once.
for (const method of api.methods) method.parameters = method.parameters.map((place) => api.parameters[place]);
const index = (list) => new Map(list.map((one) => [one.id, one]));
const methods = index(api.methods);
const enums = index(api.enums);
const scalars = index(api.scalars);
const shapes = index(api.shapes);
const rights = new Map(api.rights);
const PAYLOADS = ["payload", "payload_item", "payload_records"];

/* Compares versions as numbers. */
function compare(one, other) {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/* Whether something lives in a version; without a version, today. */
function lives(life, version) {
  if (!version) return !life.until;
  return compare(life.since, version) <= 0 && (!life.until || compare(version, life.until) < 0);
}

const isPayload = (parameter) => PAYLOADS.includes(parameter.type.kind);
const isFile = (parameter) => parameter.type.kind === "file";

/* Whether a value must not be in a link: it may be a secret, or tell of a person. */
function isSensitive(parameter) {
  const inner = (type) => (type.kind === "scalar" ? scalars.get(type.of)?.sensitive : typeof type.of === "object" && inner(type.of));
  return Boolean(parameter.sensitive || isPayload(parameter) || isFile(parameter) || inner(parameter.type));
}

/* What of a method lives in a version; of a method that is gone, without a version, all. */
function living(method, list, version, life = (one) => one.life) {
  return list.filter((one) => (method.life.until && !version) || lives(life(one), version));
}

/* The parameters of a method in a version. One that lived twice is shown as it was last. */
function parameters(method, version) {
  const alive = living(method, method.parameters, version);
  return alive.filter((one, at) => !alive.slice(at + 1).some((other) => other.name === one.name));
}

function parameter(method, name) {
  return method.parameters.find((one) => one.name === name);
}

function allowed(parameter, version) {
  const type = parameter.type.kind === "list" ? parameter.type.of : parameter.type;
  return (enums.get(type.of)?.values ?? []).filter((one) => lives(one.life, version));
}

/* The fields of the form, but for the token and a file. */
function fields(method, values) {
  const form = [{ name: "content", value: method.content }];
  if (method.action) form.push({ name: "action", value: method.action });
  for (const [name, value] of values) {
    const known = parameter(method, name);
    const push = (field, text) => form.push({ name: field, value: text, parameter: known });
    if (known && isFile(known)) continue;
    if (typeof value === "string") push(name, value);
    else if (known?.encoding === "comma") push(name, value.join(","));
    else value.forEach((item, at) => push(`${name}[${at}]`, item));
  }
  return form;
}

/* Titles of the rights that a method needs. */
function rightsOf(method, version) {
  return living(method, method.rights, version, ([, life]) => life).map(([id]) => rights.get(id));
}

function single(values, name) {
  const found = values.find(([other]) => other === name)?.[1];
  return typeof found === "string" ? found : undefined;
}

/* What comes back. */
function answer(method, values, version) {
  const format = single(values, "format") ?? "json";
  const fits = (one) => (!one.formats.length || one.formats.includes(format))
    && (!one.when || single(values, one.when[0]) === one.when[1]);
  const found = living(method, method.returns, version).find(fits) ?? method.returns[0];
  const what = found?.answer;
  let kind = "text";
  if (["list", "records"].includes(what) && format === "json") kind = "rows";
  else if (["object", "texts", "any"].includes(what) && format === "json") kind = "json";
  else if (what === "file") kind = "file";
  else if (what === "empty") kind = "nothing";
  return { kind, what, doc: found?.meaning ?? "", save_as: kind === "file" ? method.save_as : "" };
}

/* What templates see of a method; see generator/src/backend/samples/context.rs. */
function context(method, values, version) {
  let explained = "";
  const seen = fields(method, values).map(({ name, value, parameter: known }) => {
    const doc = known && known.name !== explained ? known.short : "";
    explained = known?.name ?? "";
    return { name, value, doc, required: !known || known.need === "required" };
  });
  const file = method.parameters.find(isFile);
  const chosen = file && single(values, file.name);
  return {
    id: method.id,
    title: method.title,
    summary: method.summary,
    group: method.group,
    group_title: api.groups.find((group) => group.id === method.group)?.title ?? "",
    token: method.token,
    effect: method.effect,
    destructive: method.destructive,
    rights: rightsOf(method, version),
    since: method.life.words,
    fields: seen,
    file: chosen ? { field: file.name, name: chosen, doc: file.short } : null,
    answer: answer(method, values, version),
  };
}

playground.model = { methods, enums, scalars, shapes, rightsOf, compare, lives, isPayload, isFile, isSensitive, parameters, parameter, allowed, fields, single, answer, context };
})(globalThis.playground ??= {});
