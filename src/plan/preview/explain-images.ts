import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { type Place, rowKey } from '../../catalog/tab/row';
import { CLEAR_WORD, textIn } from '../../catalog/values/cell';
import type { ProductId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { decide, preferencesOf } from '../compare/decide';
import { findMedia, findServed } from '../media/find-media';
import { areEqual, rememberedOrder } from '../media/image-order';
import { followAddress, keyOf, knownImages } from '../media/known-images';
import { findReplacements } from '../media/plan-replacements';
import type { Base, BaseVariant } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import type { StoreMedia, StoreSnapshot, StoreVariant } from '../model/snapshot';
import type { SyncPlan } from '../model/sync-plan';
import { ASKS_NOTHING, EMPTY, type ExplainedCell, NOT_THERE, place, RULES } from './explained';

export interface KnownOfImages {
  readonly base: Base;
  readonly snapshot: Pick<StoreSnapshot, 'products'>;
  readonly policy: SyncPolicy;
  readonly plan: Pick<SyncPlan, 'outcomes'>;
}

/** Undefined where there is no image, empty where the image has no such value. */
type Value = string | null | undefined;

/** Explains one cell. A message of the plan about the cell is used as the rule. */
function explained(
  at: Place,
  [sheet, last, shopify, rule]: readonly [
    Value,
    readonly [Value, Value, unknown?] | undefined,
    Value,
    string,
  ],
  { plan }: KnownOfImages,
): ExplainedCell {
  const shown = (value: Value) => (value === undefined ? '(not there)' : value || EMPTY);
  const told = plan.outcomes.flatMap(({ ref, column, message }) =>
    column === at.column && rowKey(ref) === rowKey(at.ref) ? message : [],
  );
  return {
    ...place(at.ref),
    column: at.column,
    sheet: shown(sheet),
    last: last ? { sheet: shown(last[0]), shopify: shown(last[1]) } : null,
    shopify: shown(shopify),
    rule: told.join(' ') || rule,
  };
}

const imageIn = (found: StoreMedia | 'processing' | undefined) =>
  found === 'processing' ? undefined : found;

/** Explains the address, the position and the alt text of each image that rows list for a product. */
export function explainImages(
  product: DesiredProduct,
  id: ProductId | undefined,
  known: KnownOfImages,
): ExplainedCell[] {
  const store = id && known.snapshot.products.get(id);
  const media = store ? store.media : [];
  const base = id && known.base.product(id);
  const order = rememberedOrder(base);
  const memory = knownImages(base);
  const replaced = findReplacements(product, { media }, base).of;
  const listed = product.images.filter(({ isListed }) => isListed);
  const images = listed.map(({ url }) => {
    followAddress(url, product.images, memory);
    return replaced.get(imageKey(url)) ?? imageIn(findMedia(url, { media }, memory.images));
  });
  const isInOrder = areEqual(
    images,
    media.filter((image) => images.includes(image)),
  );
  return listed.flatMap(({ ref, url, position, alt, columns }, index) => {
    const image = images[index];
    const key = imageKey(url);
    const old = replaced.get(key);
    const was = old ? keyOf(memory, old.id) : memory.images[key] && url;
    const stored = image && (image.url ?? undefined);
    const placeIn = (ids: readonly string[]) => String(ids.indexOf(image?.id ?? '') + 1);
    const at = image && placeIn(media.map((each) => each.id));
    const pair = memory.alts[key];
    const [text, typed] = [textIn(alt), String(position)];
    const decided = image && decide(text, image.alt, pair, preferencesOf('products', known.policy));
    const explain = (column: string, ...[sheet, last, shopify, rule]: Parameters<typeof explained>[1]) =>
      explained({ ref, column }, [sheet, last, shopify, image ? rule : NOT_THERE], known);
    return [
      explain(
        columns.image,
        url,
        was ? [was, stored] : undefined,
        stored,
        RULES[old ? 'send' : 'same'](true),
      ),
      ...(position
        ? [
            explain(
              columns.place,
              typed,
              was ? [placeIn(order.sheet), placeIn(order.store)] : undefined,
              at,
              RULES[isInOrder || at === typed ? 'same' : 'send'](at === typed),
            ),
          ]
        : []),
      ...(alt.kind === 'absent'
        ? []
        : [
            explain(
              columns.alt,
              alt.kind === 'clear' ? CLEAR_WORD : text,
              pair,
              image?.alt,
              alt.kind === 'blank' ? ASKS_NOTHING : RULES[decided ?? 'same'](text === image?.alt),
            ),
          ]),
    ];
  });
}

/** Explains the cell of a variant's own image. */
export function explainVariantImage(
  { imageUrl: value }: DesiredVariant,
  { store, last }: { readonly store: StoreVariant | undefined; readonly last: BaseVariant | undefined },
  known: KnownOfImages,
): ExplainedCell[] {
  if (!value || value.cell.kind === 'absent') return [];
  const product = store && known.snapshot.products.get(store.productId);
  const find = (address: string) =>
    product && imageIn(findMedia(address, product, knownImages(known.base.product(product.id)).images));
  const was = last?.image ?? '';
  const [url, isSame] =
    value.cell.kind === 'clear'
      ? [CLEAR_WORD, !store?.image]
      : [
          textIn(value.cell),
          store?.image && product && find(textIn(value.cell)) === findServed(store.image, product.media),
        ];
  const decided = RULES[isSame || url === was ? 'same' : 'send'](Boolean(isSame));
  const rule = !store ? NOT_THERE : url ? decided : ASKS_NOTHING;
  return [explained(value, [url, last && [was, was && find(was)?.url], store?.image, rule], known)];
}
