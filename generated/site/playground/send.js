/* Made by `cargo run generate` from templates/site/playground/send.js. Do not edit: change the source and run it again. */

// Sends a call. The token is given for one call and kept by nobody here.
(function (playground) {
"use strict";

const { api } = playground;
const lengths = new Map(api.tokens);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/* What is wrong with an address; undefined for nothing. */
function addressProblem(text) {
  if (!text) return "The address of the API is missing. It ends with /api/.";
  let url;
  try {
    url = new URL(text);
  } catch {
    return "This is no address. It looks like https://redcap.example.edu/api/.";
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) return "Only https: a token that goes by http can be read on its way. Plain http is for servers on this machine.";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "The address begins with https://.";
  if (url.username || url.password) return "An address with a name or password in it is not taken.";
  if (url.pathname.endsWith("/api")) return "A slash is missing at the end: /api/.";
  if (url.search || url.hash) return "The address ends with /api/: nothing comes behind it.";
  return undefined;
}

/* What is wrong with a token; undefined for nothing. It is never quoted. */
function tokenProblem(text, method) {
  const kinds = method.token === "either" ? ["project", "super"] : [method.token];
  const fitting = kinds.map((kind) => lengths.get(kind));
  const words = { project: "the token of a project", super: "the token of an administrator (super token)" };
  const asked = kinds.map((kind) => `${words[kind]}, ${lengths.get(kind)} characters`).join(", or ");
  if (!text) return `This method needs ${asked}.`;
  if (/\s/.test(text)) return "There is a blank in the token.";
  if (!/^[A-Za-z0-9]+$/.test(text)) return "A token has letters and digits only.";
  if (!fitting.includes(text.length)) return `The token has ${text.length} characters. This method needs ${asked}.`;
  return undefined;
}

/* The body of the request: a form, in parts if there is a file. */
function body(fields, file, token) {
  const form = file ? new FormData() : new URLSearchParams();
  form.append(api.token_field, token);
  fields.forEach(({ name, value }) => form.append(name, value));
  if (file) form.append(file.name, file.file, file.file.name);
  return form;
}

/* Sends, and gives the answer with the time that it took. */
async function send({ address, token, fields, file, signal }) {
  const began = performance.now();
  const response = await fetch(address, {
    method: "POST",
    body: body(fields, file, token),
    // The token goes to this address and to no other, and nothing that the browser knows goes with it.
    redirect: "error",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    title: response.statusText,
    headers: [...response.headers],
    media: response.headers.get("content-type") ?? "",
    bytes,
    ms: Math.round(performance.now() - began),
  };
}

playground.send = { addressProblem, tokenProblem, send };
})(globalThis.playground ??= {});
