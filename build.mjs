/**
 * Builds what is pushed to Apps Script: one script, two pages, the words of each language, one manifest.
 *
 *   node build.mjs [--outdir dist] [--version 0.1.0]
 */
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const ROOT = path.dirname(fileURLToPath(import.meta.url));

/** Where the script keeps its functions; the stubs call them there. */
const GLOBAL_NAME = 'Sync';

const METHODS = {
  Object: ['entries', 'fromEntries', 'keys', 'values'],
  JSON: ['stringify'],
  Math: ['abs', 'ceil', 'max', 'min', 'round'],
  Array: ['from', 'isArray'],
};

/** The script calls these by a name of two letters: their own names, in 900 places, were 6 kB of it. */
const BUILT_INS = Object.entries(METHODS)
  .flatMap(([owner, methods]) => methods.map((key) => ({ name: `${owner}.${key}`, owner, key })))
  // These belong to no object, but any value of theirs leads to them.
  .concat(
    { name: 'String', owner: "''", key: 'constructor' },
    { name: 'Number', owner: '0', key: 'constructor' },
  )
  .map((builtIn) => ({ ...builtIn, short: `${builtIn.name.replace('.', '_')}_` }));

/** Takes them out of their objects, and does not name them as they are replaced. */
const shortNames = {
  name: 'short-names',
  setup(building) {
    building.onResolve({ filter: /^short-names$/ }, ({ path }) => ({ path, namespace: 'short-names' }));
    building.onLoad({ filter: /.*/, namespace: 'short-names' }, () => ({
      contents: BUILT_INS.map(
        ({ owner, key, short }) => `const { ${key}: ${short} } = ${owner}; export { ${short} };`,
      ).join('\n'),
    }));
  },
};

/** So that nobody bundles a library unseen; each click parses the whole script (docs/decisions.md). */
const CODE_LIMIT_BYTES = 792_000;

/**
 * Empties `outdir` and fills it. Answers the files written, with their sizes.
 *
 * @param {{outdir?: string, version?: string}} options the version that the script says of itself; that of package.json where
 *   it is left out
 * @returns {Promise<{path: string, bytes: number}[]>}
 */
export async function build({ outdir = path.join(ROOT, 'dist'), version } = {}) {
  const [code, sidebar, help, words] = await Promise.all([
    buildCode(version),
    buildPage('sidebar'),
    buildPage('help'),
    buildWords(),
  ]);
  const made = { 'Code.js': code, 'Sidebar.html': sidebar, 'Help.html': help, ...words };
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  for (const [name, text] of Object.entries(made)) await writeFile(path.join(outdir, name), text);
  // clasp wants the manifest inside the folder that it pushes.
  await cp(path.join(ROOT, 'appsscript.json'), path.join(outdir, 'appsscript.json'));
  return Promise.all(
    [...Object.keys(made), 'appsscript.json'].map(async (name) => {
      const file = path.join(outdir, name);
      return { path: file, bytes: (await stat(file)).size };
    }),
  );
}

/** One script whose only top-level functions are the entry points: every other one would be callable from a page. */
async function buildCode(asked) {
  const entryPoints = await readEntryPoints();
  const options = serverOptions(asked ?? (await readVersion()));
  refuseDifference(entryPoints, await exportsOf(options));
  const { outputFiles } = await esbuild.build({
    ...options,
    format: 'iife',
    globalName: GLOBAL_NAME,
    footer: { js: entryPoints.map(stubOf).join('\n') },
  });
  const code = outputFiles[0].text;
  const bytes = Buffer.byteLength(code);
  if (bytes > CODE_LIMIT_BYTES) {
    throw new Error(`Code.js has ${bytes} bytes; more than ${CODE_LIMIT_BYTES} slow down every click.`);
  }
  return code;
}

/** The source map of Code.js, as text: the file that is pushed has none, for each click parses all of it. */
export async function buildSourceMap(version) {
  const options = serverOptions(version ?? (await readVersion()));
  const { outputFiles } = await esbuild.build({
    ...options,
    format: 'iife',
    globalName: GLOBAL_NAME,
    sourcemap: 'external',
    outfile: path.join(ROOT, 'dist/Code.js'),
  });
  return outputFiles.find((file) => file.path.endsWith('.map')).text;
}

async function readVersion() {
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return version;
}

