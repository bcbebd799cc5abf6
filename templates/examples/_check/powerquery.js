// Parses all .pq files below a folder: powerquery.js FOLDER_OF_NODE_MODULES FOLDER.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [modules, folder] = process.argv.slice(2);
const parser = createRequire(path.join(path.resolve(modules), "node_modules", "x"))("@microsoft/powerquery-parser");

async function main() {
    const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".pq"));
    let problems = files.length ? 0 : 1;
    for (const file of files) {
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        const task = await parser.TaskUtils.tryLexParse(parser.DefaultSettings, text);
        if (parser.TaskUtils.isError(task)) {
            problems += 1;
            console.log(`${file}: ${task.error.message}`);
        }
    }
    process.exit(problems ? 1 : 0);
}

main();
