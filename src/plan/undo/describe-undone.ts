import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { textsIn } from '../../catalog/values/cell';
import { groupNameOf } from '../../catalog/values/memberships';
import { canonical } from '../compare/canonical';
import { describeReplaced } from '../compare/describe-replaced';
import type { Pair } from '../model/base';
import type { Piece } from '../model/piece';
import { listedField, type Replaced, type ReplacedTags } from '../model/replaced-value';

interface Given {
  /** The sheet's value next to the restored one. */
  readonly pair: Pair | undefined;
  readonly piece: Pick<Piece, 'old' | 'value'> | undefined;
}

/** Message for a row about an undone value, for as long as its cell says something else. */
export function describeUndone(replaced: Replaced, { pair, piece }: Given): string {
  if (replaced.kind !== 'tags') return describeReplaced(replaced);
  const key = listedField(replaced);
  // A list is restored in parts, and the message about the last part covers all of them.
  const [had, has] = piece ? [textsIn(piece.old), textsIn(piece.value)] : [replaced.removed, replaced.added];
  const isIn = (list: string) => {
    const keys = list.split(',');
    return (one: string) => keys.includes(canonical(key, [one]));
  };
  const isLeft = isIn(canonical(key, has));
  const wasThere = isIn(canonical(key, had));
  const [asked = ''] = pair ?? [];
  // `+summer, -old` states its request in another form.
  const isAsked = asked === null || asked.startsWith('±') ? wasThere : isIn(asked);
  return sideBySide(replaced, {
    store: has.filter((one) => !wasThere(one) && !isAsked(one)),
    sheet: had.filter((one) => !isLeft(one) && isAsked(one)),
  });
}

interface OnOneSide {
  readonly store: readonly string[];
  readonly sheet: readonly string[];
}

/** `Tags (only Shopify has b, only the cell has c)` */
function sideBySide({ column, key }: ReplacedTags, { store, sheet }: OnOneSide): string {
  const sides = [
    ...(store.length > 0 ? [`only Shopify has ${names(key, store)}`] : []),
    ...(sheet.length > 0 ? [`only the cell has ${names(key, sheet)}`] : []),
  ];
  return sides.length > 0 ? `${column} (${sides.join(', ')})` : column;
}

const MOST_NAMED = 5;

function names(key: FieldKey | undefined, list: readonly string[]): string {
  const all = key && fieldOf(key).lists ? list.map(groupNameOf) : list;
  const more = all.length - MOST_NAMED;
  return more > 0 ? `${all.slice(0, MOST_NAMED).join(', ')} and ${more} more` : all.join(', ');
}
