// Swagger UI and Redoc, from npm and not from a network, show every operation in full in headless Chromium without an
// error; "Try it out" calls the sandbox.
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
const codes = (operation) => Object.keys(operation.responses).length;

// For each operation that it opens, Swagger UI reads the whole document once more. So all are opened in parts of the
// document, one for each group, which take seconds together; the whole document takes minutes.
const parts = document_.tags.map((tag) => {
  const own = Object.entries(document_.paths).filter(([, item]) => item.post.tags[0] === tag.name);
  const paths = Object.fromEntries(own.map(([key, item]) => [key, { post: { ...item.post, 'x-codeSamples': undefined } }]));
  const used = references(paths);
  const keep = (kind) => Object.fromEntries(
    Object.entries(document_.components[kind]).filter(([name]) => used.has(`#/components/${kind}/${name}`)),
  );
  const components = { ...document_.components, schemas: keep('schemas'), responses: keep('responses') };
  return { ...document_, tags: [tag], 'x-tagGroups': undefined, webhooks: undefined, paths, components };
});

// What a part of the document refers to, and what that refers to.
function references(value, used = new Set()) {
  if (typeof value !== 'object' || value === null) return used;
  if (value.$ref && !used.has(value.$ref)) {
    used.add(value.$ref);
    references(value.$ref.slice(2).split('/').reduce((inner, key) => inner[key], document_), used);
  }
  Object.values(value).forEach((inner) => references(inner, used));
  return used;
}

const page = (head, body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}${body}`;
const swaggerPage = (url, expansion) => ['text/html', page(
  '<link rel="stylesheet" href="/swagger.css"><script src="/swagger.js"></script>',
  `<div id="ui"></div><script>SwaggerUIBundle({ url: "${url}", dom_id: "#ui", docExpansion: "${expansion}", validatorUrl: null });</script>`,
)];
const served = {
  '/openapi.json': ['application/json', JSON.stringify(document_)],
  '/swagger': swaggerPage('/openapi.json', 'list'),
  '/redoc': ['text/html', page('<script src="/redoc.js"></script>', '<div id="ui"></div><script>Redoc.init("/openapi.json", { disableSearch: true }, document.getElementById("ui"));</script>')],
  '/swagger.css': ['text/css', fs.readFileSync(`${modules}/swagger-ui-dist/swagger-ui.css`)],
  '/swagger.js': ['text/javascript', fs.readFileSync(`${modules}/swagger-ui-dist/swagger-ui-bundle.js`)],
  '/redoc.js': ['text/javascript', fs.readFileSync(`${modules}/redoc/bundles/redoc.standalone.js`)],
};
parts.forEach((part, index) => {
  served[`/part${index}.json`] = ['application/json', JSON.stringify(part)];
  served[`/swagger${index}`] = swaggerPage(`/part${index}.json`, 'full');
});

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

// Every operation with its form and all its answers.
async function swaggerInFull(browser, site, wrong) {
  let shown = 0;
  for (const [index, part] of parts.entries()) {
    const tab = await open(browser, site, `swagger${index}`, wrong);
    for (const { post } of Object.values(part.paths)) {
      const block = tab.locator(`.opblock.is-open[id$="-${post.operationId}"]`);
      await block.locator('.responses-table .response').nth(codes(post) - 1).waitFor({ timeout: 60000 });
      const fields = await block.locator('[data-property-name]').evaluateAll((all) => all.map((one) => one.dataset.propertyName));
      const [body] = Object.values(post.requestBody.content);
      const missing = Object.keys(body.schema.properties).filter((name) => !fields.includes(name));
      check(!missing.length, `Swagger UI does not show ${missing} of ${post.operationId}, but ${fields}`);
      shown += 1;
    }
    await tab.close();
  }
  check(shown === operations.length, `Swagger UI shows ${shown} operations in full`);
}

async function redoc(browser, site, wrong) {
  const tab = await open(browser, site, 'redoc', wrong);
  await tab.locator('h2', { hasText: operations[0].summary }).first().waitFor({ timeout: 60000 });
  for (const operation of operations) {
    const name = `Redoc, ${operation.operationId}`;
    const section = tab.locator(`[id$="operation/${operation.operationId}"]`).first();
    check(await section.isVisible(), `${name}: is not shown`);
    const text = await section.innerText();
    check(text.includes(operation.summary), `${name}: has no title`);
    const [body] = Object.values(operation.requestBody.content);
    const fields = Object.keys(body.schema.properties).filter((field) => !text.includes(field));
    check(!fields.length, `${name}: does not show ${fields}`);
    const missing = Object.keys(operation.responses).filter((code) => !text.includes(code));
    check(!missing.length, `${name}: does not show the answers ${missing}`);
    const languages = operation['x-codeSamples'].filter((sample) => !text.includes(sample.label));
    check(!languages.length, `${name}: has no example in ${languages.map((sample) => sample.label)}`);
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
    await swaggerInFull(browser, site, wrong);
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
