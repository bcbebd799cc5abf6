// What a person does on the page of the playground, and what every proof of it watches.

// Errors, warnings and violations of the policy on any page, and all addresses, headers and messages.
const wrong = [];
const texts = [];

async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    texts.push(message.text());
    if (['error', 'warning'].includes(message.type())) wrong.push(`${url}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${url}: ${error.stack}`));
  page.on('request', (request) => texts.push(request.url(), JSON.stringify(request.headers())));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(url);
  await page.waitForFunction(() => document.getElementById('code').textContent.length > 20);
  return page;
}

async function tab(page, name) {
  await page.getByRole('tab', { name, exact: true }).first().click();
}

async function prepare(page, to, token) {
  await tab(page, 'Send');
  await page.getByLabel('Address of the API').fill(to);
  await page.getByLabel('Token', { exact: true }).fill(token);
}

async function pick(page, id) {
  await page.getByRole('combobox', { name: 'Method', exact: true }).selectOption(id);
}

// Sends, typing the name of the method where it is asked for.
async function send(page, id) {
  await page.locator('#send').click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) {
    await dialog.getByRole('textbox').fill(id);
    await dialog.getByRole('button', { name: 'Send' }).click();
  }
}

async function answer(page, id) {
  const address = await page.locator('#address').inputValue();
  const came = page.waitForResponse((response) => response.url() === address);
  await send(page, id);
  await came;
  await page.locator('#answer-status').waitFor();
  await page.waitForFunction(() => !document.getElementById('send').disabled);
  return { status: await page.locator('#answer-status').innerText(), body: await page.locator('#answer-body').innerText(), problem: await page.locator('#send-problem').innerText() };
}

let checks = 0;
function check(holds, what) {
  checks += 1;
  if (!holds) throw new Error(what);
}

function same(made, wanted, what) {
  check(JSON.stringify(made) === JSON.stringify(wanted), `${what}\n  made   ${JSON.stringify(made)}\n  wanted ${JSON.stringify(wanted)}`);
}

module.exports = { wrong, texts, open, tab, prepare, pick, send, answer, check, same, count: () => checks };
