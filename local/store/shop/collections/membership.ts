import type { ExecutionContext } from '../../graphql/execution/context';
import type { CollectionSource, SourcePart } from '../state/collection-source';
import type { Product } from '../state/product';
import type { Collection } from '../state/publishing';
import { fitsCondition } from './conditions';
import { sourcesOf } from './sources';

/** Facts on which membership depends. */
type Moment = Pick<ExecutionContext, 'state' | 'nowMs'>;

/** Collections of collections end somewhere: the schema lets a collection name one that names it. */
const deepest = 3;

/** A collection is the union of its sources. By hand is recorded even for smart collections. */
export function isCollectionMember(
  context: Moment,
  collection: Collection,
  product: Product,
  depth = 0,
): boolean {
  return sourcesOf(collection).some((source) => takes(context, collection, source, product, depth));
}

function takes(
  context: Moment,
  collection: Collection,
  source: CollectionSource,
  product: Product,
  depth: number,
): boolean {
  const { state, nowMs } = context;
  if (source.__typename === 'CollectionSubCollectionsSource') {
    return source.collectionIds.some((id) => {
      const sub = state.collections.get(id);
      return sub !== undefined && depth < deepest && isCollectionMember(context, sub, product, depth + 1);
    });
  }
  const { inclusion, exclusion } = source;
  if (exclusion && isNamed(context, exclusion, product, depth)) return false;
  if (names(inclusion, product)) return true;
  return nowMs >= collection.rulesApplyFromMs && fits(context, inclusion, product, depth);
}

/** By list, which is never changed in place: of a large collection each product of the shop may be asked about. */
const listed = new WeakMap<SourcePart['productIds'], ReadonlySet<string>>();

function names({ productIds }: SourcePart, { id }: Product): boolean {
  const ids = listed.get(productIds) ?? new Set(productIds);
  listed.set(productIds, ids);
  return ids.has(id);
}

const isNamed = (context: Moment, part: SourcePart, product: Product, depth: number): boolean =>
  names(part, product) || fits(context, part, product, depth);

function fits(context: Moment, part: SourcePart, product: Product, depth: number): boolean {
  const { conditions, matchType } = part;
  if (conditions.length === 0) return false;
  const answers = conditions.map((condition) =>
    condition.kind === 'collection'
      ? condition.values.some((id) => {
          const other = context.state.collections.get(String(id));
          return (
            other !== undefined && depth < deepest && isCollectionMember(context, other, product, depth + 1)
          );
        })
      : fitsCondition(context.state, product, condition),
  );
  return matchType === 'ANY' ? answers.some(Boolean) : answers.every(Boolean);
}

/** In the order that somebody gave them, those without behind; by hand in the order of joining, else of creation. */
export function membersOf(context: Moment, collection: Collection): Product[] {
  const { products } = context.state;
  const isOfOldModelByHand = !collection.sources && !collection.ruleSet;
  const members = isOfOldModelByHand
    ? collection.productIds.flatMap((id) => products.get(id) ?? [])
    : products.all().filter((product) => isCollectionMember(context, collection, product));
  const { manualOrder } = collection;
  if (!manualOrder) return members;
  const place = new Map(manualOrder.map((id, index) => [id, index]));
  const placeOf = ({ id }: Product): number => place.get(id) ?? manualOrder.length;
  return [...members].sort((one, other) => placeOf(one) - placeOf(other));
}
