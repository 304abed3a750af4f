import { newSheet, type Workbook } from '../apps-script/workbook/workbook';
import { type CatalogSeed, seedCatalog } from '../store/seed-catalog';
import type { EmbeddedStore } from '../store/store-types';

type Line = readonly [title: string, vendor: string, type: string, price: number, sizes: readonly string[]];

const ONE_SIZE: readonly string[] = [];
const SIZES = ['S', 'M', 'L'];

const CATALOG: readonly Line[] = [
  ['Harbour Mug', 'Saltmarsh Supply', 'Mug', 16, ONE_SIZE],
  ['Tide Blanket', 'Saltmarsh Supply', 'Blanket', 89, ONE_SIZE],
  ['Deck Jumper', 'North Quay', 'Jumper', 120, SIZES],
  ['Rain Smock', 'North Quay', 'Jacket', 149, SIZES],
  ['Net Bag', 'Saltmarsh Supply', 'Bag', 12.5, ONE_SIZE],
  ['Oilcloth Apron', 'Galley Works', 'Apron', 34, ONE_SIZE],
  ['Galley Towel', 'Galley Works', 'Towel', 9, ONE_SIZE],
  ['Watch Cap', 'North Quay', 'Cap', 28, ONE_SIZE],
];

/** A shop that has been selling for a while, in front of somebody who has no sheet yet: *Get from Shopify* makes it. */
export function beginWithCatalog(store: EmbeddedStore, workbook: Workbook): void {
  if (store.dump().products.length === 0) seedCatalog(store, catalogOf(store));
  workbook.sheets.splice(0, workbook.sheets.length, newSheet({ id: 0, name: 'Sheet1' }));
  workbook.activeSheetId = 0;
}

function catalogOf(store: EmbeddedStore): CatalogSeed {
  const [location] = store.dump().locations;
  return {
    products: CATALOG.map(([title, vendor, productType, price, sizes], index) => ({
      title,
      vendor,
      productType,
      handle: title.toLowerCase().replace(' ', '-'),
      status: 'ACTIVE' as const,
      descriptionHtml: `<p>${title}, by ${vendor}.</p>`,
      media: [
        { originalSource: `https://example.com/${title.toLowerCase().replace(' ', '-')}.jpg`, alt: title },
      ],
      ...(sizes.length > 0 && { options: [{ name: 'Size', values: [...sizes] }] }),
      variants: (sizes.length > 0 ? sizes : ['']).map((size, at) => ({
        sku: [`SK-${index + 1}`, size].filter(Boolean).join('-'),
        price: price.toFixed(2),
        tracked: true,
        ...(size && { options: { Size: size } }),
        inventory: { [location?.name ?? '']: { available: 5 + index + at, onHand: 5 + index + at } },
      })),
    })),
  };
}
