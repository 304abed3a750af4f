import { textsIn } from '../values/cell';
import { canonicalGroups, parseGroups, writeGroups } from '../values/memberships';
import { canonicalTags, parseTags } from '../values/names';
import { nameKey, plainName } from '../values/plain-name';
import type { CellKind } from './cell-kind';

/** Words with commas between them. */
export const tags: CellKind = {
  read: 'text',
  parse: (raw) => parseTags(String(raw)),
  write: (value) => textsIn(value).join(', '),
  canonical: (value) => canonicalTags(textsIn(value)),
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
  write: (value) => writeGroups(textsIn(value)),
  canonical: (value) => canonicalGroups(textsIn(value)),
  hasOwnWords: true,
};

/** Values of an option in order. If one of them contains a comma, each value stands on a line of its own. */
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
  write: (value) => textsIn(value).join(textsIn(value).some((name) => name.includes(',')) ? '\n' : ', '),
  canonical: (value) => textsIn(value).map(nameKey).join('\n'),
};
