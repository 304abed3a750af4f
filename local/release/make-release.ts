import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MEMORY_VERSION } from '../../src/sync/memory/memory-version';
import { checkTree } from './check-tree';
import { checksums, readPasted, zip } from './files';
import { installPage } from './install-page';
import { nextVersion, releaseChanges } from './version';

export interface ReleaseRequest {
  /** The checkout. */
  readonly root: string;
  /** The version in package.json where none is asked for. */
  readonly version?: string | undefined;
  /** `2026-11-28`. */
  readonly day: string;
  readonly outdir: string;
  /** Leaves package.json, its lock and the changelog as they are. */
  readonly isTrial: boolean;
}

export interface Release {
  readonly version: string;
  /** Its section of the changelog. */
  readonly notes: string;
  /** Version of the memory that its scripts leave in a spreadsheet, and who may read it. */
  readonly memory: string;
  /** Absolute. */
  readonly files: readonly string[];
}

const MEMORY = `What it remembers in a spreadsheet is of version ${MEMORY_VERSION}; a script that reads an earlier major version only stops there.`;

/** Makes a release of a clean checkout: the files for Apps Script, packed and on a page to copy from, and their checksums. */
export function makeRelease({ root, outdir, day, isTrial, ...asked }: ReleaseRequest): Release {
  checkTree(root);
  const manifest = path.join(root, 'package.json');
  const version = nextVersion(JSON.parse(readFileSync(manifest, 'utf8')).version, asked.version);
  const log = path.join(root, 'CHANGELOG.md');
  const { changelog, notes } = releaseChanges(readFileSync(log, 'utf8'), version, day);
  const pasted = buildPasted(root, version);
  const archiveName = `sync-to-shopify-${version}.zip`;
  const archive = zip(pasted);
  const page = installPage(version, pasted);
  const named = { [archiveName]: archive, 'install.html': page };
  const sums = checksums({ ...named, ...pasted });
  mkdirSync(outdir, { recursive: true });
  const files = Object.entries({
    ...named,
    'checksums.txt': sums,
    'notes.md': `${notes}\n\n${MEMORY}\n`,
  }).map(([name, content]) => {
    const file = path.join(outdir, name);
    writeFileSync(file, content);
    return file;
  });
  if (!isTrial) {
    writeFileSync(log, changelog);
    for (const name of ['package.json', 'package-lock.json']) setVersion(path.join(root, name), version);
  }
  return { version, notes, memory: MEMORY, files };
}

function buildPasted(root: string, version: string) {
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-release-'));
  try {
    const options = ['--outdir', distDir, '--version', version];
    execFileSync(process.execPath, [path.join(root, 'build.mjs'), ...options], { cwd: root, stdio: 'pipe' });
    return readPasted(distDir);
  } finally {
    rmSync(distDir, { recursive: true, force: true });
  }
}

function setVersion(file: string, version: string): void {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.version = version;
  if (content.packages?.['']) content.packages[''].version = version;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
