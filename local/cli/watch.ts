import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

/** Editors save in several steps: a new file, a rename, a time. */
const QUIET_MS = 300;

/**
 * Acts now, and again each time that one of the files was saved, until the command is stopped; answers what it came to
 * last. Folders are watched, because many editors put a new file in the place of the old one.
 */
export function watchFiles(
  files: readonly string[],
  act: () => number,
  until: (stop: () => void) => void = (stop) => void process.once('SIGINT', stop),
): Promise<number> {
  const names = new Set(files.map((file) => path.resolve(file)));
  const folders = new Set([...names].map((file) => path.dirname(file)));
  let code = actOnce(act);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const heard = (folder: string) => (_: string, name: string | null) => {
      if (name === null || !names.has(path.join(folder, name))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        code = actOnce(act);
      }, QUIET_MS);
    };
    const watchers: FSWatcher[] = [...folders].map((folder) => watch(folder, heard(folder)));
    console.error(`Waiting for a change in ${files.join(', ')}. Ctrl+C ends it.`);
    until(() => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve(code);
    });
  });
}

/** A file that is just being saved may be cut short: that is said, and the next save is waited for. */
function actOnce(act: () => number): number {
  try {
    return act();
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
