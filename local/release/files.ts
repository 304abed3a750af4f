import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** Files to paste into Apps Script, in the order of the steps. */
export const PASTED_FILES = ['Code.js', 'Sidebar.html', 'Help.html', 'appsscript.json'] as const;

type PastedFile = (typeof PASTED_FILES)[number];

export type Pasted = Readonly<Record<PastedFile, string>>;

export function readPasted(distDir: string): Pasted {
  const texts = PASTED_FILES.map((name) => [name, readFileSync(path.join(distDir, name), 'utf8')]);
  return Object.fromEntries(texts) as Pasted;
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
