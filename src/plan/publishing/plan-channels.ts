import type { DesiredFields, DesiredProduct } from '../../catalog/building/desired';
import { hasValue } from '../../catalog/values/cell';
import type { ProductId, PublicationId } from '../../catalog/values/gid';
import { groupIdOf, type Membership, membershipsIn, withoutGroups } from '../../catalog/values/memberships';
import { canonicalCell } from '../compare/canonical';
import { placeOf } from '../compare/resolve-value';
import type { ChangeChannels, ChangePublishing, FieldChange } from '../model/action';
import type { BaseProduct } from '../model/base';
import type { ItemContext } from '../model/item-context';

type OfShop = Pick<ItemContext, 'shop'>;

/** Actions for a product that may not exist yet. */
export type Publications = readonly (
  | Omit<ChangePublishing, 'productId'>
  | Omit<ChangeChannels, 'productId'>
)[];

/**
 * Channels and the publication date on the Online Store, in addition to the product's own publishing. With a future date
 * only one request for the Online Store is sent, because a second would show the product before that date.
 */
export function withChannels(
  publishing: readonly Omit<ChangePublishing, 'productId'>[],
  changes: readonly FieldChange[],
  { shop }: OfShop,
): Publications {
  const channels = changes.find(({ key }) => key === 'channels');
  const date = changes.find(({ key }) => key === 'publishedAt');
  const store = shop.publishing.kind === 'possible' ? shop.publishing.onlineStore : undefined;
  const dated = store && date ? datedStore(date, store) : undefined;
  const isDated = dated?.kind === 'join-channels';
  const published = isDated ? publishing.filter(({ kind }) => kind === 'publish') : [];
  const [joined, left] = channels ? movesOf(channels) : [[], []];
  const others = isDated ? joined.filter((id) => id !== store) : joined;
  // The publication date already covers the only channel to add, the Online Store.
  const isCovered = channels && others.length === 0 && left.length === 0;
  const beside = [...published.map(({ change }) => change), ...(isCovered ? [channels] : [])];
  return [
    ...publishing.filter((action) => !published.includes(action)),
    ...(dated ? [{ ...dated, ...(beside.length > 0 && { beside }) }] : []),
    ...(channels && left.length > 0
      ? [
          {
            kind: 'leave-channels' as const,
            ref: channels.ref,
            channels: left,
            change: channels,
            completes: others.length === 0,
          },
        ]
      : []),
    ...(channels && others.length > 0
      ? [
          {
            kind: 'join-channels' as const,
            ref: channels.ref,
            channels: others,
            change: channels,
            completes: true,
          },
        ]
      : []),
  ];
}

function datedStore(change: FieldChange, store: PublicationId): Omit<ChangeChannels, 'productId'> {
  const common = { ref: change.ref, channels: [store], change, completes: true };
  return change.to === null
    ? { ...common, kind: 'leave-channels' }
    : { ...common, kind: 'join-channels', at: String(change.to) };
}

function movesOf({ from, to }: FieldChange): readonly [joined: PublicationId[], left: PublicationId[]] {
  const [had, has] = [membershipsIn(from), membershipsIn(to)];
  const ids = (members: readonly Membership[]) => members.map(groupIdOf) as PublicationId[];
  return [ids(withoutGroups(has, had)), ids(withoutGroups(had, has))];
}

export function forProduct(
  actions: Publications,
  productId: ProductId,
): (ChangePublishing | ChangeChannels)[] {
  return actions.map((action) => ({ ...action, productId }) as ChangePublishing | ChangeChannels);
}

/**
 * Two columns that were edited to contradict each other about the Online Store; where only one was edited, the edit counts.
 * The message names both.
 */
export function contradiction(
  { fields }: Pick<DesiredProduct, 'fields'>,
  pairs: BaseProduct['fields'],
  { shop }: OfShop,
): { readonly keys: readonly (keyof DesiredFields)[]; readonly message: string } | undefined {
  const { published, channels, publishedAt } = fields;
  const store = shop.publishing.kind === 'possible' ? shop.publishing.onlineStore : undefined;
  if (!store || !hasValue(published?.cell) || !isEdited('published')) return undefined;
  const isOn = published.cell.value === true;
  const said = `${published.column} says ${isOn ? 'TRUE' : 'FALSE'}`;
  if (!isOn && hasValue(publishedAt?.cell) && isEdited('publishedAt'))
    return {
      keys: ['published', 'publishedAt'],
      message: `${said}, and ${publishedAt.column} gives a date on which the product is published. Clear one of them.`,
    };
  if (!channels || !isEdited('channels')) return undefined;
  const number = store.slice(store.lastIndexOf('/') + 1);
  const lists = (text: string | null | undefined) => (text ?? '').split(',').includes(number);
  const has = lists(canonicalCell('channels', channels.cell));
  if (isOn ? has || !lists(pairs.channels?.[0]) : !has) return undefined;
  return {
    keys: ['published', 'channels'],
    message: `${said}, and ${channels.column} ${has ? 'lists' : 'no longer lists'} the Online Store. Make them say the same.`,
  };

  function isEdited(key: 'published' | 'publishedAt' | 'channels'): boolean {
    const value = fields[key];
    return value !== undefined && canonicalCell(key, value.cell) !== pairs[key]?.[0];
  }
}

/** The product without contradicting cells, which are told. */
export function withoutFields<Product extends Pick<DesiredProduct, 'fields'>>(
  product: Product,
  against: ReturnType<typeof contradiction>,
  { draft }: Pick<ItemContext, 'draft'>,
): Product {
  if (!against) return product;
  const { keys, message } = against;
  const fields = { ...product.fields };
  for (const key of keys) {
    const value = fields[key];
    if (value) draft.tell(value, { status: 'error', words: () => message });
    delete fields[key];
  }
  return { ...product, fields };
}

/** All channels of a new product, which is published nowhere yet. */
export function newChannels(
  { fields }: Pick<DesiredProduct, 'fields'>,
  publishing: readonly Omit<ChangePublishing, 'productId'>[],
  context: OfShop,
): Publications {
  const changes = (['channels', 'publishedAt'] as const).flatMap((key): FieldChange[] => {
    const value = fields[key];
    if (!hasValue(value?.cell)) return [];
    const sheet = canonicalCell(key, value.cell) ?? null;
    return [{ key, from: null, to: value.cell.value, sheet, ...placeOf(value) }];
  });
  return withChannels(publishing, changes, context);
}
