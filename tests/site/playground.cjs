// The playground in Chromium: opened from the disk and from the sandbox, every form makes the request of the spec, calls
// go out only when they may, and the token is nowhere but where it is typed and sent.
//
//   node playground.cjs GENERATED REDCAP_API_URL
// with playwright-core on NODE_PATH. The sandbox at that address serves GENERATED/site.
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const { wrong, texts, open, tab, prepare, pick, send, answer, check, same, count } = require('./playground-hands.cjs');

const [generated, address] = process.argv.slice(2);
const origin = new URL('/', address).href;
const fromDisk = pathToFileURL(path.resolve(generated, 'site', 'playground.html')).href;
const fromSandbox = `${origin}playground.html`;
// Of the demo project on which the examples of the spec run. The sandbox tells it too.
const TOKEN = 'DEADC0DEDEADC0DEDEADC0DE00020000';
const SUPER = 'DEADC0DEDEADC0DEDEADC0DE00020000DEADC0DEDEADC0DEDEADC0DE00020000';
// What the sandbox does not tell, so that it can be looked for.
const TYPED = 'C0FFEEC0FFEEC0FFEEC0FFEEC0FFEE00';
const shots = process.env.SHOTS;

// What Postman's collection sends for the example of each method: made by Rust, not by the scripts of the page.
function vectors() {
  const collection = JSON.parse(fs.readFileSync(path.join(generated, 'postman/collection.json'), 'utf8'));
  const found = new Map();
  for (const item of collection.item.flatMap((folder) => folder.item)) {
    const { mode, [mode]: fields } = item.request.body;
    const sent = fields.filter((field) => !field.disabled);
    const file = sent.find((field) => field.type === 'file');
    found.set(item.name, {
      fields: sent.filter((field) => field !== file && field.key !== 'token').map((field) => [field.key, field.value]),
      file: file && { name: file.key, file: path.basename(file.src), content: fs.readFileSync(path.join(generated, 'postman', file.src), 'utf8') },
    });
  }
  return found;
}

// The parts of a form as it was on the wire, the token first.
async function sent(request) {
  const headers = await request.allHeaders();
  const type = headers['content-type'];
  const form = await new Response(request.postDataBuffer(), { headers: { 'content-type': type } }).formData();
  const parts = [...form];
  const file = parts.find(([, value]) => typeof value !== 'string');
  return {
    first: parts[0],
    fields: parts.slice(1).filter((part) => part !== file).map(([name, value]) => [name, value]),
    file: file && { name: file[0], file: file[1].name, content: await file[1].text() },
    headers,
  };
}

// Every form, filled with the example of the spec, makes the request of the spec.
async function everyMethod(browser) {
  const wanted = vectors();
  const page = await open(browser, fromDisk);
  const methods = await page.evaluate(() => globalThis.playground.api.methods.map(({ id, title, token }) => ({ id, title, token })));
  check(methods.length === wanted.size && wanted.size > 50, `${methods.length} methods in the playground, ${wanted.size} in the collection`);
  // Nothing is carried out: the request is caught on its way.
  const calls = [];
  await page.route(address, (route) => {
    calls.push(route.request());
    route.fulfill({ status: 200, contentType: 'text/plain', headers: { 'access-control-allow-origin': '*' }, body: 'caught' });
  });
  await prepare(page, address, TOKEN);
  for (const { id, title, token } of methods) {
    await pick(page, id);
    const secret = token === 'super' ? SUPER : TOKEN;
    await page.locator('#token').fill(secret);
    const problems = await page.locator('.problem').allInnerTexts();
    same(problems.filter(Boolean), [], `${id}: its example has problems`);
    await send(page, id);
    await page.waitForFunction(() => !document.getElementById('answer').hidden);
    same(calls.length, 1, `${id}: calls`);
    const request = calls.pop();
    check(request.method() === 'POST', `${id} is sent by ${request.method()}`);
    const made = await sent(request);
    same(made.first, ['token', secret], `${id}: the token comes first`);
    same({ fields: made.fields, file: made.file }, wanted.get(title), id);
    check(!made.headers.cookie && !made.headers.referer, `${id}: the browser adds nothing of its own`);
  }
  await page.context().close();
  return methods.length;
}

