import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refused } from './refuse';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A release is made from a commit and nothing else: building that commit again gives the same files. */
export function checkTree(root: string): void {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim();
  if (changed !== '')
    throw new Refused(`There are changes that are not committed:\n${changed}\nCommit or stash them first.`);
  checkLock(read<Manifest>(root, 'package.json'), read<Lock>(root, 'package-lock.json'));
}

interface Lock {
  readonly packages: Readonly<Record<string, Manifest | undefined>>;
}

/** The lock file must be that of this package.json, or another machine installs something else. */
export function checkLock(manifest: Manifest, { packages }: Lock): void {
  const locked = packages[''];
  for (const kind of ['dependencies', 'devDependencies'] as const) {
    const [wanted, found] = [manifest[kind] ?? {}, locked?.[kind] ?? {}];
    const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    const drifted = [...names].find(
      (name) => wanted[name] !== found[name] || !isLocked(packages[`node_modules/${name}`], wanted[name]),
    );
    if (drifted !== undefined)
      throw new Refused(
        `package-lock.json does not fit package.json: ${drifted}. Run npm install and commit both.`,
      );
  }
  if (locked?.version !== manifest.version)
    throw new Refused('package-lock.json names another version than package.json. Run npm install.');
}

/** Checks that a dependency pinned to one version is locked at that version. */
function isLocked(locked: Manifest | undefined, wanted: string | undefined): boolean {
  return locked !== undefined && (!/^\d+\.\d+\.\d+$/.test(wanted ?? '') || locked.version === wanted);
}

function read<Value>(root: string, name: string): Value {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Value;
}
