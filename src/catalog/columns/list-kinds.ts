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

const parse: CellKind['parse'] = (raw, { groups }) => parseGroups(String(raw), groups ?? NO_GROUPS);

const NO_GROUPS = { one: 'group', groups: [] };

/** Groups of the shop, such as collections. */
export const groups: CellKind = {
  read: 'text',
  parse,
  // A name that the shop does not have is no reason to refuse its row.
  leaves(raw, context) {
    const parsed = parse(raw, context);
    return 'problem' in parsed ? parsed.problem : undefined;
  },
  write: (value) => writeGroups(value as readonly string[]),
  canonical: (value) => canonicalGroups(value as readonly string[]),
  hasOwnWords: true,
};
