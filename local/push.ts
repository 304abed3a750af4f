import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** `npm run push`: everything that may be missing is said before the tests begin, since they take minutes. */
function main(): number {
  const missing = whatIsMissing();
  if (missing) {
    console.error(missing);
    return 1;
  }
  for (const [command, ...args] of [
    [npm(), 'test'],
    [process.execPath, clasp(), 'push', '-f'],
  ] as const) {
    const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

function whatIsMissing(): string | undefined {
  if (!existsSync(clasp())) return 'clasp is not installed. Run npm ci, then npm run push again.';
  const { scriptId } = JSON.parse(readFileSync(path.join(ROOT, '.clasp.json'), 'utf8')) as {
    readonly scriptId: string;
  };
  const asked = spawnSync(process.execPath, [clasp(), 'show-authorized-user', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (asked.status !== 0) return `clasp does not start: ${asked.stderr.trim().split('\n')[0]}`;
  const isLoggedIn = /"loggedIn":\s*true/.test(asked.stdout);
  if (!isLoggedIn) return 'No Google account is logged in. Run npx clasp login, then npm run push again.';
  // An id is 57 letters, digits, - and _; the text that is there at first is a sentence.
  if (!/^[\w-]{20,}$/.test(scriptId))
    return 'Put the ID of your script into .clasp.json: in your spreadsheet, Extensions ▸ Apps Script ▸ Project Settings.';
  return undefined;
}

function clasp(): string {
  return path.join(ROOT, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
}

function npm(): string {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

process.exitCode = main();
