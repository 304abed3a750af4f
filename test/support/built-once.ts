import { runBuild } from '../bundle/built';

/** The add-on, built by Jest's `globalSetup` once for all test files. */

const FOLDER = 'BUILT_ADD_ON';

/** Folder of the built add-on, which nobody changes. */
export function builtFolder(): string {
  const folder = process.env[FOLDER];
  if (folder === undefined) throw new Error('The add-on is not built: run the tests by Jest.');
  return folder;
}

/** Jest's `globalSetup`: a worker is given the variables that are set here. */
export default function buildOnce(): () => void {
  const built = runBuild();
  if (built.exitCode !== 0) throw new Error(built.stderr);
  process.env[FOLDER] = built.folder;
  return built.remove;
}
