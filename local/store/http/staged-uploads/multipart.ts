/** One field of a form, in the order in which the fields were sent. */
export interface FormPart {
  readonly name: string;
  /** Set for a file. */
  readonly filename: string | null;
  readonly contents: Buffer;
}

/** The boundary of a `multipart/form-data` content type, or undefined for anything else. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '') ?? [];
  return quoted ?? bare;
}

/** The parts of a form (RFC 7578), or undefined where the body is not one. */
export function readForm(body: string | Uint8Array, boundary: string): readonly FormPart[] | undefined {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let at = bytes.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    if (bytes.toString('latin1', start, start + 2) === '--') return parts;
    const next = bytes.indexOf(delimiter, start);
    if (next < 0) return undefined;
    const part = readPart(bytes.subarray(start, next));
    if (!part) return undefined;
    parts.push(part);
    at = next;
  }
  return undefined;
}

/** `bytes`: line break, headers, empty line, contents, line break. */
function readPart(bytes: Buffer): FormPart | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0 || !bytes.subarray(-2).equals(Buffer.from('\r\n'))) return undefined;
  const head = bytes.toString('utf8', 0, headEnd);
  const disposition = /content-disposition:\s*form-data\b([^\r\n]*)/i.exec(head)?.[1];
  const name = /\bname="([^"]*)"/.exec(disposition?.replace(/filename\*?="[^"]*"/g, '') ?? '')?.[1];
  if (name === undefined) return undefined;
  const filename = /\bfilename="([^"]*)"/.exec(disposition ?? '')?.[1] ?? null;
  return { name, filename, contents: bytes.subarray(headEnd + 4, -2) };
}
