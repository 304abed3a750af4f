import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourcesOf } from '../../local/docs/read-imports';
import { ROOT } from '../bundle/built';

/** Words with which a comment would only hint at what it describes. */
const HINT = /\/\*\*\s*(?:\* )?(What|Where|Of|That|Who)\b[^*\n]*/g;

test('what describes a name of src begins with a noun or a verb', () => {
  const hinting = sourcesOf('src').flatMap((file) =>
    [...readFileSync(path.join(ROOT, 'src', file), 'utf8').matchAll(HINT)].map(
      ([comment]) => `src/${file}: ${comment}`,
    ),
  );
  expect(hinting).toEqual([]);
});
