import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Other people's files and recordings, which lie beside the checkout and not in it. `npm run test:beside` runs the tests
 * that need them; where they are absent, these are skipped by name.
 */
const BESIDE = path.resolve(__dirname, '../../../shared');

/** A group of tests over a folder or a file of what lies beside. `tests` is called with its absolute path. */
export function describeBeside(name: string, title: string, tests: (absolute: string) => void): void {
  const absolute = path.join(BESIDE, name);
  if (existsSync(absolute)) {
    describe(title, () => tests(absolute));
    return;
  }
  const skip = describe.skip;
  skip(title, () => {
    test(`need ../shared/${name}, which is absent`, () => undefined);
  });
}
