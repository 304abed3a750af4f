import type { HttpResponse } from '../../ports/http';
import { fail, type Result, SYNC_LATER, succeed } from '../../ports/problem';
import { anything, readStored } from '../../ports/shape';
import { backoffMs } from '../client/limits';
import type { BulkAccess } from './bulk-operation';

/**
 * UrlFetch answers 50 MB at most, and an execution has not much more memory to spare.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const PART_BYTES = 20_000_000;
const MOST_ATTEMPTS = 4;

/** Bytes of a file, from the first to the last. */
export interface ByteSpan {
  readonly first: number;
  readonly last: number;
}

/** The file of a bulk operation; of the whole one or of some whole lines. `fileSize` is in bytes. */
export interface ResultFile {
  readonly resultUrl: string;
  readonly fileSize: number | undefined;
  readonly lines?: ByteSpan | undefined;
}

/** Tells whether a file is read in one part. */
export function isSmallFile({ fileSize }: Pick<ResultFile, 'fileSize'>, partBytes = PART_BYTES): boolean {
  return fileSize !== undefined && fileSize <= partBytes;
}

/**
 * Reads the result of a bulk operation, part by part, and hands over each line's JSON, undefined where it is damaged, and
 * its bytes. `gone` where the address no longer leads to a result: it is good for seven days.
 */
export function readResultLines(
  access: Pick<BulkAccess, 'http' | 'clock'>,
  { resultUrl: url, fileSize, lines }: ResultFile,
  take: (line: unknown, bytes: ByteSpan) => void,
  partBytes = PART_BYTES,
): Result<'read' | 'gone'> {
  // A part of a file that is stored packed cannot be unpacked, so a file that comes whole is asked for whole.
  const isWhole = !lines && isSmallFile({ fileSize }, partBytes);
  let firstByte = lines?.first ?? 0;
  for (;;) {
    const last = Math.min(firstByte + partBytes - 1, lines?.last ?? Number.POSITIVE_INFINITY);
    const fetched = fetchPart(access, url, isWhole ? undefined : { first: firstByte, last });
    if (!fetched.ok) return fetched;
    const part = fetched.value;
    // A whole file in place of some lines would be taken for these.
    if (!part || (lines && part.status === 200)) return succeed('gone');
    const isLast = isLastPart(part) || last === lines?.last;
    // A part may end within a line, and even within a letter: the next one begins where the last whole line ended.
    const end = isLast ? part.body.length : part.body.lastIndexOf('\n') + 1;
    firstByte = takeLines(part.body, { end, firstByte }, take);
    if (isLast || end === 0) return succeed('read');
  }
}

/** Undefined where there is nothing at this address. */
function fetchPart(
  { http, clock }: Pick<BulkAccess, 'http' | 'clock'>,
  url: string,
  range: ByteSpan | undefined,
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

/** Answers the byte after the last line. */
function takeLines(
  text: string,
  { end, firstByte }: { readonly end: number; readonly firstByte: number },
  take: (line: unknown, bytes: ByteSpan) => void,
): number {
  let first = firstByte;
  for (let start = 0; start < end; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? end : newline + 1;
    const next = first + utf8Length(text, start, stop);
    if (newline !== start) take(readStored(anything, text.slice(start, stop)), { first, last: next - 1 });
    start = stop;
    first = next;
  }
  return first;
}

/** UTF-8 bytes of the characters from here to there; each half of a surrogate pair counts as two. */
function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

const UNREACHABLE = fail('network', 'The result of a bulk operation could not be fetched.', SYNC_LATER);
