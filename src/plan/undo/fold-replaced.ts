import type { FieldKey } from '../../catalog/columns/columns';
import { canonical } from '../compare/canonical';
import { textsOf } from '../compare/describe-replaced';
import type { DeletedItem } from '../model/deleted-item';
import {
  type AddedImage,
  type Created,
  listedField,
  type ReplacedTags,
  type ReplacedValue,
  targetOf,
  type UndoEntry,
} from '../model/replaced-value';

/** All values that a run replaced: for each the one before the run and the one after it. */
export interface FoldedRun {
  readonly values: ReadonlyMap<string, ReplacedValue>;
  readonly tags: ReadonlyMap<string, ReplacedTags>;
  readonly created: readonly Created[];
  readonly deleted: readonly DeletedItem[];
  /** Images of items that were there before. */
  readonly images: readonly AddedImage[];
}

/** Entries in the order in which they were saved. */
export function foldReplaced(entries: Iterable<UndoEntry>): FoldedRun {
  const chains = new Map<string, Chain>();
  const tags = new Map<string, ReplacedTags>();
  const created = new Map<string, Created>();
  const deleted = new Map<string, DeletedItem>();
  const images = new Map<string, AddedImage>();
  for (const entry of entries) {
    if (entry.kind === 'created') created.set(entry.id, entry);
    else if (entry.kind === 'deleted') deleted.set(entry.id, entry);
    else if (entry.kind === 'image') images.set(`${entry.id} ${entry.url}`, entry);
    else if (entry.kind === 'tags')
      tags.set(targetOf(entry), joinTagChanges(tags.get(targetOf(entry)), entry));
    else chains.set(targetOf(entry), join(chains.get(targetOf(entry)), entry));
  }
  // What else happened to a new item, such as its being published, belongs to its creation.
  const values = [...chains]
    .map(([key, { value }]) => [key, value] as const)
    .filter(([, value]) => !created.has(value.id) && textsOf(value).from !== textsOf(value).to);
  return {
    values: new Map(values),
    tags: new Map([...tags].filter(([, { added, removed }]) => added.length + removed.length > 0)),
    created: [...created.values()],
    deleted: [...deleted.values()],
    images: [...images.values()].filter(({ id }) => !created.has(id)),
  };
}

export function isEmpty({ images, ...run }: FoldedRun): boolean {
  return hasOnlyImages(run) && images.length === 0;
}

/** Whether nothing of a run can be restored, and it created nothing else. */
export function hasOnlyImages({ values, tags, created, deleted }: Omit<FoldedRun, 'images'>): boolean {
  return values.size + tags.size + created.length + deleted.length === 0;
}

interface Chain {
  readonly value: ReplacedValue;
  /** Value with which the last link began: an entry that begins there too repeats what that link wrote. */
  readonly linkFrom: string;
}

/** Counts what somebody else wrote in between as the value that the run replaced. */
function join(chain: Chain | undefined, next: ReplacedValue): Chain {
  const linkFrom = textsOf(next).from;
  const goesOn = chain && (linkFrom === textsOf(chain.value).to || linkFrom === chain.linkFrom);
  return { value: goesOn ? begunBy(chain.value, next) : next, linkFrom };
}

function begunBy(first: ReplacedValue, next: ReplacedValue): ReplacedValue {
  if (first.kind === 'variant-image' && next.kind === 'variant-image') return { ...first, to: next.to };
  return { ...next, from: first.from } as ReplacedValue;
}

function joinTagChanges(earlier: ReplacedTags | undefined, next: ReplacedTags): ReplacedTags {
  if (!earlier) return next;
  const { minus, unite } = listsOf(listedField(next));
  return {
    ...next,
    added: unite(minus(earlier.added, next.removed), minus(next.added, earlier.removed)),
    removed: unite(minus(earlier.removed, next.added), minus(next.removed, earlier.added)),
  };
}

/** Lists of a field: Shopify takes tags that differ only in their case for one, and a group keeps its ID. */
export function listsOf(key: FieldKey) {
  const minus = (list: readonly string[], others: readonly string[]): string[] => {
    const known = new Set(others.map((one) => canonical(key, [one])));
    return list.filter((one) => !known.has(canonical(key, [one])));
  };
  const unite = (list: readonly string[], others: readonly string[]) => [...list, ...minus(others, list)];
  return { minus, unite };
}
