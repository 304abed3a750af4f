import { itemsIn } from '../metafields/json';
import { gidOf, legacyId, parseGid } from '../values/gid';
import { asHandle } from '../values/names';
import { lackedScopes, SCOPE_USES } from '../values/scope-uses';
import type { CellKind } from './cell-kind';
import { kindOfType } from './metafield-kinds';

const ENTRY = 'Metaobject';

/** Kinds whose values are entries of metaobjects. */
const OF_ENTRIES: readonly string[] = (
  ['metaobject_reference', 'list.metaobject_reference', 'mixed_reference', 'list.mixed_reference'] as const
).map(kindOfType);

const isOfEntries = (kind: string): boolean => OF_ENTRIES.includes(kind);

/** The kind of cells that show a metafield and are never sent. */
export function shownKindOf<Kind extends string>(
  kind: Kind,
  seesNames: boolean,
): Kind | keyof typeof SHOWN_KINDS {
  if (kind === 'meta_untyped') return 'shownText';
  return seesNames && isOfEntries(kind) ? 'entryNames' : kind;
}

function itemOf(typed: string): string {
  const item = typed.trim().replace(/^'/, '');
  if (/^\d{1,20}$/.test(item)) return gidOf(ENTRY, item);
  // Matrixify writes the kind of the entry before its handle, with a dot between them.
  return item.startsWith('gid:') ? item : item.replace(/^[\w-]+\./, '');
}

function shortened(item: string): string {
  const id = parseGid(ENTRY, item);
  return id ? legacyId(id) : item;
}

const inOneForm = (item: string): string => (item.startsWith('gid:') ? item : asHandle(item) || item);

/** Entries by their handles, one on each line; files of other programs have them in one, with `;` or `,` between them. */
const entryNames: CellKind = {
  read: 'text',
  hasOwnWords: true,
  parse(raw) {
    const text = String(raw);
    const items = itemsIn(text) ?? text.split(/[\n;,]/);
    return { value: JSON.stringify(items.map(itemOf).filter(Boolean)) };
  },
  write: (value) => entriesIn(value).map(shortened).join('\n'),
  canonical: (value) => entriesIn(value).map(inOneForm).join('\n'),
};

/** IDs or handles of the entries in a value; a single entry is not in a list. */
export function entriesIn(value: unknown): readonly string[] {
  const text = String(value);
  return itemsIn(text) ?? (text === '' ? [] : [text]);
}

const shownText: CellKind = {
  read: 'text',
  parse: (raw) => ({ value: String(raw).trim() }),
  write: String,
  canonical: (value) => String(value).replace(/\r\n?/g, '\n').trim(),
};

interface OfShown {
  readonly kind: string;
  readonly uses?: string;
  readonly whyShown?: string;
}

/** Sentence about a column that is never sent; undefined for any other. */
export function shownNote({ kind, uses, whyShown }: OfShown): string | undefined {
  if (!whyShown) return undefined;
  const isById = uses === 'entryNames' && kind !== 'entryNames' && isOfEntries(kind);
  return isById
    ? `${whyShown} Its entries are shown by ID: ${lackedScopes(SCOPE_USES.entryNames.scopes)}`
    : whyShown;
}

export const SHOWN_KINDS = { entryNames, shownText };
