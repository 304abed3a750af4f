import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkKit } from './publish/check-kit';
import { fillPages } from './publish/fill-pages';
import { blanksOf, picturedVersionFile, readKit } from './publish/kit';
import { makePictures } from './publish/make-pictures';

const USAGE = `Usage: npm run publish:check [-- --ready]
       npm run publish:pages [-- --out DIR]
       npm run publish:pictures [-- --out DIR] [--only FILE]...

What Google asks for a published add-on; publish/README.md says how it goes together.

  check      sizes of pictures, lengths of texts, links, scopes, version; what the publisher has still to fill in
  pages      the pages, filled in from publish/publisher.json, ready for a web server, into release/pages/
  pictures   draws the icons and the banner, and takes the screenshots again

  --ready    fails too while something has still to be filled in
  --out DIR  where to put the files
  --only     takes this screenshot and no other`;

const ROOT = path.join(__dirname, '..');

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ready: { type: 'boolean' },
      out: { type: 'string' },
      only: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  const outdir = values.out === undefined ? undefined : path.resolve(values.out);
  if (values.help) return say(USAGE);
  if (positionals.length === 1 && positionals[0] === 'check') return check(values.ready ?? false);
  if (positionals.length === 1 && positionals[0] === 'pages')
    return list(fillPages(ROOT, outdir ?? path.join(ROOT, 'release/pages')));
  if (positionals.length === 1 && positionals[0] === 'pictures') return pictures(outdir, values.only);
  console.error(USAGE);
  return 2;
}

function check(isToBeReady: boolean): number {
  const problems = checkKit(ROOT);
  const blanks = blanksOf(readKit(ROOT).publisher);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('The publishing kit is in order.');
  if (blanks.length > 0) console.log(`Yours to fill in, in publish/publisher.json: ${blanks.join(', ')}.`);
  return problems.length > 0 || (isToBeReady && blanks.length > 0) ? 1 : 0;
}

async function pictures(outdir: string | undefined, only?: readonly string[]): Promise<number> {
  const folder = outdir ?? path.join(ROOT, 'publish/pictures');
  const files = await makePictures(ROOT, folder, only);
  // The version says of all pictures that they are of today.
  if (only !== undefined) return list(files);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(picturedVersionFile(folder), `${version}\n`);
  return list(files);
}

function list(files: readonly string[]): number {
  return say(files.map((file) => path.relative(process.cwd(), file)).join('\n'));
}

function say(text: string): number {
  console.log(text);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error & { readonly code?: string }) => {
    const isUsage = String(error.code).startsWith('ERR_PARSE_ARGS');
    console.error(isUsage ? `${error.message}\n${USAGE}` : error.stack);
    process.exitCode = isUsage ? 2 : 1;
  },
);
