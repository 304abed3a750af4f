import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { floorOf, importsOf, ROOT, roomOf, sourcesOf } from '../local/docs/read-imports';
import { MAY_IMPORT, ROOMS } from '../local/docs/rooms';

const FOLDERS = Object.keys(MAY_IMPORT);

const NAMES = ['SpreadsheetApp', 'console', 'document', 'setTimeout', 'URL', 'process', 'require'];
const KNOWN_NAMES: Readonly<Record<string, readonly string[]>> = {
  google: ['SpreadsheetApp', 'console'],
  sidebar: ['console', 'document', 'setTimeout', 'URL'],
  help: ['console', 'document', 'setTimeout', 'URL'],
};

/** A folder ends in a slash. */
const SMALL_KINDS = [
  // Ports, and their adapters to one Google service each.
  'ports/',
  'google/services/',
  // Operations of the Admin API, and the types under all of its documents.
  'shopify/operations/',
  'shopify/documents/document.ts',
  // Grants by which Shopify gives a token.
  'shopify/auth/',
  // Entries: of the tables of dialects and of languages, of the page, and use cases that a person asks for.
  'catalog/dialects/',
  'language/languages.ts',
  'sidebar/sidebar.tsx',
  'help/help.tsx',
  'sync/commands/',
];

describe('the compiler', () => {
  let refused: ReadonlySet<string>;

  beforeAll(() => {
    refused = compile((folder) => ({
      ...Object.fromEntries(
        FOLDERS.filter((other) => other !== folder).map((other) => [
          `imports-${other}.ts`,
          `import { marker } from '../${other}/marker';\nexport const seen = marker;\n`,
        ]),
      ),
      ...Object.fromEntries(NAMES.map((name) => [`names-${name}.ts`, `export const seen = ${name};\n`])),
    }));
  }, 60_000);

  test.each(FOLDERS)('lets src/%s import what the design allows and nothing else', (folder) => {
    const allowed = FOLDERS.filter(
      (other) => other !== folder && !refused.has(`${folder}/imports-${other}.ts`),
    );
    expect(allowed).toEqual(MAY_IMPORT[folder]);
  });

  test.each(FOLDERS)('lets src/%s name what exists where it runs and nothing else', (folder) => {
    const known = NAMES.filter((name) => !refused.has(`${folder}/names-${name}.ts`));
    expect(known).toEqual(KNOWN_NAMES[folder] ?? []);
  });

  test('refuses nothing without a reason', () => {
    expect([...refused].filter((file) => file.endsWith('marker.ts'))).toEqual([]);
  });
});

