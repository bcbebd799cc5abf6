// Pictures of every kind of page at three widths, in light and in dark, for people to look at.
//
//   node shots.cjs FOLDER
const fs = require('node:fs');
const path = require('node:path');
const { fromDisk, KINDS, withBrowser, finish } = require('./browser.cjs');

const folder = process.argv[2];
fs.mkdirSync(folder, { recursive: true });

finish('shots', () => withBrowser(async (browser) => {
  let count = 0;
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, height] of [[390, 844], [820, 1180], [1440, 1000]]) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      for (const [kind, page] of Object.entries(KINDS)) {
        const tab = await context.newPage();
        await tab.goto(fromDisk(page));
        await tab.waitForTimeout(200);
        await tab.screenshot({ path: path.join(folder, `${kind}-${width}-${colorScheme}.png`) });
        await tab.close();
        count += 1;
      }
      await context.close();
    }
  }
  return `${count} pictures in ${folder}`;
}));
