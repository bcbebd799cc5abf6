// The pages in Chromium, from the disk and from the sandbox: search, choice of a version, programs in a chosen language,
// comparison of versions, keyboard, no error, nothing asked of anyone else, nothing that moves.
//
//   node pages.cjs [REDCAP_API_URL]     GENERATED names the folder of what is generated
const fs = require('node:fs');
const path = require('node:path');
const { site, fromDisk, KINDS, check, withBrowser, open, finish } = require('./browser.cjs');

const address = process.argv[2];
const model = JSON.parse(fs.readFileSync(path.join(site, 'static/index.js'), 'utf8').replace(/^[^[]*site\.index\(/, '').replace(/\);\s*$/, ''));
const programs = path.join(site, '../examples');

async function opens(browser, wrong, at) {
  const context = await browser.newContext();
  const tab = await open(context, wrong);
  for (const page of Object.values(KINDS)) {
    await tab.goto(at(page));
    check(await tab.locator('h1').count() === 1, `${page} has one heading`);
    const blocked = await tab.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    check(blocked.startsWith("default-src 'none'"), `${page} has a policy`);
  }
  await context.close();
}

async function search(browser, wrong) {
  const context = await browser.newContext();
  const tab = await open(context, wrong);
  // By title, wire name of a parameter, column, error, status.
  const column = model.find((one) => one[0] === 'column');
  const error = model.find((one) => one[0] === 'error' && one[1].length > 40);
  const wanted = [
    ['export rec', 'method', 'methods/export_records.html'],
    ['filterLogic', 'parameter', 'methods/export_records.html#p-filterLogic'],
    [column[1], 'column', column[2]],
    [error[1].slice(0, 40), 'error', error[2]],
    ['501', 'status', 'errors.html#status-501'],
  ];
  for (const [words, kind, target] of wanted) {
    await tab.goto(fromDisk('groups/arms.html'));
    await tab.keyboard.press('/');
    await tab.keyboard.type(words);
    await tab.locator('.hit').first().waitFor();
    const hits = await tab.locator('.hit').evaluateAll((all) => all.map((one) => [one.querySelector('.kind').textContent, one.getAttribute('href')]));
    check(hits.some((hit) => hit[0] === kind && hit[1] === `../${target}`), `"${words}" finds ${kind} ${target}: ${JSON.stringify(hits)}`);
    const first = new URL(hits[0][1], tab.url()).href;
    await tab.keyboard.press('Enter');
    await tab.waitForURL(first);
  }
  await tab.keyboard.press('/');
  await tab.keyboard.type('nothing like this');
  await tab.locator('#found p').waitFor();
  await tab.keyboard.press('Escape');
  check(await tab.locator('#found').isHidden(), 'Escape closes the search');
  await context.close();
  return wanted.length;
}

async function version(browser, wrong) {
  const context = await browser.newContext();
  const tab = await open(context, wrong);
  await tab.goto(fromDisk('methods/export_records.html'));
  const row = tab.locator('#p-filterLogic');
  check(await row.isVisible(), 'without a choice everything is there');
  check((await row.locator('.since').first().textContent()).includes('6.11.0'), 'a newer parameter is marked');
  await tab.locator('#version').selectOption('6.4.0');
  check(await row.isHidden(), 'what is newer is hidden');
  check(await tab.locator('#p-fields').isVisible(), 'what is older stays');
  await tab.locator('#others').check();
  check(await row.isVisible(), 'what is newer can be shown');
  const pale = await row.evaluate((one) => Number(getComputedStyle(one).opacity));
  check(pale < 1, 'and is marked then');
  // Another page, and the page of a method that the version does not have.
  await tab.goto(fromDisk('methods/rename_record.html'));
  check(await tab.locator('#version').inputValue() === '6.4.0', 'the choice is remembered');
  check(await tab.locator('.absent').first().isVisible(), 'a method that is not there says so');
  check((await tab.locator('.absent').first().textContent()).includes('6.4.0'), 'and names the version');
  await tab.goto(fromDisk('index.html'));
  const links = () => tab.locator('.index a').evaluateAll((all) => all.filter((one) => one.offsetParent).length);
  const count = fs.readFileSync(path.join(site, '../surface/6.4.0.txt'), 'utf8').match(/^method /gm).length;
  check(await links() === count, `the list of methods has the ${count} of 6.4.0, not ${await links()}`);
  await tab.locator('#version').selectOption('6.5.0');
  const fresh = await tab.locator('#version').evaluate(() => [...document.querySelectorAll('.index [data-since="6.5.0"]')].map((one) => one.offsetParent !== null));
  check(fresh.length > 0 && fresh.every(Boolean), 'a newer version has more');
  await tab.locator('#version').selectOption('');
  check(await links() === model.filter((one) => one[0] === 'method').length, 'all versions have all methods');
  await context.close();
}

async function languages(browser, wrong) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const tab = await open(context, wrong);
  await tab.goto(fromDisk('methods/export_arms.html'));
  const tabs = await tab.locator('[role="tab"]').evaluateAll((all) => all.map((one) => one.dataset.language));
  const folders = fs.readdirSync(programs, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name);
  check(JSON.stringify([...tabs].sort()) === JSON.stringify(folders.sort()), `all languages have tabs: ${tabs}`);
  // What is shown is the file, in every language.
  for (const language of tabs) {
    await tab.locator(`#tab-${language}`).click();
    const folder = path.join(programs, language, 'arms');
    const file = fs.readdirSync(folder).find((name) => name.replace(/[_-]|\..*/g, '').toLowerCase() === 'exportarms');
    const text = fs.readFileSync(path.join(folder, file), 'utf8').trimEnd();
    await tab.waitForFunction((text) => document.querySelector('.program').textContent.trim() === text.trim(), text, { timeout: 5000 })
      .catch(async () => check(false, `${language} is ${file}: ${await tab.locator('.program').textContent()}`));
  }
  await tab.locator('#tab-python').click();
  await tab.goto(fromDisk('methods/export_events.html'));
  check(await tab.locator('#tab-python').getAttribute('aria-selected') === 'true', 'the language is remembered');
  await tab.locator('.program').getByText('import requests').first().waitFor();
  await tab.locator('#tab-python').press('ArrowRight');
  const next = tabs[tabs.indexOf('python') + 1];
  check(await tab.locator(`#tab-${next}`).evaluate((one) => one === document.activeElement), 'arrows go from tab to tab');
  await tab.locator('#tab-python').press('Home');
  check(await tab.locator(`#tab-${tabs[0]}`).getAttribute('aria-selected') === 'true', 'and Home to the first');
  await context.close();
  return tabs.length;
}

