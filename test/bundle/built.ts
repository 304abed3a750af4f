import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

export interface Build {
  readonly folder: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  read(file: string): string;
  remove(): void;
}

/** Runs the build of the project in `root` as a person would, into a folder of its own. */
export function runBuild(root: string = ROOT): Build {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'built-')), 'dist');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build.mjs', '--outdir', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    folder,
    exitCode: status,
    stdout,
    stderr,
    read: (file) => fs.readFileSync(path.join(folder, file), 'utf8'),
    remove: () => fs.rmSync(path.dirname(folder), { recursive: true, force: true }),
  };
}

/** The listed entry points, in the order of the list. */
export function listedEntryPoints(): readonly string[] {
  const byCaller: Record<string, string[]> = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'src/entry-points.json'), 'utf8'),
  );
  return Object.values(byCaller).flat();
}