describe('the sources', () => {
  test('ask for time, chance and sleep only in src/google', () => {
    const offenders = sourcesOf('src')
      .filter((file) => !file.startsWith('google/'))
      .flatMap((file) =>
        (codeOf(file).match(/Date\.now|new Date\(\)|Math\.random|Utilities\.sleep/g) ?? []).map(
          (found) => `src/${file}: ${found}`,
        ),
      );
    expect(offenders).toEqual([]);
  });

  test('import nothing of a room above their own', () => {
    const rising = [...importsOf('src')].flatMap(([file, targets]) =>
      targets
        .filter((target) => target.split('/')[0] === file.split('/')[0] && floorOf(target) > floorOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(rising).toEqual([]);
  });

  test('all stand in a room that has its floor', () => {
    expect([...importsOf('src').keys()].filter((file) => file.includes('/') && floorOf(file) < 0)).toEqual(
      [],
    );
  });

  test('stand in every room that is listed', () => {
    const used = new Set(sourcesOf('src').map((file) => `${file.split('/')[0]}/${roomOf(file)}`));
    const listed = Object.entries(ROOMS).flatMap(([folder, rooms]) =>
      Object.keys(rooms).map((room) => `${folder}/${room}`),
    );
    expect(listed.filter((room) => !used.has(room))).toEqual([]);
  });

  test.each(['src', 'local', 'live', 'test'])('of %s have at most twenty files in a folder', (folder) => {
    const files = sourcesOf(folder).map((file) => path.posix.dirname(file));
    const crowded = [...new Set(files)].filter((room) => files.filter((other) => other === room).length > 20);
    expect(crowded).toEqual([]);
  });

  test.each(['src', 'local', 'live'])('of %s have at most 250 lines', (folder) => {
    const long = sourcesOf(folder).filter(
      (file) =>
        !file.includes('/generated/') &&
        fs.readFileSync(path.join(ROOT, folder, file), 'utf8').split('\n').length - 1 > 250,
    );
    expect(long).toEqual([]);
  });

  test('of src have at least 25 lines, or are of a kind that is one small thing to a file', () => {
    const short = sourcesOf('src').filter(
      (file) =>
        !file.includes('/generated/') &&
        !SMALL_KINDS.some((kind) => file === kind || (kind.endsWith('/') && file.startsWith(kind))) &&
        sourceOf(file).split('\n').length - 1 < 25,
    );
    expect(short).toEqual([]);
  });

  test.each(['src', 'local', 'live', 'test'])('of %s import in no circle, types included', (folder) => {
    expect(circlesIn(importsOf(folder))).toEqual([]);
  });

  test('of the sidebar take from the server only the types of its answers, and how a message is said', () => {
    const files = sourcesOf('src').filter((file) => file.startsWith('sidebar/'));
    const importsOf = (file: string, code: string) =>
      [...code.matchAll(/from ['"](\.[^'"]*)['"]/g)]
        .map(([, specifier]) => path.posix.join(path.posix.dirname(file), specifier!))
        .filter((target) => !target.startsWith('sidebar/'));
    expect(new Set(files.flatMap((file) => importsOf(file, sourceOf(file))))).toEqual(
      new Set([
        'answers/answers',
        'answers/chat',
        'answers/colleagues',
        'answers/pull',
        'answers/refresh',
        'answers/requests',
        'answers/waiting',
        'language/cell-words',
        'language/languages',
        'language/patterns',
        'language/speak',
      ]),
    );
    // Imports of types are gone once the code is transformed; what is left would be loaded.
    const loaded = files.flatMap((file) => importsOf(file, codeOf(file)));
    expect(loaded.filter((target) => !target.startsWith('language/'))).toEqual([]);
  });
});

/**
 * Compiles small files under the real configuration of each folder, somewhere else, so that the checkout stays clean.
 * Answers the files that the compiler refused, by `folder/name`.
 */
function compile(filesOf: (folder: string) => Readonly<Record<string, string>>): ReadonlySet<string> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'boundaries-'));
  try {
    fs.copyFileSync(path.join(ROOT, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    for (const folder of FOLDERS) {
      const target = path.join(root, 'src', folder);
      fs.mkdirSync(target, { recursive: true });
      fs.copyFileSync(path.join(ROOT, 'src', folder, 'tsconfig.json'), path.join(target, 'tsconfig.json'));
      const files = { 'marker.ts': 'export const marker = 1;\n', ...filesOf(folder) };
      for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(target, name), text);
    }
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const folders = FOLDERS.map((folder) => path.join('src', folder));
    // One after another: beside each other, what a folder may import is not always there yet when it is looked for.
    const { stdout } = spawnSync(
      process.execPath,
      [tsc, '-b', ...folders, '--pretty', 'false', '--builders', '1'],
      { cwd: root, encoding: 'utf8' },
    );
    return new Set([...stdout.matchAll(/^src\/([^(\n]+)\(\d+,\d+\): error/gm)].map(([, file]) => file!));
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** One circle for each file from which a walk comes back to it, shortest first found. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const since = way.indexOf(file);
    if (since >= 0) circles.push([...way.slice(since), file].join(' → '));
    if (since >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

function sourceOf(file: string): string {
  return fs.readFileSync(path.join(ROOT, 'src', file), 'utf8');
}

/** Without comments and types. */
function codeOf(file: string): string {
  return transformSync(sourceOf(file), { loader: file.endsWith('x') ? 'tsx' : 'ts' }).code;
}
