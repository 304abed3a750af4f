import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { architecturePage } from '../../local/docs/architecture-page';
import { architecturePicture } from '../../local/docs/architecture-picture';
import { findJourney } from '../../local/docs/journey';
import { listedEntryPoints, ROOT } from '../bundle/built';
import { openWorkbench } from '../support/workbench';

const read = (file: string) => readFileSync(path.join(ROOT, 'docs', file), 'utf8');

test('docs/architecture.md and its picture are what `npm run docs` writes', () => {
  expect(read('architecture.md')).toBe(architecturePage());
  expect(read('architecture.svg')).toBe(architecturePicture());
});

/** The add-on, in which each step of the journey says its name when it begins. */
async function buildSpeaking(): Promise<string> {
  const journey = findJourney();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'journey-'));
  const names = listedEntryPoints();
  await build({
    entryPoints: [path.join(ROOT, 'src/main.ts')],
    bundle: true,
    target: 'es2019',
    format: 'iife',
    globalName: 'AddOn',
    outfile: path.join(folder, 'Code.js'),
    footer: {
      js: names.map((name) => `function ${name}(...args) { return AddOn.${name}(...args); }`).join('\n'),
    },
    define: { BUILD_VERSION: '"0.0.0"', BUILD_RELEASES: '""' },
    plugins: [
      {
        name: 'speak',
        setup: ({ onLoad }) =>
          onLoad({ filter: /src\/.*\.ts$/ }, ({ path: file }) => {
            const own = journey.filter((step) => file === path.join(ROOT, 'src', step.file));
            const wrapped = own.map(
              ({ name }) =>
                `{ const quiet = ${name}; ${name} = (...args) => { console.log('step ${name}'); return quiet(...args); }; }`,
            );
            return { contents: [readFileSync(file, 'utf8'), ...wrapped].join('\n'), loader: 'ts' };
          }),
      },
    ],
  });
  writeFileSync(path.join(folder, 'Sidebar.html'), '');
  cpSync(path.join(ROOT, 'appsscript.json'), path.join(folder, 'appsscript.json'));
  return folder;
}

describe('a row', () => {
  let distDir: string;
  beforeAll(async () => {
    distDir = await buildSpeaking();
  });
  afterAll(() => rmSync(distDir, { recursive: true }));

  /** The steps that an execution takes when one price has changed, each where it is first taken. */
  function stepsOf(entryPoint: string): readonly string[] {
    const bench = openWorkbench({ runtime: { distDir } });
    const [sheetId = 0] = bench.paste({ Products: 'Handle,Title,SKU,Price\nmug,Mug,M1,10.00\n' });
    bench.drive([sheetId]);
    bench.paste({ Products: 'Handle,Title,SKU,Price\nmug,Mug,M1,11.00\n' });
    const { logs } = bench.runtime.run(entryPoint, [{}], { kind: 'sidebar' });
    const steps = logs.flatMap(({ message }) => /^step (.*)/.exec(message)?.[1] ?? []);
    return [...new Set(steps)];
  }

  test('that is sent takes the steps of the page in their order', () => {
    expect(stepsOf('startSync')).toEqual(findJourney().map(({ name }) => name));
  });

  test('that is previewed takes them as far as the guards, and none that sends', () => {
    const steps = stepsOf('previewSync');
    const journey = findJourney().map(({ name }) => name);
    // A preview compares every row, so nothing is left out as unchanged.
    const compared = journey.filter((name) => name !== 'partitionCatalog');
    const before = compared.slice(0, compared.indexOf('guardActions') + 1);
    expect(steps.slice(0, before.length)).toEqual(before);
    expect(steps.filter((name) => ['sendBatches', 'answerOf', 'recordOutcomes'].includes(name))).toEqual([]);
  });
});
