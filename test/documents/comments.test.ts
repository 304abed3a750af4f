import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourcesOf } from '../../local/docs/read-imports';
import { ROOT } from '../bundle/built';

/** Words with which a comment would only hint at what it describes. */
const HINT = /\/\*\*\s*(?:\* )?(What|Where|Of|That|Who)\b[^*\n]*/g;

test.each(['src', 'local', 'live'])('what describes a name of %s begins with a noun or a verb', (folder) => {
  const hinting = sourcesOf(folder).flatMap((file) =>
    [...readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(HINT)].map(
      ([comment]) => `${folder}/${file}: ${comment}`,
    ),
  );
  expect(hinting).toEqual([]);
});
