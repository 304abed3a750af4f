import type { DesiredCatalog } from '../../catalog/building/desired';
import { asGone } from '../../catalog/tab/row';
import { isVariant } from '../../catalog/values/gid';
import { contentTypeOf, imageKey, mediaName } from '../../catalog/values/image-address';
import { show } from '../compare/messages';
import type { CellsNow } from '../identity/current-cells';
import type { AddedImage } from '../model/replaced-value';
import type { PlanDraft } from '../model/sync-plan';
import type { FoldedRun } from './fold-replaced';

interface Place extends Pick<CellsNow, 'rows'> {
  readonly desired: Pick<DesiredCatalog, 'products'>;
  readonly draft: PlanDraft;
}

/** Undoing deletes nothing, and what showed no image before is left as it is: the rows say which images stay. */
export function sayImages({ images }: Pick<FoldedRun, 'images'>, { desired, rows, draft }: Place): void {
  for (const image of images) {
    const { id, url } = image;
    const now = desired.products
      .flatMap((product) => product.images)
      .find((each) => imageKey(each.url) === imageKey(url));
    const name = nameOf(image);
    const message = isVariant(id)
      ? `${name} stays. Type [clear] in its cell to take it off the variant.`
      : `${name} stays. Remove it in Shopify admin.`;
    draft.say(now?.ref ?? rows.get(id) ?? asGone(image.ref), 'skipped', message, id);
  }
}

/** `Image back.jpg`, `Variant image front.jpg` */
function nameOf({ id, url }: AddedImage): string {
  return `${isVariant(id) ? 'Variant image ' : contentTypeOf(url) === 'IMAGE' ? 'Image ' : ''}${show(mediaName(url))}`;
}

/** The images of a run that did nothing else, as far as there is room for them. */
export function imagesThatStay(images: readonly AddedImage[]): string {
  return `${images.slice(0, 3).map(nameOf).join(', ')}${images.length > 3 ? ' …' : ''}`;
}
