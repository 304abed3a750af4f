import type { FieldKey } from '../../catalog/columns/columns';
import { distinctRows, rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import type { SetListPrice, SetQuantities } from '../model/action';
import { type ActionKind, JOINED_LISTS, none } from '../model/action-kind';
import type { Pair } from '../model/base';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';

type Shared =
  | 'rows'
  | 'fields'
  | 'count'
  | 'replaces'
  | 'settle'
  | 'asksAgain'
  | 'takesAnyItems'
  | 'writtenIn';

/** Common part of all writes to a price list for one variant. */
export const inList: Pick<
  ActionKind<SetListPrice | SetQuantities>,
  Shared | 'joins' | 'newVariants' | 'canGoInBulk'
> = {
  rows: ({ changes }) => distinctRows(changes.flatMap(rowsSaying)),
  fields: ({ id, changes }) => [{ id, changes }],
  count: ({ changes, isOfNew }) =>
    isOfNew ? {} : { change: countFields(changes.filter(({ follows }) => !follows)) },
  // Created items stay when their run is undone, and so do the values that came with them.
  replaces: ({ id, changes, isOfNew }) => (isOfNew ? [] : replacedFields({ id, changes })),
  settle({ id, changes }, { written, index, base }) {
    const now = written.fields?.[index];
    if (!now) return undefined;
    const known = base.variant(id);
    if (!known) return { records: [] };
    const fields: Partial<Record<FieldKey, Pair>> = { ...known.fields };
    for (const { key, sheet, follows } of changes) {
      const before = known.fields[key];
      if (follows && !before) continue;
      fields[key] = [follows ? (before?.[0] ?? null) : sheet, canonical(key, now[key])];
    }
    return { records: [{ ...known, fields }] };
  },
  asksAgain: none,
  takesAnyItems: true,
  writtenIn: 'fields',
  joins: JOINED_LISTS,
  newVariants: none,
  canGoInBulk: () => true,
};
