// The template engine of the playground, as templates/site/vendor/minijinja-js holds it: made from the npm package, for
// pages that open from a disk, where browsers load neither modules nor WebAssembly files.
//
//   node vendor.cjs FOLDER          says whether what is there is what the package gives; FOLDER holds node_modules
//   node vendor.cjs FOLDER --write  makes it anew
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');

const PACKAGE = 'minijinja-js';
const [folder, write] = process.argv.slice(2);
const source = path.join(folder, 'node_modules', PACKAGE);
const target = path.join(__dirname, '../../templates/site/vendor', PACKAGE);
const { version, license } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'));
const note = `${PACKAGE} ${version}, ${license}, see LICENSE`;
const wasm = fs.readFileSync(path.join(source, 'dist/web/minijinja_js_bg.wasm'));
const MARK = 'playground.wasm = "';

function replaced(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`the package does not hold \`${from}\` once`);
  return text.replace(from, () => to);
}

// The module as a classic script.
function script() {
  let text = fs.readFileSync(path.join(source, 'dist/web/minijinja_js.js'), 'utf8');
  text = replaced(text, 'export class Environment', 'class Environment');
  text = replaced(text, 'export { initSync };\nexport default __wbg_init;\n', '');
  text = replaced(text, "new URL('minijinja_js_bg.wasm', import.meta.url)", 'undefined');
  return `/* ${note}. Changed: a classic script instead of a module. */
(function (playground) {
${text}
playground.minijinja = { Environment, start: __wbg_init };
})(globalThis.playground ??= {});
`;
}

function binary() {
  const bytes = zlib.gzipSync(wasm, { level: 9 });
  bytes[9] = 255; // no system
  return `/* ${note}. The WebAssembly file of the package, by gzip and in Base64. */
(function (playground) {
${MARK}${bytes.toString('base64')}";
})(globalThis.playground ??= {});
`;
}

if (write === '--write') {
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, 'minijinja.js'), script());
  fs.writeFileSync(path.join(target, 'minijinja.wasm.js'), binary());
} else {
  const held = (name) => fs.readFileSync(path.join(target, name), 'utf8');
  if (held('minijinja.js') !== script()) throw new Error('minijinja.js is not what the package gives');
  const packed = held('minijinja.wasm.js').split(MARK)[1].split('"')[0];
  // What a compressor makes depends on its version, so what it packed is compared.
  if (!zlib.gunzipSync(Buffer.from(packed, 'base64')).equals(wasm)) {
    throw new Error('minijinja.wasm.js does not hold the file of the package');
  }
  console.log(`RESULT ${PACKAGE} ${version} is what the registry has`);
}
