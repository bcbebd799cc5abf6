// What a reader has to load: all that a page asks for before anybody touches it.
const fs = require('node:fs');
const path = require('node:path');
const { site, fromDisk, KINDS, check, withBrowser, finish } = require('./browser.cjs');

const MOST = { start: 200_000, playground: 1_000_000, other: 300_000, site: 5_000_000 };

finish('weight', () => withBrowser(async (browser) => {
  const context = await browser.newContext();
  const lines = [];
  for (const [kind, page] of Object.entries(KINDS)) {
    const tab = await context.newPage();
    const asked = new Set();
    tab.on('request', (request) => request.url().startsWith('file:') && asked.add(new URL(request.url()).pathname));
    await tab.goto(fromDisk(page));
    await tab.waitForTimeout(500);
    const bytes = [...asked].reduce((sum, file) => sum + fs.statSync(decodeURIComponent(file)).size, 0);
    const most = MOST[kind] ?? MOST.other;
    lines.push(`${kind}: ${bytes} bytes in ${asked.size} files, at most ${most}`);
    check(asked.size > 2, `${kind} loads its script and style`);
    check(bytes <= most, lines.at(-1));
    await tab.close();
  }
  const sizes = fs.readdirSync(site, { recursive: true }).map((name) => fs.statSync(path.join(site, name))).filter((one) => one.isFile());
  const total = sizes.reduce((sum, one) => sum + one.size, 0);
  check(total <= MOST.site, `the site has ${total} bytes, at most ${MOST.site}`);
  console.log(lines.join('\n'));
  return `the site has ${total} bytes in ${sizes.length} files; ${lines[0]}`;
}));