/** Where this copy's new releases will stand, for the sidebar to lead there; without it there is no link. */
function releasesPage(page = process.env.RELEASES_URL ?? '') {
  if (page !== '' && !/^https:\/\/[^\s"<>]+$/.test(page))
    throw new Error('RELEASES_URL must be an address that begins with https://.');
  return page;
}

function serverOptions(version) {
  return {
    entryPoints: [path.join(ROOT, 'src/main.ts')],
    bundle: true,
    write: false,
    metafile: true,
    // Later syntax such as #private fields is a parse error in Apps Script:
    // https://developers.google.com/apps-script/guides/v8-runtime
    target: 'es2019',
    charset: 'utf8',
    // Each click parses the whole file. `npm run trace` reads stack traces with the source map.
    minify: true,
    lineLimit: 10000,
    legalComments: 'none',
    // Fields are set by `=`, which is shorter than to define each.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    define: {
      BUILD_VERSION: JSON.stringify(version),
      BUILD_RELEASES: JSON.stringify(releasesPage()),
      // The same number in three characters.
      'Number.POSITIVE_INFINITY': 'Infinity',
      ...Object.fromEntries(BUILT_INS.map(({ name, short }) => [name, short])),
    },
    inject: ['short-names'],
    plugins: [shortNames],
    logLevel: 'silent',
  };
}

async function exportsOf(options) {
  const { metafile } = await esbuild.build({ ...options, format: 'esm' });
  return Object.values(metafile.outputs)[0].exports;
}

async function readEntryPoints() {
  const byCaller = JSON.parse(await readFile(path.join(ROOT, 'src/entry-points.json'), 'utf8'));
  return [...new Set(Object.values(byCaller).flat())];
}

/** Every export of main.ts can be called from a page, so none may come or go unnoticed. */
function refuseDifference(listed, exported) {
  const missing = listed.filter((name) => !exported.includes(name));
  const unlisted = exported.filter((name) => !listed.includes(name));
  const sentences = [
    missing.length && `src/main.ts does not export ${missing.join(', ')}, which src/entry-points.json lists.`,
    unlisted.length &&
      `src/main.ts exports ${unlisted.join(', ')}, which src/entry-points.json does not list.`,
  ].filter(Boolean);
  if (sentences.length > 0) throw new Error(sentences.join(' '));
}

/** Apps Script finds functions by reading the file, so each entry point is declared at the top level. */
function stubOf(name) {
  return `function ${name}(...a){return ${GLOBAL_NAME}.${name}(...a)}`;
}

/** The words of each language, as scripts that stand before that of a page, each in a line: a page gets those it needs. */
async function buildWords() {
  const folder = path.join(ROOT, 'src/languages');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const pages = await Promise.all(
    files.map(async (name) => {
      const { language, texts, counts, messages, help } = JSON.parse(
        await readFile(path.join(folder, name), 'utf8'),
      );
      const line = (variable, words) => {
        // The end of a script within a text would end the script.
        const json = JSON.stringify(words).replace(/</g, '\\u003c');
        return `<script>var ${variable} = ${json};</script>\n`;
      };
      const own = line('LANGUAGE_WORDS', { language, texts, counts, messages });
      return [`Words-${path.parse(name).name}.html`, own + line('HELP_WORDS', help)];
    }),
  );
  return Object.fromEntries(pages);
}

/** One page without any other file: HtmlService serves no scripts or styles beside it. */
async function buildPage(name) {
  const [page, script, style] = await Promise.all([
    readFile(path.join(ROOT, `src/${name}/page.html`), 'utf8'),
    bundleForPage(`src/${name}/${name}.tsx`, {
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // Google strips what looks like a comment inside template literals, such as the rest of an https address.
      supported: { 'template-literal': false },
    }),
    bundleForPage(`src/${name}/${name}.css`, {}),
  ]);
  const refuse = (text, meaning) => {
    if (script.includes(text)) throw new Error(`The script of ${name} contains ${text}, ${meaning}.`);
  };
  refuse('`', 'a template literal');
  refuse('<?', 'the start of a scriptlet');
  refuse('</script', 'the end of the script');
  return page
    .replace(`/* ${name}.css */`, () => style.trim())
    .replace(`/* ${name}.js */`, () => script.trim());
}

async function bundleForPage(entryPoint, options) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(ROOT, entryPoint)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    minify: true,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { outdir: { type: 'string' }, version: { type: 'string' } } });
  try {
    for (const file of await build(values)) {
      // stderr, because `npm start --json` promises a stdout of its own
      console.error(`${path.relative(process.cwd(), file.path)}  ${(file.bytes / 1000).toFixed(1)} kB`);
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
