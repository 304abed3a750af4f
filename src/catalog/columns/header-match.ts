import { nameKey, nearName } from '../values/plain-name';
import { COLUMNS, type Column } from './columns';
import { columnNamed } from './families';

export interface HeaderMatch {
  readonly column: Column;
  /** The name where the header's pattern says `<Location>`. */
  readonly location: string | undefined;
}

/** Headers are compared without case and without regard to spaces. */
export function foldHeader(header: string): string {
  return nameKey(header);
}

/** Headers by what they mean: whole names, and those with a place for any text. */
export interface HeaderIndex {
  readonly exact: ReadonlyMap<string, Column>;
  readonly patterns: readonly {
    readonly pattern: RegExp;
    readonly isLocated: boolean;
    readonly column: Column;
  }[];
}

export function indexHeaders(headersOf: (column: Column) => readonly string[]): HeaderIndex {
  const named = COLUMNS.flatMap((column) => headersOf(column).map((header) => ({ header, column })));
  return {
    exact: new Map(named.map(({ header, column }) => [foldHeader(header), column])),
    patterns: named
      .filter(({ header }) => header.includes('<'))
      .map(({ header, column }) => ({
        pattern: patternOf(header),
        isLocated: header.includes('<Location>'),
        column,
      })),
  };
}

function patternOf(header: string): RegExp {
  const [before = '', after = ''] = header.split(/<\w+>/).map(escapePattern);
  return new RegExp(`^${before.trimEnd()}\\s*(\\S.*)${after}$`, 'i');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function matchIn({ exact, patterns }: HeaderIndex, header: string): HeaderMatch | undefined {
  const spaced = header.trim().replace(/\s+/g, ' ');
  const column = exact.get(spaced.toLowerCase());
  if (column) return { column, location: undefined };
  for (const { pattern, isLocated, column: patterned } of patterns) {
    const name = pattern.exec(spaced)?.[1]?.trim();
    if (name) return { column: patterned, location: isLocated ? name : undefined };
  }
  return undefined;
}

let shared: HeaderIndex | undefined;

/** The meaning of a header in every dialect that does not use it for something else. */
export function matchShared(header: string): HeaderMatch | undefined {
  const column = columnNamed(header.trim());
  shared ??= indexHeaders(({ headers }) => headers);
  return matchIn(shared, header) ?? (column && { column, location: undefined });
}

const digitsOf = (header: string) => header.replace(/\D/g, '');

/** The known header that an unknown one looks like a slip of. */
export function nearHeader(unknown: string): string | undefined {
  // Option4 is no slip of Option1: Shopify has three.
  const names = COLUMNS.flatMap(({ headers }) => headers).filter(
    (header) => !header.includes('<') && digitsOf(header) === digitsOf(unknown),
  );
  return nearName(unknown, names);
}

/** `Pirce (did you mean Price?)` */
export function withNearHeader(unknown: string): string {
  const near = nearHeader(unknown);
  return near ? `${unknown} (did you mean ${near}?)` : unknown;
}
