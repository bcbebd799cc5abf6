// Every link of every page leads to a file and a place that are there; every page can be reached from the start.
// Links to the lines of the spec lead out of the site, into the repository around it.
const fs = require('node:fs');
const path = require('node:path');
const { site, check, finish } = require('./browser.cjs');

const repository = path.join(__dirname, '../..');
const files = fs.readdirSync(site, { recursive: true }).map((name) => name.split(path.sep).join('/'));
const text = new Map(files.filter((name) => /\.(html|md|txt)$/.test(name)).map((name) => [name, fs.readFileSync(path.join(site, name), 'utf8')]));
const plain = (value) => value.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#x2f;/g, '/').replace(/&#x27;|&#39;/g, "'");
const ids = new Map([...text].filter(([name]) => name.endsWith('.html')).map(([name, body]) => [name, new Set([...body.matchAll(/\sid="([^"]*)"/g)].map((one) => plain(one[1])))]));

function linksOf(name, body) {
  if (name.endsWith('.html')) {
    const found = [...body.matchAll(/<(\w+)[^>]*?\s(?:href|src)="([^"]*)"([^>]*)/g)];
    return found.map((one) => ({ link: plain(one[2]), spec: one[3].includes('data-source') }));
  }
  // Code is no link.
  const prose = body.replace(/~~~[\s\S]*?~~~|```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((one) => ({ link: one[1], spec: false }));
}

finish('links', async () => {
  const wrong = [];
  const reached = new Set(['index.html']);
  const edges = new Map();
  let count = 0;
  for (const [name, body] of text) {
    const targets = [];
    for (const { link, spec } of linksOf(name, body)) {
      if (/^(https?:|data:|mailto:)/.test(link)) continue;
      count += 1;
      const [target, fragment] = link.split('#');
      if (spec) {
        // As if the site were where the repository has it.
        const file = path.join(repository, 'generated/site', path.dirname(name), target);
        const line = Number(fragment.slice(1));
        if (!fs.existsSync(file)) wrong.push(`${name}: no ${target}`);
        else if (!(line <= fs.readFileSync(file, 'utf8').split('\n').length)) wrong.push(`${name}: ${target} has no line ${line}`);
        continue;
      }
      const file = target ? path.posix.normalize(path.posix.join(path.posix.dirname(name), target)) : name;
      if (!files.includes(file)) wrong.push(`${name}: no ${link}`);
      // The playground reads what stands behind the sign itself.
      else if (fragment && file !== 'playground.html' && ids.has(file) && !ids.get(file).has(decodeURIComponent(fragment))) wrong.push(`${name}: no place ${link}`);
      targets.push(file);
    }
    edges.set(name, targets);
  }
  for (const name of reached) (edges.get(name) ?? []).filter((one) => one.endsWith('.html')).forEach((one) => reached.add(one));
  const lost = [...text.keys()].filter((name) => name.endsWith('.html') && !reached.has(name));
  lost.forEach((name) => wrong.push(`${name} cannot be reached from the start`));
  const listed = new Set(edges.get('llms.txt'));
  [...text.keys()].filter((name) => name.endsWith('.md') && !listed.has(name)).forEach((name) => wrong.push(`llms.txt lacks ${name}`));
  // What the search and the comparison lead to.
  for (const script of ['index', 'changes']) {
    const body = fs.readFileSync(path.join(site, `static/${script}.js`), 'utf8');
    for (const [, file, fragment] of body.matchAll(/"((?:\w+\/)?\w+\.html)(?:#([^"]*))?"/g)) {
      count += 1;
      if (!files.includes(file) || (fragment && !ids.get(file).has(fragment))) wrong.push(`${script}.js: no ${file}#${fragment}`);
    }
  }
  check(!wrong.length, `${wrong.length} wrong links\n${wrong.slice(0, 60).join('\n')}`);
  return `${count} links of ${text.size} files`;
});
