import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOMS } from './rooms';

export const ROOT = path.join(__dirname, '..', '..');

/** TypeScript files of a folder of the project, with `/` between the parts of their paths. */
export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Imports of each file of a folder from the same folder of the project, types included. */
export function importsOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = new Set(sourcesOf(folder));
  const found = (target: string) =>
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) => files.has(file));
  return new Map(
    [...files].map((file) => {
      const code = readFileSync(path.join(ROOT, folder, file), 'utf8');
      const targets = [...code.matchAll(/from ['"](\.[^'"]*)['"]/g)]
        .map(([, specifier]) => found(path.posix.join(path.posix.dirname(file), specifier!)))
        .filter((target) => target !== undefined);
      return [file, targets];
    }),
  );
}

/** The room of a file below `src/`, `.` for one that is right in its folder and has no floor of its own. */
export function roomOf(file: string): string {
  const [folder, room, ...rest] = file.split('/');
  return rest.length > 0 || ROOMS[folder!]?.[room!] !== undefined ? room! : '.';
}

/** Floor of a file's folder, from 0; below 0 where its room is not known. Files right under src/ are above all. */
export function floorOf(file: string): number {
  if (!file.includes('/')) return Number.POSITIVE_INFINITY;
  return Object.keys(ROOMS[file.split('/')[0]!] ?? {}).indexOf(roomOf(file));
}