// Reads, imports, uploads and errors, as a person would, against the sandbox.
async function executes(browser, url) {
  await fetch(new URL('/_sandbox/reset', address), { method: 'POST' });
  const page = await open(browser, url);
  if (url === fromSandbox) {
    check(await page.getByLabel('Address of the API').inputValue() === address, 'the sandbox fills in its address');
    check(await page.getByLabel('Token', { exact: true }).inputValue() === TOKEN, 'the sandbox fills in its token');
  } else {
    await prepare(page, address, TOKEN);
  }
  const read = await answer(page, 'export_records');
  check(read.status.startsWith('200') && read.status.includes(' ms'), `export: ${read.status} ${read.problem}`);
  check(read.body.includes('record_id') && read.body.includes('enrollment_arm_1'), `the rows are a table: ${read.body.slice(0, 300)}`);
  await page.locator('#answer-body').getByRole('tab', { name: 'Raw' }).click();
  check((await page.locator('#answer-body pre').first().innerText()).startsWith('['), 'the answer is there as it came');

  await pick(page, 'import_records');
  const data = page.locator('#p-data');
  await data.fill('[{"record_id":"77","redcap_event_name":"enrollment_arm_1","severity":"2"}]');
  const imported = await answer(page, 'import_records');
  check(imported.status.startsWith('200'), `import: ${imported.status} ${imported.body}`);
  // The same rows in CSV: the editor writes them anew when another format is chosen.
  await page.locator('#p-format').selectOption('csv');
  check((await data.inputValue()).startsWith('record_id,redcap_event_name,severity\n77,'), `the editor turns JSON into CSV: ${await data.inputValue()}`);
  check((await answer(page, 'import_records')).status.startsWith('200'), 'import as CSV');
  await page.locator('#p-format').selectOption('xml');
  check((await data.inputValue()).includes('<records>'), 'the editor turns CSV into XML');
  check((await answer(page, 'import_records')).status.startsWith('200'), 'import as XML');
  await data.fill('[{"record_id":"77"');
  await page.locator('#p-format').selectOption('json');
  await page.locator('#send').click();
  check(!await page.getByRole('dialog').isVisible(), 'broken JSON is not sent');
  check((await page.locator('#p-data-problem').innerText()).includes('no JSON'), 'broken JSON is told');

  await pick(page, 'export_records');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.locator('#p-format').selectOption('json');
  await page.getByText(/^(Optional|More) parameters/).click();
  await page.getByRole('button', { name: 'Add to records' }).click();
  await page.keyboard.type('77');
  const stored = await answer(page, 'export_records');
  check(stored.body.includes('77'), `what was imported is there: ${stored.body.slice(0, 200)}`);

  await pick(page, 'generate_next_record_name');
  await answer(page, 'generate_next_record_name');
  check(await page.getByRole('button', { name: 'Save answer.txt' }).count() === 1, 'a name is saved as a text');

  await pick(page, 'import_file');
  await page.locator('#p-file').setInputFiles({ name: 'scan_a.txt', mimeType: 'text/plain', buffer: Buffer.from('a scan') });
  const uploaded = await answer(page, 'import_file');
  check(uploaded.status.startsWith('200'), `upload: ${uploaded.status} ${uploaded.body}`);
  await pick(page, 'export_file');
  for (const [name, value] of [['record', '2'], ['field', 'scan'], ['event', 'week_1_arm_1']]) await page.locator(`#p-${name}`).fill(value);
  await answer(page, 'export_file');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save / }).click()]);
  same(download.suggestedFilename(), 'scan_a.txt', 'the file has its name');
  same(fs.readFileSync(await download.path(), 'utf8'), 'a scan', 'the file comes back');

  await pick(page, 'export_records');
  await page.getByRole('button', { name: 'Add to fields' }).click();
  await page.keyboard.type('no_such_field');
  const refused = await answer(page, 'export_records');
  check(refused.status.startsWith('400') && refused.body.includes('no_such_field'), `an error: ${refused.status} ${refused.body}`);
  await page.context().close();
}

