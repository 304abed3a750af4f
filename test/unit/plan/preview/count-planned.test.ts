import fc from 'fast-check';
import { countPlanned } from '../../../../src/plan/preview/count-planned';
import { sampled } from '../../../support/sampled';
import { HEADER, sheet } from '../any-sheet';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const SHEET_COUNTS = { products: 'sheet', inventory: 'sheet', prices: 'sheet' } as const;
const CHOSEN = { onConflict: SHEET_COUNTS, onUnknownBase: SHEET_COUNTS };

/** A level at 0 is told from none by nothing that the store shows. */
function withoutZeros({ Products = [] }: Tabs): Tabs {
  const quantity = HEADER.indexOf('Variant Inventory Qty');
  return {
    Products: Products.map((cells) =>
      cells.map((cell, index) => (index === quantity && cell === '0' ? '3' : cell)),
    ),
  };
}

interface Counts {
  readonly products: number;
  readonly variants: number;
  readonly images: number;
  readonly stockLevels: number;
  readonly prices: number;
  readonly newLevels: number;
}

/** What two states of the shop differ by. */
function difference(shop: Shop, act: () => void): Counts {
  const before = shop.embedded.dump().products;
  act();
  const after = shop.embedded.dump().products;
  const variantsOf = (products: typeof before) => products.flatMap(({ variants }) => variants);
  const known = new Map(variantsOf(before).map((variant) => [variant.id, variant]));
  const levelsOf = (variant: (typeof before)[number]['variants'][number] | undefined) =>
    Object.values(variant?.inventory ?? {}).map(({ available }) => available);
  // One that is replaced goes, and another comes.
  const left = imagesOf(before);
  const came = imagesOf(after).filter((image) => {
    const at = left.indexOf(image);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  let [prices, stockLevels, newLevels] = [0, 0, 0];
  for (const variant of variantsOf(after)) {
    const old = known.get(variant.id);
    if (!old) newLevels += levelsOf(variant).filter((available) => available !== 0).length;
    else {
      prices += Number(old.price !== variant.price) + Number(old.compareAtPrice !== variant.compareAtPrice);
      stockLevels += levelsOf(variant).filter(
        (available, index) => available !== levelsOf(old)[index],
      ).length;
    }
  }
  return {
    products: after.length - before.length,
    variants: variantsOf(after).length - known.size,
    images: came.length,
    ...{ prices, stockLevels, newLevels },
  };
}

function imagesOf(products: ReturnType<Shop['embedded']['dump']>['products']): string[] {
  return products.flatMap(({ handle, media }) =>
    media.map(({ originalSource }) => `${handle} ${originalSource}`),
  );
}

test('what a preview counts is what sending it creates and changes', () => {
  fc.assert(
    fc.property(sheet, sheet, (one, two) => {
      const shop = openShop();
      for (const tabs of [one, two].map(withoutZeros)) {
        const { actions, followsUp } = shop.plan(tabs, CHOSEN);
        const { create, change } = countPlanned(actions, { variant: () => undefined });
        const seen = difference(shop, () => shop.sync(tabs, CHOSEN));
        const counted: Counts = {
          products: create.products,
          variants: create.variants,
          stockLevels: change.stockLevels,
          newLevels: create.stockLevels,
          prices: change.prices,
          images: create.images,
        };
        // New options bring further variants in the follow-up, which may be stocked; an image its place.
        if (followsUp)
          for (const key of ['products', 'variants', 'images'] as const)
            expect(seen[key]).toBeGreaterThanOrEqual(counted[key]);
        else expect(counted).toEqual(seen);
        shop.pass(60_000);
      }
    }),
    { numRuns: sampled(5, 150) },
  );
});
