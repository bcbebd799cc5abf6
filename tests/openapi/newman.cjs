// Runs the whole Postman collection. The examples in it are for the project as it is seeded, so the sandbox goes back
// to that before each request; the collection itself knows nothing of a sandbox.
const fs = require('node:fs');
const newman = require('newman');

const address = process.env.REDCAP_API_URL;
const folder = 'generated/postman';
const collection = JSON.parse(fs.readFileSync(`${folder}/collection.json`, 'utf8'));
const requests = collection.item.flatMap((group) => group.item).length;
const reset = new URL('/_sandbox/reset', address).href;
collection.event = [{
  listen: 'prerequest',
  script: {
    exec: [
      `pm.sendRequest({ url: ${JSON.stringify(reset)}, method: 'POST' }, (error, answer) =>`,
      "  pm.test('the sandbox is as new', () => { pm.expect(error).to.equal(null); pm.expect(answer.code).to.be.below(300); }));",
    ],
  },
}];

newman.run({
  collection,
  environment: require(`${process.cwd()}/${folder}/environment.json`),
  envVar: [
    { key: 'redcap_url', value: address },
    { key: 'redcap_token', value: process.env.REDCAP_API_TOKEN },
    { key: 'redcap_super_token', value: process.env.REDCAP_SUPER_TOKEN },
  ],
  workingDir: folder,
  reporters: [],
}, (error, summary) => {
  if (error) throw error;
  const { stats, failures } = summary.run;
  for (const failure of failures) {
    const item = failure.source && failure.source.name;
    const run = summary.run.executions.find((one) => one.item.name === item);
    console.error(`${item}: ${failure.error.message}\n  ${run && run.response && run.response.stream}`);
  }
  const tests = requests * 2;
  console.log(`RESULT ${requests} requests, ${stats.assertions.total} assertions`);
  // A collection whose tests are gone would be green too.
  const all = stats.items.total === requests && stats.assertions.total === tests;
  if (!all) console.error(`${requests} requests with ${tests} assertions were expected`);
  process.exitCode = failures.length || !all ? 1 : 0;
});