// The comparison in the browser against the surfaces, for many pairs.
async function compare(browser, wrong) {
  const context = await browser.newContext();
  const tab = await open(context, wrong);
  await tab.goto(fromDisk('versions.html'));
  await tab.waitForFunction(() => document.querySelectorAll('#compare-from option').length > 1);
  const versions = await tab.locator('#compare-from option').evaluateAll((all) => all.map((one) => one.textContent).reverse());
  const surface = (version) => new Map(fs.readFileSync(path.join(site, `../surface/${version}.txt`), 'utf8').split('\n')
    .filter((line) => /^(method|return|parameter|column|value|callback) /.test(line))
    .map((line) => [line.slice(0, line.indexOf(': ')), line]));
  let pairs = 0;
  for (const [from, to] of versions.slice(1).map((one, at) => [versions[at], one]).concat([[versions[0], versions.at(-1)], [versions.at(-1), versions[3]]])) {
    const [before, after] = [surface(from), surface(to)];
    const keys = new Set([...before.keys(), ...after.keys()]);
    const differences = [...keys].filter((key) => before.get(key) !== after.get(key)).length;
    await tab.locator('#compare-from').selectOption({ label: from });
    await tab.locator('#compare-to').selectOption({ label: to });
    const shown = await tab.locator('#compare-result .steps-list li').count();
    check(shown === differences, `from ${from} to ${to} there are ${differences} differences, shown are ${shown}`);
    pairs += 1;
  }
  await context.close();
  return pairs;
}

// With everything remembered, and on a slow start, nothing moves.
async function still(browser, wrong) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  const tab = await open(context, wrong);
  await tab.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.moved += one.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.goto(fromDisk('index.html'));
  await tab.evaluate(() => {
    localStorage.setItem('redcap-version', '9.0.0');
    localStorage.setItem('redcap-language', 'java');
    localStorage.setItem('redcap-theme', 'dark');
  });
  for (const page of Object.values(KINDS).filter((one) => one !== KINDS.playground)) {
    await tab.goto(fromDisk(page));
    await tab.waitForTimeout(300);
    const moved = await tab.evaluate(() => window.moved);
    check(moved < 0.02, `${page} moves: ${moved}`);
    check(await tab.evaluate(() => document.documentElement.dataset.theme) === 'dark', 'the colours are remembered');
    check(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${page} is not too wide`);
  }
  await tab.setViewportSize({ width: 360, height: 740 });
  for (const page of Object.values(KINDS)) {
    await tab.goto(fromDisk(page));
    check(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${page} fits on a phone`);
  }
  await context.close();
}

// Reading needs no script.
async function withoutScripts(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(fromDisk('methods/export_records.html'));
  check((await tab.locator('.program').textContent()).includes('content=record'), 'a program is there');
  check(await tab.locator('#p-filterLogic').isVisible(), 'the parameters are there');
  check(await tab.locator('#version').isHidden(), 'what would not answer is not shown');
  await context.close();
}

finish('pages', () => withBrowser(async (browser) => {
  const wrong = [];
  await opens(browser, wrong, fromDisk);
  if (address) await opens(browser, wrong, (page) => new URL(`/${page}`, address).href);
  const searches = await search(browser, wrong);
  await version(browser, wrong);
  const tabs = await languages(browser, wrong);
  const pairs = await compare(browser, wrong);
  await still(browser, wrong);
  await withoutScripts(browser);
  check(!wrong.length, wrong.join('\n'));
  return `${Object.keys(KINDS).length} kinds of pages, ${searches} searches, ${tabs} languages, ${pairs} comparisons`;
}));
