import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from './codegen/generate';

const DOCUMENTS = path.join(__dirname, '..', 'src', 'shopify', 'documents');
const GENERATED = path.join(DOCUMENTS, 'generated');

/**
 * `npm run codegen`: writes the texts and types of the GraphQL documents. With `--check` it writes nothing and fails
 * where what is there is not what it would write.
 */
const files = generate(DOCUMENTS);
mkdirSync(GENERATED, { recursive: true });
const there = readdirSync(GENERATED);
const stale = [
  ...there.filter((name) => !files.has(name)),
  ...[...files].filter(([name, text]) => !there.includes(name) || read(name) !== text).map(([name]) => name),
];
if (!process.argv.includes('--check')) {
  for (const name of stale) rmSync(path.join(GENERATED, name), { force: true });
  for (const [name, text] of files) if (stale.includes(name)) writeFileSync(path.join(GENERATED, name), text);
} else if (stale.length > 0) {
  console.error(
    `Run \`npm run codegen\`: ${stale.join(', ')} in src/shopify/documents/generated is out of date.`,
  );
  process.exitCode = 1;
}

function read(name: string): string {
  return readFileSync(path.join(GENERATED, name), 'utf8');
}
