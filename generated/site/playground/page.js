/* Made by `cargo run generate` from templates/site/playground/page.js. Do not edit: change the source and run it again. */

// The page: what is chosen leads to a form, the form to a request, the request to code and, when told to, to an answer.
(function (playground) {
"use strict";

const { api, model, dom, form, link, program, engine } = playground;
const { make, get, inline } = dom;
const site = globalThis.site;
const state = { method: undefined, form: undefined, ready: false };

const version = () => document.documentElement.dataset.version || undefined;
/* All versions together have whatever any has. */
const exists = (life) => !version() || model.lives(life, version());
const writes = (method) => method.effect !== "read";
const language = () => program.languages.find((one) => one.id === get("language").value);

/* --- methods */

/* Lists what there is in the version, in production only what reads. The method that is shown is there in any case. */
function listMethods() {
  const production = get("production").checked;
  const shown = api.methods.filter((one) => exists(one.life) && !(production && writes(one)));
  const groups = api.groups.map((group) => [group, shown.filter((one) => one.group === group.id)]).filter(([, of]) => of.length);
  const option = (one, title) => make("option", { value: one.id }, title);
  const { method } = state;
  const alone = method && !shown.includes(method) && option(method, `${method.title} (${exists(method.life) ? "writes" : method.life.words})`);
  get("method").replaceChildren(...[alone].filter(Boolean), ...groups.map(([group, of]) => make("optgroup", { label: group.title }, of.map((one) => option(one, one.title)))));
  if (method) get("method").value = method.id;
  return shown;
}

/* Lists anew. What was chosen stays, unless it writes and must not. */
function relist() {
  const shown = listMethods();
  if (get("production").checked && writes(state.method)) choose(shown.find((one) => one.id === "export_records") ?? shown[0], []);
  else rebuild(state.form.values());
}

function describe(method) {
  get("summary").replaceChildren(...inline(method.summary), " ", make("a", { href: `methods/${method.id}.html` }, "All about it"));
  const effect = { read: "reads", create: "creates", update: "changes", delete: "deletes" }[method.effect] ?? method.effect;
  const badges = [
    [writes(method) ? "warn" : "good", effect],
    method.destructive && ["bad", "cannot be undone"],
    method.token !== "project" && ["plain", { super: "super token", either: "any token" }[method.token]],
    ...model.rightsOf(method, version()).map((right) => ["plain", right]),
    ["plain", method.life.words],
  ];
  get("badges").replaceChildren(...badges.filter(Boolean).map(([kind, text]) => make("span", { class: `tag ${kind}` }, text)));
  const gone = !exists(method.life);
  get("gone").hidden = !gone;
  get("gone").textContent = gone ? `REDCap ${version()} does not have this method: ${method.life.words}.` : "";
  const examples = method.examples.map((one, at) => [one, at]).filter(([one, at]) => !at || exists(one.life));
  get("example").replaceChildren(...examples.map(([one, at]) => make("option", { value: String(at) }, one.title)));
}

/* Shows a method, with values in its form. */
function choose(method, values, content) {
  state.method = method;
  listMethods();
  get("answer").hidden = true;
  rebuild(values, content);
}

function rebuild(values, content) {
  const { method } = state;
  describe(method);
  const known = new Set(model.parameters(method, version()).map((one) => one.name));
  const fitting = values.filter(([name]) => known.has(name) || (method.open && !model.parameter(method, name)));
  state.form = form.build(get("form"), method, version(), update);
  state.form.fill(fitting, content);
}

function fillExample() {
  const example = state.method.examples[Number(get("example").value)];
  rebuild(example.parameters, example.file);
}

/* --- request and code */

function fieldsNow() {
  return model.fields(state.method, state.form.values());
}

function requestText() {
  const lines = fieldsNow().map(({ name, value }) => `${name}: ${value}`);
  const file = state.form.file();
  if (file) lines.push(`${file.name}: file ${file.file.name}, ${file.file.size} bytes`);
  return lines.join("\n");
}

function update() {
  if (!state.form) return;
  const values = state.form.values();
  get("request").textContent = requestText();
  get("body-kind").textContent = state.form.file() ? "As multipart/form-data." : "As application/x-www-form-urlencoded.";
  const { left } = link.split(state.method, values);
  get("link-note").textContent = left.length ? `The link leaves out what may tell of a person: ${left.join(", ")}.` : "";
  showSending();
  // Code and address follow when the typing pauses: documents can be long.
  clearTimeout(state.timer);
  state.timer = setTimeout(follow, 100);
}

function follow() {
  remember(link.write(state.method, state.form.values()));
  showCode();
}

function remember(fragment) {
  try {
    history.replaceState(null, "", fragment);
  } catch {
    // Some browsers do not let pages from a disk; the button still copies the link.
  }
}

function showCode() {
  if (!state.ready) return;
  const chosen = language();
  try {
    const text = program.write(chosen, state.method, state.form.values(), version());
    get("code").replaceChildren(...playground.highlight.mark(chosen, text));
    get("code-note").textContent = `${chosen.library ? `With ${chosen.library}. ` : ""}Address and token come from the environment: REDCAP_API_URL and REDCAP_API_TOKEN.`;
  } catch (error) {
    get("code").textContent = "";
    get("code-note").textContent = String(error.message ?? error);
  }
}

function codeText() {
  showCode();
  return get("code").textContent;
}

/* --- sending */

function showSending(all = false) {
  const address = playground.send.addressProblem(get("address").value.trim());
  const token = playground.send.tokenProblem(get("token").value, state.method);
  const show = (id, text, value) => {
    get(`${id}-problem`).textContent = text && (all || value) ? text : "";
    get(id).setAttribute("aria-invalid", String(Boolean(text && (all || value))));
  };
  show("address", address, get("address").value);
  show("token", token, get("token").value);
  const problems = state.form.problems();
  const blocked = get("production").checked && writes(state.method);
  if (!all) get("send-problem").textContent = "";
  else if (blocked) get("send-problem").textContent = "This method writes, and the project is in production.";
  else if (problems.length) get("send-problem").textContent = `${problems.length === 1 ? "Something is" : `${problems.length} things are`} wrong in the parameters: ${[...new Set(problems.map((one) => one.row?.parameter.name))].filter(Boolean).join(", ")}.`;
  return !address && !token && !problems.length && !blocked;
}

/* Asks for the name of a method that destroys. */
function confirmed(method) {
  if (!method.destructive && method.effect !== "delete") return Promise.resolve(true);
  const dialog = get("confirm");
  const word = get("confirm-word");
  get("confirm-text").textContent = `${method.title} removes or replaces data for good, on ${new URL(get("address").value.trim()).host}.`;
  get("confirm-id").textContent = method.id;
  word.value = "";
  get("confirm-send").disabled = true;
  dialog.returnValue = "";
  dialog.showModal();
  word.focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      done(dialog.returnValue === "send" && word.value === method.id);
    }, { once: true });
  });
}

