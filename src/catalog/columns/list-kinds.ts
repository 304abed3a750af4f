import { canonicalGroups, parseGroups, writeGroups } from '../values/memberships';
import { canonicalTags, parseTags } from '../values/names';
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