// What must not go out does not.
async function refuses(browser) {
  const page = await open(browser, fromDisk);
  let calls = 0;
  page.on('request', (request) => { calls += request.method() === 'POST' ? 1 : 0; });
  await tab(page, 'Send');
  await page.locator('#send').click();
  check((await page.locator('#address-problem').innerText()).includes('missing'), 'without an address nothing is sent');
  for (const [to, word] of [['http://redcap.example.edu/api/', 'https'], ['http://127.0.0.1.example.edu/api/', 'https'], ['ftp://a/', 'https'], ['https://a:b@c/api/', 'password'], ['nonsense', 'no address'], ['https://a/api/?token=1', 'nothing comes behind']]) {
    await page.locator('#address').fill(to);
    check((await page.locator('#address-problem').innerText()).includes(word), `${to} is refused`);
    await page.locator('#token').fill(TOKEN);
    await page.locator('#send').click();
  }
  await page.locator('#address').fill(address);
  for (const [token, word] of [['', 'needs the token'], ['ABC', '3 characters'], [`${TOKEN} `, 'blank'], [SUPER, '64 characters'], [TOKEN.replace('0', '-'), 'letters and digits']]) {
    await page.locator('#token').fill(token);
    await page.locator('#send').click();
    check((await page.locator('#token-problem').innerText()).includes(word), `a token of ${token.length} characters is refused`);
  }
  await page.locator('#token').fill(TOKEN);

  // A method that destroys asks for its name.
  await pick(page, 'delete_records');
  const dialog = page.getByRole('dialog');
  const go = dialog.getByRole('button', { name: 'Send' });
  await page.locator('#send').click();
  check(await go.isDisabled(), 'without the name it cannot be sent');
  for (const word of ['delete', 'DELETE_RECORDS', 'delete_records ']) {
    await dialog.getByRole('textbox').fill(word);
    check(await go.isDisabled(), `\`${word}\` is not the name`);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.getElementById('confirm').open);
  await page.locator('#send').click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // Sets of parameters that have removed whole records.
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Add to records' }).click();
  await page.keyboard.type('1');
  await page.locator('#p-repeat_instance').evaluate((one) => { const box = one.closest('details'); if (box) box.open = true; });
  await page.locator('#p-repeat_instance').fill('2');
  check(await page.getByText('incomplete sets have removed whole records').isVisible(), 'the condition is explained');
  await page.locator('#send').click();
  check(!await dialog.isVisible(), 'a call that removes more than was meant is not sent');

  // A project in production.
  await page.getByLabel('A project in production').check();
  const left = await page.locator('#method option').evaluateAll((all) => all.map((one) => one.value));
  const effects = await page.evaluate(() => Object.fromEntries(globalThis.playground.api.methods.map((one) => [one.id, one.effect])));
  check(left.length > 20 && left.every((id) => effects[id] === 'read'), 'in production only what reads is there');
  check(await page.getByRole('combobox', { name: 'Method', exact: true }).inputValue() === 'export_records', 'a method that writes gives way');
  await page.evaluate(() => { location.hash = '#method=delete_records'; });
  await page.waitForFunction(() => document.getElementById('method').value === 'delete_records');
  await page.locator('#send').click();
  check((await page.locator('#send-problem').innerText()).includes('production'), 'nor does a link send one that writes');
  same(calls, 0, 'calls that went out');
  await page.context().close();
}

