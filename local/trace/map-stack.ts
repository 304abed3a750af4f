import { SourceMap } from 'node:module';
import path from 'node:path';

/** Apps Script names the file without its ending: `at n (Code:12:345)`. */
const PLACE = /\bCode(?:\.gs|\.js)?:(\d+):(\d+)/g;

/**
 * The stack trace with the places of Code.js replaced by those of the sources, for example `src/plan/plan-sync.ts:12:3`.
 *
 * @param map the source map of the same Code.js, as JSON
 */
export function mapStack(stack: string, map: string): string {
  const source = new SourceMap(JSON.parse(map));
  return stack.replace(PLACE, (place, line: string, column: string) => {
    const origin = source.findOrigin(Number(line), Number(column));
    if (!('fileName' in origin)) return place;
    const file = path.posix.normalize(path.posix.join('dist', origin.fileName));
    return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
