import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');

/** New texts by path below `src`, or how the text that is there changes. */
export type Edits = Readonly<Record<string, string | ((text: string) => string)>>;

/** Compiles a copy of `src` with edits, somewhere else. Answers what the compiler says of each file that it refuses. */
export function compileCopy(edits: Edits): Readonly<Record<string, readonly string[]>> {
  return withCopy(edits, refusedIn);
}

/** Runs `use` on a copy of `src` with edits, whose root it is given; the copy is gone afterwards. */
export function withCopy<Result>(edits: Edits, use: (root: string) => Result): Result {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'copy-'));
  try {
    fs.cpSync(path.join(ROOT, 'src'), path.join(root, 'src'), {
      recursive: true,
      filter: (file) => !/\.tsbuild/.test(path.basename(file)),
    });
    fs.copyFileSync(path.join(ROOT, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
    fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(root, 'package.json'));
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    for (const [file, edit] of Object.entries(edits)) {
      const target = path.join(root, 'src', file);
      const text = typeof edit === 'string' ? edit : edited(file, fs.readFileSync(target, 'utf8'), edit);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text);
    }
    return use(root);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** Compiler errors of each file of a copy. */
export function refusedIn(root: string): Readonly<Record<string, readonly string[]>> {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(
    process.execPath,
    [tsc, '-b', 'src', 'src/sidebar', '--pretty', 'false'],
    { cwd: root, encoding: 'utf8' },
  );
  const refused: Record<string, string[]> = {};
  for (const [, file, said] of stdout.matchAll(/^src\/([^(\n]+)\(\d+,\d+\): error TS\d+: (.*)$/gm))
    refused[file!] = [...(refused[file!] ?? []), said!];
  if (status !== 0 && Object.keys(refused).length === 0) throw new Error(stdout);
  return refused;
}

/** Runs code in a copy, as a module next to its folders. Answers what it exports as `result`. */
export function evaluateIn(root: string, code: string): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: path.join(root, 'src'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'made',
  });
  return new Function(`${outputFiles[0]?.text}\nreturn made.result;`)();
}

function edited(file: string, text: string, edit: (text: string) => string): string {
  const result = edit(text);
  if (result === text) throw new Error(`The edit found nothing to change in ${file}.`);
  return result;
}
