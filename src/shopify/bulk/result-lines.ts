import type { HttpResponse } from '../../ports/http';
import { fail, type Result, succeed } from '../../ports/problem';
import { anything, readStored } from '../../ports/shape';
import { backoffMs } from '../client/limits';
import type { BulkAccess } from './bulk-operation';

/**
 * UrlFetch answers 50 MB at most, and an execution has not much more memory to spare.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const PART_BYTES = 20_000_000;
const MOST_ATTEMPTS = 4;

/**
 * Reads the result of a bulk operation, part by part, and hands over each line's JSON, undefined where it is damaged.
 * `gone` where the address no longer leads to a result: it is good for seven days.
 */
export function readResultLines(
  access: Pick<BulkAccess, 'http' | 'clock'>,
  { resultUrl: url, fileSize }: { readonly resultUrl: string; readonly fileSize: number | undefined },
  take: (line: unknown) => void,
  partBytes = PART_BYTES,
): Result<'read' | 'gone'> {
  // A part of a file that is stored packed cannot be unpacked, so a file that comes whole is asked for whole.
  const isSmall = fileSize !== undefined && fileSize <= partBytes;
  let firstByte = 0;
  for (;;) {
    const range = { first: firstByte, last: firstByte + partBytes - 1 };
    const fetched = fetchPart(access, url, isSmall ? undefined : range);
    if (!fetched.ok) return fetched;
    const part = fetched.value;
    if (!part) return succeed('gone');
    // A part may end within a line, and even within a letter: the next one begins where the last whole line ended.
    const end = isLastPart(part) ? part.body.length : part.body.lastIndexOf('\n') + 1;
    takeLines(part.body, end, take);
    if (isLastPart(part) || end === 0) return succeed('read');
    firstByte += utf8Length(part.body, end);
  }
}

/** Undefined where there is nothing at this address. */
function fetchPart(
  { http, clock }: Pick<BulkAccess, 'http' | 'clock'>,
  url: string,
  range: { readonly first: number; readonly last: number } | undefined,
): Result<HttpResponse | undefined> {
  const headers: Readonly<Record<string, string>> = range
    ? { Range: `bytes=${range.first}-${range.last}` }
    : {};
  for (let attempt = 1; ; attempt++) {
    const [answer] = http.send([{ method: 'GET', url, headers }]);
    if (answer && 'status' in answer && answer.status < 500) {
      return succeed(answer.status === 200 || answer.status === 206 ? answer : undefined);
    }
    if (attempt === MOST_ATTEMPTS) return UNREACHABLE;
    clock.sleep(backoffMs(attempt));
  }
}

/** A server that does not know of parts answers 200 and the whole. `content-range: bytes 0-19999999/31415926` */
function isLastPart({ status, headers }: HttpResponse): boolean {
  const [, last, total] = /-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  return status === 200 || Number(last) + 1 >= Number(total ?? 0);
}

function takeLines(text: string, end: number, take: (line: unknown) => void): void {
  for (let start = 0; start < end; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? end : newline;
    if (stop > start) take(readStored(anything, text.slice(start, stop)));
    start = stop + 1;
  }
}

/** Bytes of the first `end` characters; either half of a pair counts for two of its four. */
function utf8Length(text: string, end: number): number {
  let bytes = 0;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

const UNREACHABLE = fail(
  'network',
  'The result of a bulk operation could not be fetched.',
  'Sync again in a few minutes; what is done is not sent twice.',
);
