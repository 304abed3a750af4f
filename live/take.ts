import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refused } from './refuse';
import { takeAnswers } from './take-answers';

const USAGE = `Usage: npm run live:take -- FILE…

Turns what live platforms answered into test/live/answers/, which test/live/live.test.ts compares with the stand-ins.
FILE is what npm run live:shopify -- --out FILE wrote, or the tab “Live answers” of live/google.gs as CSV. A file with
anything that looks like a secret is refused, and then nothing is taken.`;

const ROOT = path.join(__dirname, '..');

function main(files: readonly string[]): void {
  if (files.length === 0 || files.includes('--help')) {
    console.log(USAGE);
    return;
  }
  // All are read before any is written: where one is refused, nothing is taken.
  const taken = files.map((name) => takeAnswers({ name, text: textOf(name) }));
  const folder = path.resolve(process.env.LIVE_ANSWERS ?? path.join(ROOT, 'test/live/answers'));
  mkdirSync(folder, { recursive: true });
  for (const answers of taken) {
    const name = `${answers.platform}-${answers.answeredOn}.json`;
    writeFileSync(path.join(folder, name), `${JSON.stringify(answers, null, 2)}\n`);
    console.log(`${name}: ${Object.keys(answers.answers).length} answers`);
  }
  console.log('Next: npx jest live/live');
}

function textOf(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    throw new Refused(`There is no file ${name}.`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
