import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** Files to paste into Apps Script, in the order of the steps; then the words of each language, of which nobody needs two. */
const PASTED_FILES = ['Code.js', 'Sidebar.html', 'Help.html', 'appsscript.json'];

const WORDS = /^Words-.+\.html$/;

/** Content by name of the file. */
export type Pasted = Readonly<Record<string, string>>;

export function readPasted(distDir: string): Pasted {
  const names = [...PASTED_FILES, ...readdirSync(distDir).filter((name) => WORDS.test(name))];
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(distDir, name), 'utf8')]));
}

/** The languages that a release has words for, such as `pt-BR`. */
export function languagesIn(pasted: Pasted): readonly string[] {
  return Object.keys(pasted).flatMap((name) => (WORDS.test(name) ? [name.slice(6, -5)] : []));
}

/** The same files make the same archive, byte for byte: its times are those of no machine. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(Date.UTC(1980, 0, 2)) });
}

/** As `sha256sum -c` reads it. */
export function checksums(files: Readonly<Record<string, string | Uint8Array>>): string {
  return Object.entries(files)
    .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    .join('');
}
