import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeRelease } from './release/make-release';
import { Refused } from './release/refuse';

const USAGE = `Usage: npm run release -- [VERSION] [--out DIR] [--trial]

Makes a release of what is committed: sync-to-shopify-VERSION.zip with the files for Apps Script, install.html
with the same files behind Copy buttons, checksums.txt and notes.md. Moves what is unreleased in CHANGELOG.md under
VERSION; without one, it is that of package.json.

  --out DIR   where to put the files; release/ where it is left out
  --trial     makes the files, and leaves package.json and CHANGELOG.md as they are`;

const ROOT = path.join(__dirname, '..');

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, trial: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const isTrial = values.trial ?? false;
  const { version, files, memory } = makeRelease({
    root: ROOT,
    version: positionals[0],
    day: new Date().toISOString().slice(0, 10),
    outdir: path.resolve(values.out ?? path.join(ROOT, 'release')),
    isTrial,
  });
  for (const file of files) console.log(path.relative(process.cwd(), file));
  console.log(`\n${memory}`);
  console.log(
    isTrial
      ? `\nA trial of ${version}: nothing of the checkout was changed.`
      : `\nNow: npm run publish:pictures && git commit -am "Release ${version}" && git tag v${version} && git push --follow-tags`,
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  const isWrongUse =
    error instanceof Refused || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (!isWrongUse) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
