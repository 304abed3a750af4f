import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** A file of the bundle as V8 compiled it, for another thread: it need not compile the functions that were called here. */
export interface CompiledFile {
  readonly file: string;
  readonly text: string;
  readonly code: Uint8Array;
}

interface KnownFile {
  readonly changedMs: number;
  readonly text: string;
  readonly script: vm.Script;
}

/** By path. An execution has a global object of its own; what is compiled is the same for all. */
const known = new Map<string, KnownFile>();
const given = new Map<string, CompiledFile>();
const taken = new Map<string, CompiledFile>();

/** Runs every script file of a folder in the order of their names, as Google does with a project. */
export function runFiles(folder: string, globals: vm.Context): void {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files) {
    if (path.extname(file) === '.js') scriptOf(path.join(folder, file)).runInContext(globals);
  }
}

function scriptOf(file: string): vm.Script {
  const changedMs = fs.statSync(file).mtimeMs;
  const before = known.get(file);
  if (before?.changedMs === changedMs) return before.script;
  const text = fs.readFileSync(file, 'utf8');
  const compiled = given.get(file);
  const cachedData = compiled?.text === text ? Buffer.from(compiled.code) : undefined;
  const script = new vm.Script(text, { filename: file, ...(cachedData && { cachedData }) });
  known.set(file, { changedMs, text, script });
  return script;
}

/** Code that this thread compiled so far; each file once, when it is first asked for. */
export function compiledFiles(): CompiledFile[] {
  return [...known].map(([file, { text, script }]) => {
    const before = taken.get(file);
    if (before?.text === text) return before;
    const compiled = { file, text, code: script.createCachedData() };
    taken.set(file, compiled);
    return compiled;
  });
}

/** Takes what another thread compiled. */
export function giveCompiled(files: readonly CompiledFile[]): void {
  for (const each of files) given.set(each.file, each);
}
