import { execFileSync } from 'node:child_process';

const EVERY_MS = 500;

/**
 * Calls `end` once whoever started this is gone. A kill of `npm run …` reaches nobody but npm: the shell between stays,
 * and what npm started would go on unseen.
 */
export function endWithParent(end: () => void): void {
  const parents = [process.ppid, ...(process.env.npm_lifecycle_event ? grandparent() : [])];
  const watch = setInterval(() => {
    if (process.ppid === parents[0] && parents.every(isThere)) return;
    clearInterval(watch);
    end();
  }, EVERY_MS);
  watch.unref();
}

/** npm, behind the shell that it starts a script with. Where there is no `ps`, the shell has to do. */
function grandparent(): readonly number[] {
  try {
    const pid = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8' }));
    return pid > 1 ? [pid] : [];
  } catch {
    return [];
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
