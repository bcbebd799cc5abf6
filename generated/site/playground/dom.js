/* Made by `cargo run generate` from templates/site/playground/dom.js. Do not edit: change the source and run it again. */

// Elements, without a word of HTML in texts: what comes from a server or a person is always text.
(function (playground) {
"use strict";

/* An element. Names that begin with `on` are listeners; `false` and `undefined` leave an attribute out. */
function make(tag, attributes = {}, ...inner) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inner.flat(9).filter((one) => one !== undefined && one !== null && one !== false));
  return element;
}

const get = (id) => document.getElementById(id);

/* A text of the spec: what stands between backticks is code. */
function inline(text) {
  return text.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part));
}

/* Paragraphs and lists of the spec. */
function blocks(text) {
  return text.split(/\n{2,}/).map((block) => {
    const lines = block.split("\n");
    if (!/^(- |\d+\. )/.test(lines[0])) return make("p", {}, inline(block.replace(/\s+/g, " ")));
    const items = block.split(/\n(?=- |\d+\. )/).map((item) => item.replace(/^(- |\d+\. )/, "").replace(/\s+/g, " "));
    return make(lines[0].startsWith("- ") ? "ul" : "ol", {}, items.map((item) => make("li", {}, inline(item))));
  });
}

/* Says something to those who do not see it. */
function say(text) {
  get("said").textContent = text;
}

/* Copies a text, and says so on the button. */
async function copy(button, text) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages from a disk may not: an element with the text can be copied from.
    const area = make("textarea", { class: "hidden", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
    button.focus();
  }
  flash(button, done ? "Copied" : "Not allowed here");
}

function flash(button, text) {
  button.dataset.label ??= button.textContent;
  button.textContent = text;
  say(text);
  clearTimeout(button.timer);
  button.timer = setTimeout(() => { button.textContent = button.dataset.label; }, 1500);
}

/* Has the browser save bytes or a text as a file. */
function download(name, content, media) {
  const address = URL.createObjectURL(new Blob([content], { type: media }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

let views = 0;

/* Fills a bar with a tab for each view, of which one is shown. Gives what shows one, by its place. */
function tabs(bar, label, all) {
  bar.setAttribute("role", "tablist");
  bar.setAttribute("aria-label", label);
  const buttons = all.map(([title, view]) => {
    view.id ||= `view-${views += 1}`;
    view.setAttribute("role", "tabpanel");
    view.setAttribute("aria-labelledby", `${view.id}-tab`);
    return make("button", { type: "button", role: "tab", id: `${view.id}-tab`, "aria-controls": view.id }, title);
  });
  const choose = (chosen) => buttons.forEach((button, at) => {
    button.setAttribute("aria-selected", String(at === chosen));
    button.tabIndex = at === chosen ? 0 : -1;
    all[at][1].hidden = at !== chosen;
  });
  buttons.forEach((button, at) => {
    button.addEventListener("click", () => choose(at));
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = (at + step + buttons.length) % buttons.length;
      choose(next);
      buttons[next].focus();
    });
  });
  bar.replaceChildren(...buttons);
  choose(0);
  return choose;
}

playground.dom = { make, get, inline, blocks, say, copy, download, tabs };
})(globalThis.playground ??= {});
