/* Made by `cargo run generate` from templates/site/playground/form.js. Do not edit: change the source and run it again. */

// The form of a method: a control for each parameter, what is wrong with it, and the values that it makes.
(function (playground) {
"use strict";

const { model, dom, payload } = playground;
const { make, inline, blocks } = dom;
const conditions = new Map(playground.api.conditions.map(([id, title, meaning]) => [id, { title, meaning }]));
const NEEDS = { required: "required", conditional: "conditional", defaulted: "has a default", optional: "optional" };

/* --- what is wrong with a value; undefined for nothing */

const STAMP = { "YYYY-MM-DD HH:MM": /^\d{4}-\d\d-\d\d \d\d:\d\d$/, "YYYY-MM-DD HH:MM:SS": /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, "YYYY-MM-DD": /^\d{4}-\d\d-\d\d$/ };

function wrongText(parameter, type, text) {
  if (parameter.max_length && [...text].length > parameter.max_length) return `At most ${parameter.max_length} characters.`;
  if (type.kind === "integer" && !/^-?\d+$/.test(text)) return "A whole number, in digits.";
  if (type.kind === "datetime" && STAMP[parameter.pattern] && !STAMP[parameter.pattern].test(text)) return `A time as ${parameter.pattern}.`;
  if (type.kind === "odm") {
    try {
      payload.read(text, "xml");
    } catch (error) {
      return error.message;
    }
  }
  return undefined;
}

function wrongPayload(parameter, text, format) {
  if (format === "odm") return wrongText(parameter, { kind: "odm" }, text);
  const { kind, of } = parameter.type;
  try {
    const rows = payload.read(text, format, kind === "payload_item");
    const needed = (model.shapes.get(of)?.columns ?? []).filter((column) => column.required).map((column) => column.name);
    for (const [at, row] of rows.entries()) {
      const missing = needed.find((name) => !(name in row));
      if (missing) return `Item ${at + 1} lacks ${missing}.`;
    }
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/* What is wrong with the value of a parameter. */
function problem(parameter, value, format) {
  if (value === undefined) return parameter.need === "required" ? "This is required." : undefined;
  if (model.isPayload(parameter)) return wrongPayload(parameter, value, format);
  const type = parameter.type.kind === "list" ? parameter.type.of : parameter.type;
  return [value].flat().map((text) => wrongText(parameter, type, text)).find(Boolean);
}

/* --- controls: each gives its value, or undefined for what is not sent */

function choice(parameter, version, described) {
  const usual = parameter.default !== undefined ? parameter.default.replace(/^\W$/, "“$&”") : parameter.absent;
  const absent = usual ? `not sent: ${usual}` : "not sent";
  const { kind } = parameter.type;
  const values = kind === "boolean"
    ? booleans(parameter.encoding).map((value) => ({ value }))
    : model.allowed(parameter, version);
  const shown = (one) => {
    const meaning = (one.meaning ?? "").replaceAll("`", "").replace(/\.$/, "");
    return meaning && meaning.toLowerCase() !== one.value ? `${one.value} – ${meaning}` : one.value;
  };
  const known = new Set(values.map((one) => one.value));
  const select = make("select", described, make("option", { value: "" }, parameter.need === "required" ? "choose" : absent),
    values.map((one) => make("option", { value: one.value }, shown(one))));
  return {
    element: select,
    get: () => select.value || undefined,
    set: (value) => {
      if (value && !known.has(value)) select.append(make("option", { value }, `${value} – not known`));
      select.value = value ?? "";
    },
  };
}

function booleans(encoding) {
  return { zero_one: ["1", "0"], upper_true_false: ["TRUE", "FALSE"], presence: ["true"] }[encoding] ?? ["true", "false"];
}

function line(parameter, type, described) {
  const hint = parameter.example ?? model.scalars.get(type.of)?.example;
  const input = make("input", { ...described, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    inputmode: type.kind === "integer" ? "numeric" : false, placeholder: hint ? `such as ${hint}` : false });
  return { element: input, get: () => input.value || undefined, set: (value) => { input.value = value ?? ""; } };
}

/* A time: typed as the server wants it, or picked from the browser's calendar. */
function time(parameter, type, described, changed) {
  const typed = line({ ...parameter, example: parameter.example ?? parameter.pattern }, type, described);
  const seconds = parameter.pattern?.endsWith("SS");
  const picker = make("input", { type: "datetime-local", step: seconds ? "1" : "60", class: "picker", "aria-label": `${parameter.name}: pick a time` });
  picker.addEventListener("input", () => {
    const [day, clock] = picker.value.split("T");
    if (!clock) return;
    const full = clock.length === 5 && seconds ? `${clock}:00` : clock;
    typed.set(`${day} ${seconds ? full : full.slice(0, 5)}`);
    changed();
  });
  return { ...typed, focus: typed.element, element: make("div", { class: "beside" }, typed.element, picker) };
}

function list(parameter, version, described, changed) {
  const type = parameter.type.of;
  const rows = make("div", { class: "items" });
  const one = { ...parameter, type, need: "required" };
  let controls = [];
  const add = (value) => {
    const label = { ...described, id: false, "aria-label": `${parameter.name}, item ${controls.length + 1}` };
    const control = type.kind === "enum" ? choice(one, version, label) : line(one, type, label);
    control.set(value);
    const row = make("div", { class: "item" }, control.element, make("button", { type: "button", "aria-label": `Remove this item of ${parameter.name}`, onclick: () => {
      controls = controls.filter((other) => other !== control);
      row.remove();
      changed();
      adder.focus();
    } }, "Remove"));
    rows.append(row);
    controls.push(control);
    return control;
  };
  const adder = make("button", { type: "button", id: described.id, "aria-describedby": described["aria-describedby"], onclick: () => { add("").element.focus(); changed(); } }, `Add to ${parameter.name}`);
  return {
    element: make("div", {}, rows, adder),
    focus: adder,
    get: () => {
      const values = controls.map((control) => control.get()).filter((value) => value !== undefined);
      return values.length ? values : undefined;
    },
    set: (values) => {
      controls = [];
      rows.replaceChildren();
      [values ?? []].flat().forEach(add);
    },
  };
}

function area(parameter, described) {
  const input = make("textarea", { ...described, rows: "9", spellcheck: "false", autocomplete: "off", autocapitalize: "off", wrap: "off" });
  return { element: input, get: () => input.value || undefined, set: (value) => { input.value = value ?? ""; } };
}

/* A document in the format that is chosen beside it. */
function editor(method, parameter, described, context) {
  const typed = area(parameter, described);
  const root = model.shapes.get(parameter.type.of)?.root ?? "records";
  let format = context.format();
  const example = method.examples.find((one) => one.parameters.some(([name]) => name === parameter.name));
  const starter = make("button", { type: "button", onclick: () => {
    const { parameters } = example;
    const [, text] = parameters.find(([name]) => name === parameter.name);
    const rows = payload.rows(text, model.single(parameters, "format") ?? "json", true);
    typed.set(payload.write(rows, context.format(), root));
    context.changed();
  } }, "Start with the example");
  return {
    ...typed,
    focus: typed.element,
    element: make("div", {}, typed.element, example && make("p", { class: "tools" }, starter)),
    /* When another format is chosen, what can be read is written in that one. */
    refresh: () => {
      const next = context.format();
      if (next === format) return;
      const rows = payload.rows(typed.get() ?? "", format, true);
      if (rows.length && next !== "odm") typed.set(payload.write(rows, next, root));
      format = next;
    },
    started: () => { format = context.format(); },
  };
}

function upload(parameter, described) {
  const input = make("input", { ...described, type: "file" });
  const chosen = make("span", { class: "soft" });
  let file;
  const show = (text) => { chosen.textContent = text; };
  input.addEventListener("change", () => { file = input.files[0]; show(""); });
  return {
    element: make("div", { class: "beside" }, input, chosen),
    focus: input,
    get: () => file?.name,
    file: () => file,
    set: (value, content) => {
      file = value && content !== undefined ? new File([content], value, { type: "text/plain" }) : undefined;
      input.value = "";
      show(file ? `${file.name}, ${file.size} bytes, from the example` : "");
    },
  };
}

function control(method, parameter, described, context) {
  const { kind } = parameter.type;
  if (model.isPayload(parameter)) return editor(method, parameter, described, context);
  if (kind === "enum" || kind === "boolean") return choice(parameter, context.version, described);
  if (kind === "list") return list(parameter, context.version, described, context.changed);
  if (kind === "file") return upload(parameter, described);
  if (kind === "odm") return area(parameter, described);
  if (kind === "datetime") return time(parameter, parameter.type, described, context.changed);
  return line(parameter, parameter.type, described);
}

/* --- rows */

function explanation(parameter, id) {
  const condition = conditions.get(parameter.when);
  const short = parameter.short.replace(/\s+/g, " ");
  const longer = parameter.doc.replace(/\s+/g, " ") !== short;
  return make("div", { class: "doc", id },
    make("p", {}, inline(short), condition && [` ${parameter.need === "conditional" ? "Needed in" : "For"} ${condition.title}. `]),
    parameter.deprecated && make("p", {}, "Deprecated: ", inline(parameter.deprecated)),
    (longer || condition) && make("details", {}, make("summary", {}, "More"), longer && blocks(parameter.doc),
      condition && make("p", {}, `${condition.title[0].toUpperCase()}${condition.title.slice(1)}: `, inline(condition.meaning))));
}

/* The form. `changed` is called after each change. */
function build(container, method, version, changed) {
  const rows = [];
  const extras = [];
  const value = (name) => rows.find((row) => row.parameter.name === name)?.control.get();
  const formatOf = () => {
    const chooser = method.parameters.find((one) => one.role === "format");
    return chooser ? value(chooser.name) ?? chooser.default ?? "xml" : "json";
  };
  const update = () => {
    rows.forEach((row) => row.control.refresh?.());
    show();
    changed();
  };
  const context = { version, changed: update, format: formatOf };

  const row = (parameter) => {
    const id = `p-${parameter.name}`;
    const described = { id, "aria-describedby": `${id}-doc ${id}-problem` };
    const made = control(method, parameter, described, context);
    const said = make("p", { class: "problem", id: `${id}-problem` });
    const label = make(parameter.type.kind === "list" ? "span" : "label", parameter.type.kind === "list" ? { id: `${id}-name` } : { for: id }, make("code", {}, parameter.name));
    const tags = [make("span", { class: `tag ${parameter.need}` }, NEEDS[parameter.need])];
    if (parameter.life.since !== method.life.since || parameter.life.until) tags.push(make("span", { class: "tag" }, parameter.life.words));
    const element = make("div", { class: "field", "data-name": parameter.name }, make("p", { class: "name" }, label, tags), explanation(parameter, `${id}-doc`), made.element, said);
    if (parameter.type.kind === "list") {
      element.setAttribute("role", "group");
      element.setAttribute("aria-labelledby", `${id}-name`);
    }
    const entry = { parameter, control: made, said, touched: false, element };
    const heard = () => { entry.touched = true; update(); };
    element.addEventListener("input", heard);
    element.addEventListener("change", heard);
    rows.push(entry);
  };

  model.parameters(method, version).forEach(row);
  const rules = make("div", {});
  const place = make("div", {});
  container.replaceChildren(place, rules);

  /* What is optional and not filled in stands aside, if there is much of it. */
  let more;
  const arrange = () => {
    const aside = rows.filter((one) => one.parameter.need === "optional" && !model.isPayload(one.parameter) && one.control.get() === undefined);
    const few = aside.length < 3 || (aside.length === rows.length && aside.length < 5);
    const first = rows.filter((one) => few || !aside.includes(one)).map((one) => one.element);
    more = few ? undefined : make("details", { class: "more" }, make("summary", {}, `${first.length ? "More" : "Optional"} parameters (${aside.length})`), aside.map((one) => one.element));
    place.replaceChildren(...first, ...(more ? [more] : []));
    if (!rows.length && !method.open) place.append(make("p", { class: "soft" }, "This method has no parameters."));
  };

  /* Fields that an external module takes, which the spec cannot know. */
  if (method.open) {
    const further = make("div", { class: "items" });
    const add = (name = "", text = "") => {
      const inputs = [["name", name], ["value", text]].map(([what, given]) => {
        const input = make("input", { type: "text", autocomplete: "off", spellcheck: "false", "aria-label": `Further field ${extras.length + 1}, ${what}`, placeholder: what });
        input.value = given;
        return input;
      });
      const entry = { name: () => inputs[0].value, text: () => inputs[1].value };
      const element = make("div", { class: "item" }, inputs, make("button", { type: "button", "aria-label": "Remove this field", onclick: () => { extras.splice(extras.indexOf(entry), 1); element.remove(); update(); } }, "Remove"));
      element.addEventListener("input", update);
      extras.push(entry);
      further.append(element);
    };
    extras.add = add;
    extras.clear = () => { extras.length = 0; further.replaceChildren(); };
    container.append(make("div", { class: "field" }, make("p", { class: "name" }, "Further fields"),
      make("div", { class: "doc" }, make("p", {}, "Any other field is passed on as it is.")), further, make("button", { type: "button", onclick: () => { add(); update(); } }, "Add a field")));
  }

  const values = () => {
    const found = rows.map((one) => [one.parameter.name, one.control.get()]).filter(([, given]) => given !== undefined);
    return [...found, ...extras.filter((one) => one.name()).map((one) => [one.name(), one.text()])];
  };

  /* Rules over several parameters that are broken. */
  const broken = () => {
    const sent = new Set(values().map(([name]) => name));
    return method.requires.filter((rule) => rule.when.every((name) => sent.has(name)) && !rule.one_of.some((name) => sent.has(name)));
  };

  const problems = () => [
    ...rows.map((one) => ({ row: one, text: problem(one.parameter, one.control.get(), formatOf()) })).filter((one) => one.text),
    ...broken().map((rule) => ({ row: rows.find((one) => rule.one_of.includes(one.parameter.name)), text: rule.why })),
  ];

  /* Shows what is wrong: what is missing only after somebody was there, or tried to send. */
  const show = (all = false) => {
    for (const one of rows) {
      const text = problem(one.parameter, one.control.get(), formatOf());
      const shownText = text && (all || one.touched || one.control.get() !== undefined) ? text : "";
      one.said.textContent = shownText;
      (one.control.focus ?? one.control.element).setAttribute("aria-invalid", String(Boolean(shownText)));
    }
    rules.replaceChildren(...broken().map((rule) => make("p", { class: "note warn" },
      "With ", rule.when.flatMap((name, at) => [at ? " and " : "", make("code", {}, name)]),
      rule.one_of.length > 1 ? ", send one of " : ", send ", rule.one_of.flatMap((name, at) => [at ? ", " : "", make("code", {}, name)]), " too: ", inline(rule.why))));
  };

  /* Puts values in. `content` is that of a file. */
  const fill = (given, content) => {
    const byName = new Map(given);
    // Formats come first, since documents are read in them.
    for (const one of rows) {
      one.touched = false;
      one.control.set(byName.get(one.parameter.name), content);
    }
    rows.forEach((one) => one.control.started?.());
    extras.clear?.();
    given.filter(([name]) => !model.parameter(method, name)).forEach(([name, text]) => extras.add?.(name, text));
    arrange();
    show();
    changed();
  };

  /* Goes to the first mistake. */
  const point = () => {
    show(true);
    const target = problems()[0]?.row;
    if (!target) return;
    if (more?.contains(target.element)) more.open = true;
    (target.control.focus ?? target.control.element).focus();
  };

  const file = () => {
    const one = rows.find((entry) => model.isFile(entry.parameter));
    return one?.control.file() && { name: one.parameter.name, file: one.control.file() };
  };

  return { values, problems, fill, point, file, format: formatOf };
}

playground.form = { build, problem };
})(globalThis.playground ??= {});
