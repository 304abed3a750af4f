import { nameKey } from '../values/plain-name';
import type { Column, Dialect } from './column';
import { COLUMNS } from './columns';

export interface HeaderMatch {
  readonly column: Column;
  /** The name where the header's pattern says `<Location>`. */
  readonly location: string | undefined;
}

/** Headers are compared without case and without regard to spaces. */
export function foldHeader(header: string): string {
  return nameKey(header);
}

/** What a header means in a dialect: by the dialect's own names first, then by those that all share. */
export function matchHeader(header: string, dialect: Dialect): HeaderMatch | undefined {
  const own = OWN[dialect];
  return (own && matchIn(own, header)) ?? matchIn(SHARED, header);
}

interface HeaderIndex {
  readonly exact: ReadonlyMap<string, Column>;
  readonly patterns: readonly {
    readonly pattern: RegExp;
    readonly isLocated: boolean;
    readonly column: Column;
  }[];
}

const SHARED = indexHeaders((column) => column.headers);
const OWN: Readonly<Partial<Record<Dialect, HeaderIndex>>> = {
  matrixify: indexHeaders((column) => column.only?.matrixify ?? []),
};

function indexHeaders(headersOf: (column: Column) => readonly string[]): HeaderIndex {
  const named = (COLUMNS as readonly Column[]).flatMap((column) =>
    headersOf(column).map((header) => ({ header, column })),
  );
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

function matchIn({ exact, patterns }: HeaderIndex, header: string): HeaderMatch | undefined {
  const spaced = header.trim().replace(/\s+/g, ' ');
  const column = exact.get(spaced.toLowerCase());
  if (column) return { column, location: undefined };
  for (const { pattern, isLocated, column: patterned } of patterns) {
    const name = pattern.exec(spaced)?.[1]?.trim();
    if (name) return { column: patterned, location: isLocated ? name : undefined };
  }
  return undefined;
}