// What is wrong is told while it is typed, and a mistake is not sent.
async function validates(browser) {
  const page = await open(browser, fromDisk);
  const told = (name) => page.locator(`#p-${name}-problem`).innerText();
  const fill = async (name, text) => { await page.locator(`#p-${name}`).fill(text); return told(name); };
  await pick(page, 'export_logging');
  await page.getByText(/^(More|Optional) parameters/).click().catch(() => {});
  check((await fill('beginTime', 'yesterday')).includes('YYYY-MM-DD HH:MM'), 'a time is checked');
  check(await page.locator('#p-beginTime').getAttribute('aria-invalid') === 'true', 'and marked for screen readers');
  await page.locator('[data-name="beginTime"] .picker').fill('2026-02-03T04:05');
  same([await page.locator('#p-beginTime').inputValue(), await told('beginTime')], ['2026-02-03 04:05', ''], 'a time can be picked');
  await pick(page, 'export_records');
  await page.getByText(/^(More|Optional) parameters/).click();
  await page.locator('[data-name="dateRangeBegin"] .picker').fill('2026-02-03T04:05');
  same(await page.locator('#p-dateRangeBegin').inputValue(), '2026-02-03 04:05:00', 'with seconds where the server wants them');
  await pick(page, 'list_file_repository');
  check((await fill('folder_id', '1x')).includes('whole number'), 'a number is checked');
  await pick(page, 'import_arms');
  const data = page.locator('#p-data');
  check((await fill('data', '{"arm_num":1,"name":"a"}')).includes('not a list'), 'an object instead of a list is told');
  check((await fill('data', '[{"name":"a"}]')).includes('lacks arm_num'), 'a missing column is told');
  check((await fill('data', '[{"arm_num":1,')).includes('no JSON'), 'JSON that ends too early is told');
  await page.locator('#p-format').selectOption('csv');
  check((await fill('data', 'arm_num,name\n1')).includes('Row 2 has 1 cells'), 'a short row is told');
  await page.locator('#p-format').selectOption('xml');
  check((await fill('data', '<arms><item></arms>')).includes('</arms> ends <item>'), 'a tag that does not end is told');
  await page.getByRole('button', { name: 'Start with the example' }).click();
  same([(await data.inputValue()).includes('<arms>'), await told('data')], [true, ''], 'the starter comes in the format that is chosen');
  await data.fill('');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  check((await told('data')).includes('required'), 'what is required is told once it was touched');
  await pick(page, 'export_survey_link');
  await page.getByRole('button', { name: 'Clear' }).click();
  check(!(await told('instrument')), 'and not before');
  await tab(page, 'Send');
  await page.locator('#send').click();
  check((await told('instrument')).includes('required') && (await page.locator('#send-problem').innerText()).includes('instrument'), 'but when it is to be sent');
  check(await page.getByText('longitudinal projects only').first().isVisible(), 'conditions are told');
  await page.context().close();
}

// A person who never saw it, from the first page to the records.
async function newcomer(browser) {
  const page = await open(browser, fromSandbox);
  await page.goto(origin);
  await page.getByRole('link', { name: /playground/i }).first().click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('#answer-status').getByText('200').waitFor();
  check(await page.locator('#answer-body tbody tr').count() > 5, 'two clicks show the records');
  await page.context().close();
}

// The token is in no address, no storage, no attribute and no message.
async function secrecy(browser, url) {
  texts.length = 0;
  const page = await open(browser, url);
  await prepare(page, address, TYPED);
  await page.locator('#p-format').selectOption('json');
  const refused = await answer(page, 'export_records');
  check(refused.status.startsWith('403') || refused.status.startsWith('401'), `an unknown token: ${refused.status}`);
  await tab(page, 'Code');
  for (const language of await page.locator('#language option').evaluateAll((all) => all.map((one) => one.value))) {
    await page.locator('#language').selectOption(language);
    check(!(await page.locator('#code').innerText()).includes(TYPED), `no token in ${language}`);
  }
  const seen = await page.evaluate(async () => ({
    address: location.href,
    markup: document.documentElement.outerHTML,
    storage: (() => { try { return JSON.stringify([{ ...localStorage }, { ...sessionStorage }]); } catch { return ''; } })(),
    cookies: document.cookie,
    databases: JSON.stringify(await indexedDB.databases?.() ?? []),
    caches: JSON.stringify(globalThis.caches && location.protocol === 'http:' ? await caches.keys() : []),
    history: JSON.stringify(history.state),
    name: window.name,
    entries: performance.getEntries().map((one) => one.name).join(' '),
    globals: JSON.stringify(globalThis.playground.api) + JSON.stringify(globalThis.playground.sandbox ?? {}),
  }));
  for (const [where, text] of Object.entries(seen)) check(!text.includes(TYPED), `the token is in ${where}`);
  check(!texts.some((text) => text.includes(TYPED)), 'the token is in an address or on the console');
  const token = page.locator('#token');
  same([await token.getAttribute('type'), await token.getAttribute('autocomplete'), await token.getAttribute('value')], ['password', 'off', null], 'the field of the token');
  await page.reload();
  await page.waitForFunction(() => document.getElementById('code').textContent.length > 20);
  check(await token.inputValue() !== TYPED, 'a reload forgets the token');
  await page.context().close();
}