/* Brings something to the top of its column, which scrolls by itself where there are two. */
function reveal(element) {
  const column = element.closest(".result");
  if (column.scrollHeight > column.clientHeight + 1) column.scrollTop += element.getBoundingClientRect().top - column.getBoundingClientRect().top;
  else element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
}

let running;

async function sendNow() {
  if (running) return;
  const { method } = state;
  if (!showSending(true)) {
    const first = [["address", playground.send.addressProblem(get("address").value.trim())], ["token", playground.send.tokenProblem(get("token").value, method)]].find(([, text]) => text);
    if (state.form.problems().length) state.form.point();
    else if (first) get(first[0]).focus();
    return;
  }
  const saved = model.answer(method, state.form.values(), version()).save_as;
  const call = { address: get("address").value.trim(), fields: fieldsNow(), file: state.form.file() };
  if (!await confirmed(method)) {
    dom.say("Not sent.");
    get("send").focus();
    return;
  }
  running = new AbortController();
  get("send").disabled = true;
  get("stop").hidden = false;
  get("send-problem").textContent = "";
  dom.say("Sending.");
  try {
    const answer = await playground.send.send({ ...call, token: get("token").value, signal: running.signal });
    const shown = playground.answer.show(answer, saved);
    get("answer-status").replaceChildren(...shown.status);
    get("answer-body").replaceChildren(...shown.body);
    if (answer.status >= 400) get("answer-body").append(make("p", {}, make("a", { href: `methods/${method.id}.html#errors` }, "What the errors of this method mean")));
    get("answer").hidden = false;
    reveal(get("answer-title"));
    dom.say(`Status ${answer.status}.`);
  } catch (error) {
    get("send-problem").textContent = error.name === "AbortError"
      ? "Stopped. The server may have carried it out all the same."
      : "No answer came. The server cannot be reached, its certificate is not trusted, it redirected to another address, or it does not let pages of other sites read its answers.";
  } finally {
    running = undefined;
    get("send").disabled = false;
    get("stop").hidden = true;
  }
}

