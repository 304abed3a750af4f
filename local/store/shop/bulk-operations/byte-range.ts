/**
 * A part of a file as storage gives it out. A part that begins or ends within a letter has a replacement character
 * there, as text decoded from such bytes has.
 * Source: https://cloud.google.com/storage/docs/xml-api/reference-headers#range
 */
export type Part =
  | { readonly status: 206; readonly contentRange: string; readonly body: string }
  | { readonly status: 416; readonly contentRange: string };

/** Undefined where all of it is asked for: without a `Range`, and with one that is not of bytes from here to there. */
export function partOf(bytes: Buffer, range: string | undefined): Part | undefined {
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '') return undefined;
  const from = Number(first);
  const to = Math.min(last === '' ? Number.POSITIVE_INFINITY : Number(last), bytes.length - 1);
  if (from > to) return { status: 416, contentRange: `bytes */${bytes.length}` };
  return {
    status: 206,
    contentRange: `bytes ${from}-${to}/${bytes.length}`,
    body: bytes.subarray(from, to + 1).toString(),
  };
}
