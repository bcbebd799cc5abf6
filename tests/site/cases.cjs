// The playground writes the programs that a file holds; tests/playground.rs makes it.
//
//   node cases.cjs SITE FILE
const fs = require('node:fs');
const { load, difference } = require('./scripts.cjs');

async function main() {
  const [site, file] = process.argv.slice(2);
  const playground = await load(site);
  const languages = new Map(playground.program.languages.map((one) => [one.id, one]));
  const cases = JSON.parse(fs.readFileSync(file, 'utf8'));
  const wrong = [];
  for (const { case: name, language, method, values, program } of cases) {
    let made;
    try {
      made = playground.program.write(languages.get(language), playground.model.methods.get(method), values);
    } catch (error) {
      made = String(error.stack ?? error);
    }
    const held = `${program.replace(/\n+$/, '')}\n`;
    if (made !== held) wrong.push(`${method} in ${language} (${name}), ${difference(made, held)}`);
  }
  if (wrong.length) throw new Error(`${wrong.length} of ${cases.length} programs differ:\n${wrong.slice(0, 20).join('\n')}`);
  console.log(`${cases.length} programs are equal`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