/* The sandbox serves this page itself, and says which tokens there are to play with. */
function meetSandbox() {
  const { sandbox } = playground;
  if (!sandbox || !location.protocol.startsWith("http")) return;
  showTab(1);
  get("address").value = new URL(sandbox.path, location.href).href;
  get("sandbox-note").hidden = false;
  get("sandbox-note").textContent = `This is the sandbox, REDCap ${sandbox.version}. Everything in it is made up: try what you like.`;
  if (!sandbox.tokens.length) return;
  const chooser = get("sandbox-token");
  const projects = [...new Set(sandbox.tokens.map((one) => one.project))];
  chooser.replaceChildren(...projects.map((title) => make("optgroup", { label: title },
    sandbox.tokens.map((one, at) => [one, at]).filter(([one]) => one.project === title).map(([one, at]) => make("option", { value: String(at) }, one.user)))));
  const put = () => { get("token").value = sandbox.tokens[Number(chooser.value)].token; };
  chooser.value = "0";
  put();
  chooser.addEventListener("change", () => { put(); showSending(); });
  get("sandbox-tokens").hidden = false;
}

/* --- start */

function fromAddress(fragment) {
  const found = link.read(fragment);
  if (!found) return false;
  // A link to a method alone shows its example.
  const example = found.method.examples[0];
  choose(found.method, found.bare ? example.parameters : found.values, found.bare ? example.file : undefined);
  return true;
}

function loadScript(path) {
  return new Promise((done, failed) => {
    document.body.append(make("script", { src: path, onload: done, onerror: () => failed(new Error(`${path} cannot be read.`)) }));
  });
}

async function startEngine() {
  get("code").textContent = "…";
  try {
    await loadScript("vendor/minijinja-js/minijinja.wasm.js");
    await engine.start();
    state.ready = true;
    showCode();
  } catch (error) {
    get("code").textContent = "";
    get("code-note").textContent = `Code cannot be shown in this browser: ${error.message}`;
  }
}

let showTab;

function start() {
  showTab = dom.tabs(get("tabs"), "What to do with the call", ["code-view", "send-view"].map((id) => [get(id).dataset.tab, get(id)]));
  get("language").replaceChildren(...program.languages.map((one) => make("option", { value: one.id }, one.title)));
  const kept = site?.read("language");
  get("language").value = program.languages.some((one) => one.id === kept) ? kept : program.languages[0].id;
  get("production").checked = site?.read("production") === "yes";
  meetSandbox();
  if (!fromAddress(location.hash)) choose(model.methods.get("export_records") ?? api.methods[0], [["format", "json"]]);

  const on = (id, event, heard) => get(id).addEventListener(event, heard);
  on("method", "change", () => { choose(model.methods.get(get("method").value), []); fillExample(); });
  on("production", "change", () => { site?.keep("production", get("production").checked ? "yes" : ""); relist(); });
  on("fill", "click", fillExample);
  on("clear", "click", () => rebuild([]));
  on("language", "change", () => { site?.keep("language", get("language").value); showCode(); });
  on("jump", "click", () => get("request-title").focus());
  on("copy-request", "click", () => dom.copy(get("copy-request"), requestText()));
  on("copy-link", "click", () => dom.copy(get("copy-link"), new URL(link.write(state.method, state.form.values()), location.href).href));
  on("copy-code", "click", () => dom.copy(get("copy-code"), codeText()));
  on("download-code", "click", () => dom.download(engine.fileName(language(), state.method.id), codeText(), "text/plain"));
  on("address", "input", () => showSending());
  on("token", "input", () => showSending());
  on("send", "click", sendNow);
  on("stop", "click", () => running?.abort());
  on("confirm-word", "input", () => { get("confirm-send").disabled = get("confirm-word").value !== state.method.id; });
  // By then the form may have written its own into the address.
  addEventListener("hashchange", (event) => fromAddress(new URL(event.newURL).hash));
  document.addEventListener("site-version", relist);
  get("playground").classList.add("ready");
  startEngine();
}

start();
})(globalThis.playground ??= {});
