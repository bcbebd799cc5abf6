// Headless Chromium for the proofs of the site, and what every proof of a page asks of it.
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const site = path.join(process.env.GENERATED ?? 'generated', 'site');
const fromDisk = (page) => pathToFileURL(path.resolve(site, page)).href;

// One page of each kind: what they have in common is tried on these.
const KINDS = {
  start: 'index.html',
  group: 'groups/records.html',
  method: 'methods/export_records.html',
  shape: 'shapes/user.html',
  right: 'rights/api_export.html',
  errors: 'errors.html',
  versions: 'versions.html',
  changes: 'changes.html',
  security: 'security.html',
  trigger: 'trigger.html',
  sandbox: 'sandbox.html',
  clients: 'clients.html',
  sources: 'sources.html',
  playground: 'playground.html',
};

function check(holds, what) {
  if (!holds) throw new Error(what);
}

async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

// A tab whose errors, violations of the policy and foreign requests are noted in `wrong`.
async function open(context, wrong) {
  const tab = await context.newPage();
  const note = (what) => wrong.push(`${tab.url()}: ${what}`);
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()));
  tab.on('pageerror', (error) => note(error.stack));
  tab.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['file:', 'data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') note(`asks ${request.url()}`);
  });
  return tab;
}

function finish(name, main) {
  main().then((result) => console.log(`RESULT ${result}`), (error) => {
    console.error(`${name}: ${error.stack}`);
    process.exitCode = 1;
  });
}

module.exports = { site, fromDisk, KINDS, check, withBrowser, open, finish };
