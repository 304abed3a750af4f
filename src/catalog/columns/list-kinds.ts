import type { FieldValue } from '../values/cell';
import { canonicalGroups, parseGroups, writeGroups } from '../values/memberships';
import { canonicalTags, parseTags } from '../values/names';
import { nameKey, plainName } from '../values/plain-name';
import type { CellKind } from './cell-kind';

/** Words with commas between them. */
export const tags: CellKind = {
  read: 'text',
  parse: (raw) => parseTags(String(raw)),
  write: (value) => (value as readonly string[]).join(', '),
  canonical: (value) => canonicalTags(value as readonly string[]),
  asNumber: {},
};

const NO_GROUPS = { one: 'group', groups: [] };

/** Groups of the shop, such as collections. */
export const groups: CellKind = {
  read: 'text',
  parse(raw, { groups }) {
    const parsed = parseGroups(String(raw), groups ?? NO_GROUPS);
    // A name that the shop does not have is no reason to refuse its row.
    return 'problem' in parsed ? { ...parsed, isLeft: true } : parsed;
  },
  write: (value) => writeGroups(value as readonly string[]),
  canonical: (value) => canonicalGroups(value as readonly string[]),
  hasOwnWords: true,
};

const inOrder = (value: FieldValue) => value as readonly string[];

/** Values of an option in order. One that has a comma in it stands on a line of its own, and so do the others then. */
export const valueOrder: CellKind = {
  read: 'text',
  parse(raw) {
    const names = String(raw)
      .split(String(raw).trim().includes('\n') ? '\n' : ',')
      .map(plainName)
      .filter(Boolean);
    const twice = names.find((name, at) => names.findIndex((other) => nameKey(other) === nameKey(name)) < at);
    if (twice) return { problem: `names ${twice} twice. Remove one` };
    return names.length > 0
      ? { value: names }
      : { problem: 'names no value. Empty the cell to leave their order' };
  },
  write: (value) => inOrder(value).join(inOrder(value).some((name) => name.includes(',')) ? '\n' : ', '),
  canonical: (value) => inOrder(value).map(nameKey).join('\n'),
};
