import type { DesiredCatalog } from '../../catalog/building/desired';
import { asGone, type RowRef } from '../../catalog/tab/row';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import { asHandle, DEFAULT_OPTION_VALUE, optionKey } from '../../catalog/values/names';
import { changesOf, variantAgain } from '../deletion/kept-item';
import { imageOfNewVariant } from '../media/image-of-new-variant';
import type { CreateProduct, SyncAction } from '../model/action';
import type { Base } from '../model/base';
import type { DeletedItem } from '../model/deleted-item';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';

interface Again {
  readonly base: Base;
  readonly desired: Pick<DesiredCatalog, 'products'>;
  readonly snapshot: StoreSnapshot;
  readonly shop: ShopFacts;
  readonly draft: PlanDraft;
}

const NOTE =
  'Created again with new IDs. Bring back by hand what was not kept: collections, other channels, translations, and metafields without a column.';

/** Creates what a run deleted, as far as it was saved; its rows are the present rows with its handle. */
export function createAgain(deleted: Iterable<DeletedItem>, context: Again): void {
  for (const item of deleted) planAgain(item, context);
}

function planAgain(item: DeletedItem, { desired, snapshot, shop, draft, base }: Again): void {
  const { id, productId, handle, fields, optionNames } = item;
  const own = desired.products.find(
    (one) => one.handle !== undefined && asHandle(one.handle) === asHandle(handle),
  );
  const place = own?.ref ?? asGone(item.ref);
  const rowOf = (optionValues: readonly string[]): RowRef =>
    own?.variants.find((row) => {
      const said = row.optionValues ?? [DEFAULT_OPTION_VALUE];
      return said.join('\n') === (optionValues.length > 0 ? optionValues : [DEFAULT_OPTION_VALUE]).join('\n');
    })?.ref ?? place;
  const variants = item.variants.map((variant) => variantAgain(variant, rowOf(variant.optionValues)));
  if (isVariant(id)) {
    const store = snapshot.products.get(productId);
    if (snapshot.variants.has(id as VariantId)) return;
    const taken =
      store &&
      variants.some((row) =>
        store.variants.some((other) => optionKey(other.optionValues) === optionKey(row.optionValues)),
      );
    if (!store || taken) {
      const message = taken
        ? 'Another variant has these option values by now, so nothing was created again.'
        : 'Its product is no longer in Shopify, so the variant was not created again. Undo the deletion of the product.';
      draft.say(variants[0]?.ref ?? place, 'skipped', message);
      return;
    }
    const again = variants.map((variant) => ({
      ...imageOfNewVariant(variant, store, base).variant,
      note: NOTE,
    }));
    draft.actions.push({
      kind: 'create-variants',
      productId,
      optionNames: store.optionNames,
      variants: again,
    });
    return;
  }
  if (snapshot.products.has(id as ProductId)) return;
  if (snapshot.productIdsByHandle.get(handle)) {
    draft.say(
      place,
      'skipped',
      `Another product has the handle “${handle}” by now, so nothing was created again.`,
    );
    return;
  }
  const action: CreateProduct = {
    kind: 'create-product',
    ref: place,
    rows: own?.rows ?? [place],
    handle,
    changes: changesOf(fields, place),
    blanks: [],
    optionNames,
    variants,
    images: item.images.map(({ id: formerId, ...image }) => ({
      ...image,
      ref: place,
      isListed: true,
      ...(formerId && { formerId }),
    })),
    formerId: productId,
    publishing: publishingOf(item, place, shop),
    note: NOTE,
  };
  draft.actions.push(action as SyncAction);
}

function publishingOf(
  { fields }: DeletedItem,
  ref: RowRef,
  { publishing }: ShopFacts,
): CreateProduct['publishing'] {
  if (fields.published !== true || publishing.kind !== 'possible') return { kind: 'not-asked' };
  const change = { key: 'published', from: false, to: true, sheet: null, ref, column: 'Published' } as const;
  return { kind: 'publish', ref, onlineStore: publishing.onlineStore, change };
}
