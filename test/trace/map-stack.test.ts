import { buildSync } from 'esbuild';
import { mapStack } from '../../local/trace/map-stack';

/** Two files in one line of minified code, and its map. */
function built() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: 'export function broken(value: string) {\n  if (value) throw new Error(value);\n}\n',
      sourcefile: '../src/broken.ts',
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'Bundle',
    sourcemap: 'external',
    outfile: 'Code.js',
    write: false,
  });
  return { map: outputFiles[0]!.text, code: outputFiles[1]!.text };
}

test('a place of Code.js is told by its file and line in src', () => {
  const { map, code } = built();
  const column = code.indexOf('new Error') + 1;
  expect(column).toBeGreaterThan(1);
  expect(mapStack(`Error: no\n    at n (Code:1:${column})`, map)).toBe(
    'Error: no\n    at n (src/broken.ts:2:20)',
  );
});

test('what is no place of Code.js stays as it stands', () => {
  const { map } = built();
  const stack = 'Error: no\n    at onOpen (Other:3:4)\n    at Code';
  expect(mapStack(stack, map)).toBe(stack);
});
