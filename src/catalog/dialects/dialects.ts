import { type Column, columnOf } from '../columns/columns';
import {
  type HeaderIndex,
  type HeaderMatch,
  indexHeaders,
  matchIn,
  matchShared,
} from '../columns/header-match';
import { common } from './common';
import type { DialectRules } from './dialect-rules';
import { matrixify } from './matrixify';
import { shopifyInventory } from './shopify-inventory';

/**
 * The dialects of tabs, in the order in which a header row is tried on them. Most headers mean the same in all; a few
 * depend on their neighbours: `ID` is a product next to `Variant ID`, and a variant alone.
 */
export const DIALECTS = {
  matrixify,
  'shopify-inventory': shopifyInventory,
  common,
} satisfies Readonly<Record<string, DialectRules>>;

export type Dialect = keyof typeof DIALECTS;

const NAMES = Object.keys(DIALECTS) as readonly Dialect[];

export function rulesOf({ dialect }: { readonly dialect: Dialect }): DialectRules {
  return DIALECTS[dialect];
}

/** The dialect that a header row shows. */
export function dialectOf(headers: readonly string[]): Dialect {
  return NAMES.find((name) => DIALECTS[name].recognises(headers)) ?? 'common';
}

/** The meaning of a header in a dialect: by the dialect's own names first, then by those that all share. */
export function matchHeader(header: string, dialect: Dialect): HeaderMatch | undefined {
  return matchIn(indexOf(dialect), header) ?? matchShared(header);
}

/** Created on first use, because Apps Script runs the whole script again for each click. */
const INDEXES = new Map<Dialect, HeaderIndex>();

function indexOf(dialect: Dialect): HeaderIndex {
  const index = INDEXES.get(dialect) ?? indexHeaders((column) => ownHeaders(column, DIALECTS[dialect]));
  INDEXES.set(dialect, index);
  return index;
}

function ownHeaders({ key }: Column, { headers }: DialectRules): readonly string[] {
  return headers[key] ?? [];
}

/** Every name of a column, in the order in which they count where an export repeats the field. */
export function namesOf(column: Column): readonly string[] {
  return [...NAMES.flatMap((name) => ownHeaders(column, DIALECTS[name])), ...column.headers];
}

/** Whether a header is one that some dialect writes and none pushes. */
export function isUnsynced(header: string): boolean {
  return NAMES.some((name) => DIALECTS[name].unsynced.some((pattern) => pattern.test(header)));
}

/** Why such a header is left alone, where there is more to say. */
export function whyUnsynced(header: string): string | undefined {
  return NAMES.flatMap((name) => rulesOf({ dialect: name }).whyUnsynced ?? []).find(([pattern]) =>
    pattern.test(header),
  )?.[1];
}

/** Whether a dialect pushes a column; some carry columns only for a person to read. */
export function isPushed({ key }: Column, { pushes }: DialectRules): boolean {
  return pushes?.includes(key) ?? true;
}

/** The column that a location's bare name heads in a tab of this header row, if the dialect has such tabs. */
export function wideColumnOf({ wideColumn }: DialectRules, columns: readonly Column[]): Column | undefined {
  const hasLocations = columns.some(({ identifies }) => identifies === 'location');
  return wideColumn && !hasLocations ? columnOf(wideColumn) : undefined;
}
