import { CsvError, parse } from 'csv-parse/sync';
import { writeEntries } from './workbook/cells';
import { sheetLocale } from './workbook/locale';
import { type Entry, readTypedText } from './workbook/typed-text';
import { newSheet, type Sheet } from './workbook/workbook';

/** Conversion of a file's texts to cells, as File ▸ Import asks: kept as text, or read as if they were typed. */
export type CsvConversion =
  | { readonly kind: 'text' }
  /** @param locale as Google writes it, `en_US`. @param year of dates that name none. */
  | { readonly kind: 'convert'; readonly locale: string; readonly year: number };

export type CsvImport =
  /** Rows as long as the file has them; none is cut or filled up to its header. */
  | { readonly ok: true; readonly rows: readonly (readonly Entry[])[] }
  | { readonly ok: false; readonly problem: CsvProblem };

interface CsvProblem {
  readonly kind: 'empty' | 'not-a-csv' | 'unclosed-quote';
  /** One sentence for a person. */
  readonly message: string;
}

/** Reads a CSV of any line ends, UTF-8, UTF-16 or Windows-1252, separated by comma, semicolon or tab. */
export function readCsv(source: Uint8Array, conversion: CsvConversion): CsvImport {
  const text = decode(source);
  if (text === undefined) {
    const workbook = source[0] === 0x50 && source[1] === 0x4b;
    return problem(
      'not-a-csv',
      `This is not a CSV file${workbook ? ' but a workbook: save it as CSV' : ''}.`,
    );
  }
  if (text.trim() === '') return problem('empty', 'The file is empty.');
  try {
    const records: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
    return { ok: true, rows: records.map((record) => record.map(entryReader(conversion))) };
  } catch (error) {
    return refusal(error);
  }
}

function problem(kind: CsvProblem['kind'], message: string): CsvImport {
  return { ok: false, problem: { kind, message } };
}

function refusal(error: unknown): CsvImport {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return problem(
      'unclosed-quote',
      'A quoted cell is never closed: a " is missing before the end of the file.',
    );
  }
  return problem('not-a-csv', `This is not a CSV file: a quoted cell goes on after its closing "${line}.`);
}

/** `undefined` for what is no text: more than a few of its characters are none that a CSV has. */
function decode(source: Uint8Array): string | undefined {
  const text = decodeAny(source);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const broken = text.match(/[\x00-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return broken > text.length / 20 || text.startsWith('PK\u0003\u0004') ? undefined : text;
}

/** By its mark; without one UTF-8, unless the bytes are no UTF-8, as in files from older versions of Excel. */
function decodeAny(source: Uint8Array): string {
  if (source[0] === 0xff && source[1] === 0xfe) return new TextDecoder('utf-16le').decode(source);
  if (source[0] === 0xfe && source[1] === 0xff) return new TextDecoder('utf-16be').decode(source);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return fromWindows1252(source);
  }
}

/** Bytes 0x80–0x9f of Windows-1252 (https://encoding.spec.whatwg.org/#windows-1252). Node 20's own decoder takes them for Latin-1. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(source: Uint8Array): string {
  const latin1 = Buffer.from(source).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => upperControls.charAt(character.charCodeAt(0) - 0x80));
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function entryReader(conversion: CsvConversion): (text: string) => Entry {
  if (conversion.kind === 'text') return (text) => ({ value: text, numberFormat: '@' });
  const locale = sheetLocale(conversion.locale);
  return (text) => readTypedText(text, locale, conversion.year);
}

/** A tab as an import makes it: exactly as large as its rows, with no empty row or column at the end. */
export function sheetFromRows(id: number, name: string, rows: readonly (readonly Entry[])[]): Sheet {
  const maxColumns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const sheet = newSheet({ id, name, maxRows: Math.max(1, rows.length), maxColumns });
  const area = { row: 1, column: 1, rowCount: rows.length, columnCount: maxColumns };
  writeEntries(sheet, area, (row, column) => rows[row]?.[column] ?? { value: '' });
  return sheet;
}