// A link restores the form, without what may tell of a person.
async function links(browser) {
  const page = await open(browser, `${fromDisk}#method=export_records`);
  await page.locator('#token').evaluate((one) => { one.value = 'unused'; });
  const made = await page.evaluate(() => {
    const { link, model } = globalThis.playground;
    return globalThis.playground.api.methods.map((method) => {
      const [example] = method.examples;
      const fragment = link.write(method, example.parameters);
      const kept = example.parameters.filter(([name]) => model.parameter(method, name) && !model.isSensitive(model.parameter(method, name)));
      return { id: method.id, fragment, kept, read: link.read(fragment).values };
    });
  });
  made.forEach((one) => same(one.read, one.kept, `the link of ${one.id}`));
  const records = made.find((one) => one.id === 'export_records').fragment;
  check(records.includes('fields') && !records.includes('records%5B'), `records are left out: ${records}`);
  check(!made.find((one) => one.id === 'import_records').fragment.includes('week_4_arm_1'), 'documents are left out');
  check((await page.locator('#link-note').innerText()).includes('records'), 'and it is said');
  await page.goto(`${fromDisk}#method=export_records&format=csv&fields[0]=age&records[0]=secret&rawOrLabel=label&nonsense=1`);
  await page.waitForFunction(() => document.getElementById('p-format')?.value === 'csv');
  same((await page.locator('#request').innerText()).split('\n'), ['content: record', 'format: csv', 'fields[0]: age', 'rawOrLabel: label'], 'the link fills in the form');
  await page.context().close();
}

// The version that is chosen for the site decides what there is.
async function versions(browser) {
  const page = await open(browser, `${fromSandbox}#method=export_records`);
  const has = async (id) => page.locator(`#method option[value="${id}"]`).count();
  check(await has('call_external_module') === 1 && await page.locator('#p-combineCheckboxOptions').count() === 1, 'all versions show all');
  await page.locator('#version').selectOption('10.0.0').catch(() => page.locator('#version').selectOption({ index: 30 }));
  const version = await page.locator('#version').inputValue();
  check(await has('call_external_module') === 0, `${version} has no external modules`);
  check(await page.locator('#p-combineCheckboxOptions').count() === 0, `${version} does not know combineCheckboxOptions`);
  check((await page.locator('#request').innerText()).includes('fields[0]: record_id'), 'what was filled in stays');
  await page.goto(`${fromSandbox}#method=call_external_module`);
  await page.reload();
  check(await page.locator('#gone').isVisible(), 'a link to a newer method says so');
  await page.context().close();
}

// By keyboard alone, from the top to an answer.
async function keyboard(browser) {
  const page = await open(browser, fromSandbox);
  await page.locator('#method').focus();
  await page.keyboard.type('Export Arms');
  await page.keyboard.press('Enter');
  check(await page.locator('#method').inputValue() === 'export_arms', 'a method is chosen by typing');
  let steps = 0;
  const at = () => page.evaluate(() => document.activeElement.id);
  while (await at() !== 'send' && steps < 80) {
    await page.keyboard.press('Tab');
    const outlined = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== 'none');
    check(outlined, `the focus is seen on ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80))}`);
    steps += 1;
  }
  check(await at() === 'send', 'the button is reached');
  await page.keyboard.press('Enter');
  await page.locator('#answer-status').waitFor();
  check(await at() === 'answer-title', 'the focus goes to the answer');
  check((await page.locator('#answer-status').innerText()).startsWith('200'), 'an answer came');
  const unnamed = await page.evaluate(() => [...document.querySelectorAll('main :is(input, select, textarea, button, [tabindex="0"])')]
    .filter((one) => !(one.labels?.length || one.getAttribute('aria-label') || one.textContent.trim()))
    .map((one) => one.outerHTML.slice(0, 100)));
  same(unnamed, [], 'controls without a name');
  await page.context().close();
}

