// Swagger UI and Redoc, from npm and not from a network, show every operation in headless Chromium without an error;
// "Try it out" calls the sandbox.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { chromium } = require('playwright-core');

const address = process.env.REDCAP_API_URL;
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
const work = process.env.WORK;
const modules = path.join(work, 'node_modules');
const text = fs.readFileSync('generated/openapi/latest/openapi.json', 'utf8');
const document_ = JSON.parse(text);
// The sandbox of this run listens on a port of its own.
document_.servers = [{ url: address.replace(/\/$/, '') }];
const operations = Object.values(document_.paths).map((item) => item.post);
const page = (head, body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}${body}`;
const served = {
  '/openapi.json': ['application/json', JSON.stringify(document_)],
  '/swagger': ['text/html', page(
    '<link rel="stylesheet" href="/swagger.css"><script src="/swagger.js"></script>',
    '<div id="ui"></div><script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", docExpansion: "list", validatorUrl: null });</script>',
  )],
  '/redoc': ['text/html', page('<script src="/redoc.js"></script>', '<div id="ui"></div><script>Redoc.init("/openapi.json", { disableSearch: true }, document.getElementById("ui"));</script>')],
  '/swagger.css': ['text/css', fs.readFileSync(`${modules}/swagger-ui-dist/swagger-ui.css`)],
  '/swagger.js': ['text/javascript', fs.readFileSync(`${modules}/swagger-ui-dist/swagger-ui-bundle.js`)],
  '/redoc.js': ['text/javascript', fs.readFileSync(`${modules}/redoc/bundles/redoc.standalone.js`)],
};

function check(holds, what) {
  if (!holds) throw new Error(what);
}

async function open(browser, site, name, wrong) {
  const tab = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
  tab.on('console', (message) => message.type() === 'error' && wrong.push(`${name}: ${message.text()}`));
  tab.on('pageerror', (error) => wrong.push(`${name}: ${error.stack}`));
  // Redoc shows the logo of its makers, which is not in its package.
  await tab.route(LOGO, (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
  tab.on('request', (request) => {
    const host = new URL(request.url()).host;
    const known = [new URL(site).host, new URL(address).host, ''].includes(host);
    if (!known && request.url() !== LOGO) wrong.push(`${name} asks ${request.url()}`);
  });
  await tab.goto(`${site}/${name}`);
  return tab;
}

async function swagger(browser, site, wrong) {
  const tab = await open(browser, site, 'swagger', wrong);
  await tab.locator('.opblock').first().waitFor();
  await tab.waitForTimeout(1000);
  const shown = await tab.locator('.opblock').count();
  const webhooks = Object.keys(document_.webhooks).length;
  check(shown === operations.length + webhooks, `Swagger UI shows ${shown} operations`);
  // A sample is opened: each takes more than a second.
  for (let index = 0; index < shown; index += 11) {
    const block = tab.locator('.opblock').nth(index);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.responses-table .response').first().waitFor();
    await block.locator('.opblock-summary-control').click();
  }
  const block = tab.locator('#operations-Arms-export_arms');
  await block.locator('.opblock-summary-control').click();
  await block.locator('.try-out__btn').click();
  const field = (name) => block.locator(`tr[data-property-name="${name}"]`);
  await field('token').locator('input').first().fill(process.env.REDCAP_API_TOKEN);
  const format = field('format').locator('select');
  if (await format.count()) await format.selectOption('json');
  await block.locator('.execute').click();
  await block.locator('.live-responses-table').waitFor();
  await tab.waitForTimeout(500);
  const answer = await block.locator('.live-responses-table').innerText();
  await block.locator('.live-responses-table').scrollIntoViewIfNeeded();
  await tab.screenshot({ path: path.join(work, 'swagger.png') });
  check(answer.includes('"arm_num": 1'), `no rows came from the sandbox: ${answer.slice(0, 800)}\n${await block.locator('.curl').innerText()}`);
}

async function redoc(browser, site, wrong) {
  const tab = await open(browser, site, 'redoc', wrong);
  await tab.locator('h2', { hasText: operations[0].summary }).first().waitFor({ timeout: 60000 });
  for (const operation of operations) {
    const id = `operation/${operation.operationId}`;
    check(await tab.locator(`[id$="${id}"]`).count() > 0, `Redoc does not show ${operation.operationId}`);
  }
  await tab.locator('[id$="operation/import_records"]').first().scrollIntoViewIfNeeded();
  await tab.waitForTimeout(500);
  await tab.screenshot({ path: path.join(work, 'redoc.png') });
}

async function main() {
  const server = http.createServer((request, response) => {
    const [type, body] = served[request.url] ?? ['text/plain', 'nothing'];
    response.writeHead(served[request.url] ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const site = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const wrong = [];
  try {
    await fetch(new URL('/_sandbox/reset', address), { method: 'POST' });
    await swagger(browser, site, wrong);
    await redoc(browser, site, wrong);
  } finally {
    await browser.close();
    server.close();
    if (wrong.length) console.error(wrong.join('\n'));
  }
  if (wrong.length) throw new Error(wrong.join('\n'));
  console.log(`RESULT ${operations.length} operations in each`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
