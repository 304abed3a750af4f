import { type RowRef, rowKey } from '../catalog/row';
import { rowsOf, rowsOfNewVariant, type SyncAction, type VariantChange } from './action';
import { hashText } from './hash-text';

/**
 * What a plan does to each row by `rowKey`: a short word for each change, sorted, with blanks between. Rows that nothing
 * happens to are left out.
 */
export type RowDigests = Readonly<Record<string, string>>;

/** Two plans with the same word do the same to an item, value for value, wherever its row stands. */
export function rowDigests(actions: readonly SyncAction[]): RowDigests {
  const words = new Map<string, Set<string>>();
  for (const { refs, what } of actions.flatMap(partsOf)) {
    const word = hashText(JSON.stringify(what, withoutPlaces));
    for (const ref of refs) {
      const key = rowKey(ref);
      const known = words.get(key);
      if (known) known.add(word);
      else words.set(key, new Set([word]));
    }
  }
  return Object.fromEntries([...words].map(([key, own]) => [key, [...own].sort().join(' ')]));
}

/** Names under which actions keep the rows that they come from. */
const PLACES: readonly string[] = ['ref', 'rows', 'row', 'tab', 'sheetId'];

function withoutPlaces(key: string, value: unknown): unknown {
  return PLACES.includes(key) ? undefined : value;
}

interface Part {
  readonly refs: readonly RowRef[];
  readonly what: unknown;
}

/** The changes that may be sent or refused without each other; what else an action carries may differ. */
function partsOf(action: SyncAction): Part[] {
  switch (action.kind) {
    case 'update-variants':
      return action.variants.flatMap(partsOfVariant);
    case 'create-variants':
      return action.variants.map((variant) => ({ refs: rowsOfNewVariant(variant), what: variant }));
    case 'update-product':
      return [
        ...action.changes.map(({ ref, key, from, to }) => ({
          refs: [ref],
          what: [action.productId, key, from, to],
        })),
        ...action.images.map(({ ref, url, alt }) => ({ refs: [ref], what: [action.productId, url, alt] })),
      ];
    case 'add-tags':
    case 'remove-tags':
      return [{ refs: [action.ref], what: [action.kind, action.productId, action.tags] }];
    default:
      return [{ refs: rowsOf(action), what: action }];
  }
}

function partsOfVariant({ id, ref, changes, image }: VariantChange): Part[] {
  return [
    ...changes.map(({ ref: own, key, from, to }) => ({ refs: [own], what: [id, key, from, to] })),
    ...(image ? [{ refs: [ref], what: [id, 'image', image.url] }] : []),
  ];
}