// axe-core finds nothing to say about any state of the page, in either colour scheme.
async function accessible(browser) {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(browser, `${fromSandbox}#method=export_records`, { colorScheme });
    await page.evaluate(axe);
    const look = async (state) => {
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      const said = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
      same(said, [], `axe-core, ${state}, ${colorScheme}`);
    };
    await page.getByText(/^More parameters/).click();
    await look('a form');
    await answer(page, 'export_records');
    await look('an answer');
    await pick(page, 'import_records');
    await page.locator('#p-data').fill('[');
    await tab(page, 'Code');
    await look('a mistake, and code');
    await page.locator('#p-data').fill('[]');
    await tab(page, 'Send');
    await page.locator('#send').click();
    await look('a question');
    await page.context().close();
  }
}

// Nothing jumps while the page is loaded.
async function still(browser) {
  for (const width of [390, 1400]) {
    const context = await browser.newContext({ viewport: { width, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => { globalThis.shifts += one.value; })).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(fromSandbox);
    await page.waitForFunction(() => document.getElementById('code').textContent.length > 20);
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => globalThis.shifts);
    check(shifts < 0.01, `at ${width} pixels the page jumps: ${shifts}`);
    await context.close();
  }
}

async function buttons(browser) {
  const page = await open(browser, `${fromSandbox}#method=export_arms`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab(page, 'Code');
  await page.locator('#language').selectOption('python');
  const shown = await page.locator('#code').textContent();
  const held = fs.readFileSync(path.join(generated, 'examples/python/arms/export_arms.py'), 'utf8');
  same(shown, held, 'the program is that of generated/examples');
  await page.locator('#copy-code').click();
  await page.getByText('Copied').first().waitFor();
  same(await page.evaluate(() => navigator.clipboard.readText()), held, 'it is copied');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download-code').click()]);
  same(download.suggestedFilename(), 'export_arms.py', 'it is saved under its name');
  same(fs.readFileSync(await download.path(), 'utf8'), held, 'it is saved as it is');
  await page.reload();
  await page.waitForFunction(() => document.getElementById('code').textContent.length > 20);
  check(await page.locator('#language').inputValue() === 'python', 'the language is remembered');
  await page.context().close();
}

async function weight(browser) {
  const page = await open(browser, fromSandbox);
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map((one) => [one.name, one.decodedBodySize]));
  const html = fs.statSync(path.join(generated, 'site/playground.html')).size;
  const total = files.reduce((sum, [, bytes]) => sum + bytes, html);
  check(total < 1000000, `the playground weighs ${total} bytes: ${files.map(([name, bytes]) => `${path.basename(name)} ${bytes}`).join(', ')}`);
  check(files.every(([name]) => name.startsWith(origin)), 'nothing comes from elsewhere');
  await page.context().close();
  return total;
}

async function pictures(browser) {
  for (const width of [390, 900, 1440]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(browser, `${fromSandbox}#method=export_records`, { viewport: { width, height: 950 }, colorScheme });
      await answer(page, 'export_records');
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: path.join(shots, `playground-${width}-${colorScheme}.png`), fullPage: true });
      await page.context().close();
    }
  }
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  let methods;
  let bytes;
  const only = process.env.ONLY?.split(',');
  const step = async (name, run) => { if (!only || only.includes(name)) return run(); return undefined; };
  try {
    methods = await step('methods', () => everyMethod(browser));
    await step('disk', () => executes(browser, fromDisk));
    await step('sandbox', () => executes(browser, fromSandbox));
    await step('refuses', () => refuses(browser));
    await step('validates', () => validates(browser));
    await step('newcomer', () => newcomer(browser));
    await step('secrecy', async () => { await secrecy(browser, fromDisk); await secrecy(browser, fromSandbox); });
    await step('links', () => links(browser));
    await step('versions', () => versions(browser));
    await step('keyboard', () => keyboard(browser));
    await step('accessible', () => accessible(browser));
    await step('still', () => still(browser));
    await step('buttons', () => buttons(browser));
    bytes = await step('weight', () => weight(browser));
    if (shots) await pictures(browser);
  } finally {
    await browser.close();
    if (wrong.length) console.error(wrong.join('\n'));
  }
  // An answer with a status of 400 or more is a message of the browser, which is as it must be.
  const unexpected = wrong.filter((text) => !/Failed to load resource: the server responded with a status of 4\d\d/.test(text));
  if (unexpected.length) throw new Error(`messages on the console:\n${unexpected.join('\n')}`);
  console.log(`RESULT ${methods} methods, ${count()} checks, ${bytes} bytes`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
