import type { DesiredProduct, DesiredRemoval } from '../../catalog/building/desired';
import type { MediaId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { knownProduct } from '../compare/known-items';
import type { BaseProduct } from '../model/base';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import { describeRestored } from './describe-images';

/** Tells the rows of removals that are done. Of an image that an undo restored, the row says so until its cell is edited. */
export function sayDone(
  done: readonly DesiredRemoval[],
  all: readonly DesiredRemoval[],
  base: BaseProduct | undefined,
  { draft }: Pick<ItemContext, 'draft'>,
): void {
  const named = all.flatMap(({ url }) => (url === undefined ? [] : (base?.images[imageKey(url)] ?? [])));
  const restored = (base?.restoredImages ?? []).filter((id) => !named.includes(id));
  done.forEach((removal, index) => {
    const id = restored[index];
    if (id === undefined) draft.sayOf(removal, 'unchanged', IS_REMOVED, base?.id);
    else draft.sayOf(removal, 'skipped', undoneRemoval(base, id), base?.id);
  });
}

/** Says it of products that are not compared, because their cells say what they said before the undo. */
export function sayRestored(
  products: readonly DesiredProduct[],
  { base, policy, draft }: Pick<ItemContext, 'base' | 'policy' | 'draft'>,
): void {
  if (!isOfProducts(policy)) return;
  for (const product of products) {
    const { removals = [] } = product;
    const known = removals.length > 0 ? knownProduct(product, base) : undefined;
    if (!known?.restoredImages) continue;
    for (const removal of removals) {
      const id = removal.url === undefined ? undefined : known.images[imageKey(removal.url)];
      if (id && known.restoredImages.includes(id))
        draft.sayOf(removal, 'skipped', undoneRemoval(known, id), known.id);
    }
    const unnamed = removals.filter(({ url }) => url === undefined);
    sayDone(unnamed, removals, known, { draft });
  }
}

const IS_REMOVED = 'Its image was removed. To remove another, type its address after the word.';

export function undoneRemoval(known: BaseProduct | undefined, id: MediaId): string {
  const [url = ''] = Object.entries(known?.images ?? {}).find(([, media]) => media === id) ?? [];
  return `Undone: ${describeRestored({ url })}. Edit the cell to send it again.`;
}
