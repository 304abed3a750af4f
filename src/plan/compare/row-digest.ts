import { type RowRef, rowKey } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import {
  type FieldChange,
  type NewImage,
  type NewVariant,
  rowsOf,
  rowsOfNewVariant,
  type SyncAction,
  type VariantChange,
} from '../model/action';
import type { KeptCell } from '../model/kept-cell';
import { hashText } from './canonical';

/**
 * What a plan does to each row by `rowKey`: a short word for each change, sorted, with blanks between. Rows that nothing
 * happens to are left out.
 */
export type RowDigests = Readonly<Record<string, string>>;

/** Two plans with the same word do the same to an item, value for value, wherever its row stands. */
export function rowDigests(actions: readonly SyncAction[], kept: readonly KeptCell[] = []): RowDigests {
  const words = new Map<string, Set<string>>();
  const ofCells = kept.map(({ question, ref }): Part => ({ refs: [ref], what: question }));
  for (const { refs, what } of [...actions.flatMap(partsOf), ...ofCells]) {
    const word = wordOf(what);
    for (const ref of refs) {
      const key = rowKey(ref);
      const known = words.get(key);
      if (known) known.add(word);
      else words.set(key, new Set([word]));
    }
  }
  return Object.fromEntries([...words].map(([key, own]) => [key, [...own].sort().join(' ')]));
}

/** What is left of a plan, and the rows of which something was left out. */
export interface Parts {
  readonly actions: readonly SyncAction[];
  readonly left: readonly RowRef[];
}

/** What `actions` do beyond `others`, change for change. */
export function beyond(actions: readonly SyncAction[], others: readonly SyncAction[]): Parts {
  const known = new Set(others.flatMap(partsOf).flatMap(namesOf));
  const left: RowRef[] = [];
  const isMore = (part: Part): boolean => {
    const isKnown = namesOf(part).every((name) => known.has(name));
    if (isKnown) left.push(...part.refs);
    return !isKnown;
  };
  return { actions: actions.flatMap((action) => withParts(action, isMore)), left };
}

function namesOf({ refs, what }: Part): string[] {
  const word = wordOf(what);
  return refs.map((ref) => `${rowKey(ref)} ${word}`);
}

function wordOf(what: unknown): string {
  return hashText(JSON.stringify(what, withoutPlaces));
}

/** The action with those of its changes that may be sent without the others; nothing where none is wanted. */
function withParts(action: SyncAction, isWanted: (part: Part) => boolean): SyncAction[] {
  switch (action.kind) {
    case 'update-variants': {
      const variants = action.variants.flatMap((variant) => {
        const { image, ...plain } = variant;
        const changes = variant.changes.filter((change) => isWanted(partOfField(variant.id, change)));
        const keepsImage = image && isWanted(partOfImage(variant));
        return changes.length > 0 || keepsImage ? [{ ...plain, changes, ...(keepsImage && { image }) }] : [];
      });
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'create-variants': {
      const variants = action.variants.filter((variant) => isWanted(partOfNew(variant)));
      return variants.length > 0 ? [{ ...action, variants }] : [];
    }
    case 'update-product': {
      const changes = action.changes.filter((change) => isWanted(partOfField(action.productId, change)));
      const images = action.images.filter((image) => isWanted(partOfNewImage(action.productId, image)));
      return changes.length + images.length > 0 ? [{ ...action, changes, images }] : [];
    }
    case 'create-product':
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
      return partsOf(action).every(isWanted) ? [action] : [];
  }
}

/** Names under which actions keep the rows that they come from. */
const PLACES: readonly string[] = ['ref', 'rows', 'row', 'tab', 'sheetId'];

/** For `JSON.stringify`. */
export function withoutPlaces(key: string, value: unknown): unknown {
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
      return action.variants.flatMap((variant) => [
        ...variant.changes.map((change) => partOfField(variant.id, change)),
        ...(variant.image ? [partOfImage(variant)] : []),
      ]);
    case 'create-variants':
      return action.variants.map(partOfNew);
    case 'update-product':
      return [
        ...action.changes.map((change) => partOfField(action.productId, change)),
        ...action.images.map((image) => partOfNewImage(action.productId, image)),
      ];
    case 'add-tags':
    case 'remove-tags':
      return [{ refs: [action.ref], what: [action.kind, action.productId, action.tags] }];
    case 'create-product':
    case 'publish':
    case 'unpublish':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
      return [{ refs: rowsOf(action), what: action }];
  }
}

function partOfField(id: Gid, { ref, key, from, to }: FieldChange): Part {
  return { refs: [ref], what: [id, key, from, to] };
}

function partOfNew(variant: NewVariant): Part {
  return { refs: rowsOfNewVariant(variant), what: variant };
}

function partOfImage({ id, ref, image }: VariantChange): Part {
  return { refs: [ref], what: [id, 'image', image?.url] };
}

function partOfNewImage(id: Gid, { ref, url, alt }: NewImage): Part {
  return { refs: [ref], what: [id, url, alt] };
}
