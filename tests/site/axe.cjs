// axe-core finds nothing on any kind of page, on a desk and on a phone, in light and in dark.
const fs = require('node:fs');
const { fromDisk, KINDS, check, withBrowser, finish } = require('./browser.cjs');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

finish('axe', () => withBrowser(async (browser) => {
  const wrong = [];
  let runs = 0;
  for (const [width, colorScheme] of [[1300, 'light'], [1300, 'dark'], [390, 'light'], [390, 'dark']]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    for (const page of Object.values(KINDS)) {
      const tab = await context.newPage();
      await tab.goto(fromDisk(page));
      await tab.waitForTimeout(200);
      await tab.evaluate(axe);
      const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
      for (const one of found.violations) {
        const places = one.nodes.slice(0, 4).map((node) => `${node.target} ${node.html.slice(0, 160)} ${node.any.map((any) => any.message).join(' ')}`);
        wrong.push(`${page} at ${width}, ${colorScheme}: ${one.id}, ${one.help}\n    ${places.join('\n    ')}`);
      }
      runs += 1;
      await tab.close();
    }
    await context.close();
  }
  check(!wrong.length, wrong.join('\n'));
  return `${runs} runs without a finding`;
}));
