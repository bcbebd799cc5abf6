// The playground writes, from the example of each method, byte for byte the programs of generated/examples.
//
//   node equality.cjs [GENERATED]
const fs = require('node:fs');
const path = require('node:path');
const { load, difference } = require('./scripts.cjs');

const generated = process.argv[2] ?? path.join(__dirname, '../../generated');

async function main() {
  const playground = await load(path.join(generated, 'site'));
  const wrong = [];
  let count = 0;
  for (const language of playground.program.languages) {
    for (const method of playground.api.methods) {
      const place = path.join('examples', language.id, method.group, playground.engine.fileName(language, method.id));
      const held = fs.readFileSync(path.join(generated, place), 'utf8');
      let made;
      try {
        made = playground.program.write(language, method, method.examples[0].parameters, playground.api.newest);
      } catch (error) {
        made = String(error.stack ?? error);
      }
      count += 1;
      if (made !== held) wrong.push(`${place}, ${difference(made, held)}`);
    }
  }
  const files = fs.readdirSync(path.join(generated, 'examples'), { withFileTypes: true }).filter((one) => one.isDirectory());
  if (files.length !== playground.program.languages.length) wrong.push(`there are ${files.length} languages in generated/examples`);
  if (wrong.length) {
    console.error(wrong.slice(0, 40).join('\n'));
    throw new Error(`${wrong.length} of ${count} programs differ`);
  }
  console.log(`RESULT ${count} programs in ${playground.program.languages.length} languages are those of generated/examples`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
