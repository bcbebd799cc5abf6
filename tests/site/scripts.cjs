// The playground's scripts as a browser runs them, without one: for what needs no page.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const SCRIPTS = ['api', 'code', 'engine', 'model', 'xml', 'payload', 'rust', 'program'];

// Loads them from a folder of the site, and starts the template engine.
async function load(site) {
  const context = vm.createContext({
    atob, Blob, DecompressionStream, Response, Request, URL, TextEncoder, TextDecoder, WebAssembly, FinalizationRegistry,
    ArrayBuffer, Uint8Array, DataView, Promise, console,
  });
  const run = (file) => vm.runInContext(fs.readFileSync(path.join(site, file), 'utf8'), context, { filename: file });
  ['minijinja', 'minijinja.wasm'].forEach((name) => run(`vendor/minijinja-js/${name}.js`));
  SCRIPTS.forEach((name) => run(`playground/${name}.js`));
  const { playground } = context;
  await playground.engine.start();
  return playground;
}

// The first lines that differ.
function difference(made, held) {
  const [one, other] = [made, held].map((text) => text.split('\n'));
  const at = one.findIndex((line, index) => line !== other[index]);
  return `line ${at + 1}:\n  made ${JSON.stringify(one[at])}\n  held ${JSON.stringify(other[at])}`;
}

module.exports = { load, difference };
