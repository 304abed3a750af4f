import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourcesOf } from '../../../../local/docs/read-imports';
import { COLUMNS } from '../../../../src/catalog/columns/columns';

const KEYS = COLUMNS.map(({ key }) => key).join('|');

/**
 * `key === 'tags'`, `field !== 'price'`, `'handle' in row.cells`, `keys.has('sku')`: what is known of a column belongs
 * into its line of the column table. In the guards a piece has the key of its field as its kind.
 */
const comparison = (names: string) =>
  new RegExp(
    [
      `\\b(?:${names})\\)? *[!=]== *'(?:${KEYS})'`,
      `'(?:${KEYS})' *[!=]== *\\w`,
      `'(?:${KEYS})' in [\\w.]*\\b(?:cells|fields)\\b`,
      `\\b(?:keys|has)(?:\\.has)?\\('(?:${KEYS})'`,
    ].join('|'),
    'g',
  );

/** Code whose only subject is the field that it names, and the table of a dialect. Write why, where one comes in. */
const MAY_COMPARE: Readonly<Record<string, number>> = {
  // Recognises the file by the columns that it has.
  'catalog/dialects/shopify-inventory.ts': 3,
  // Prices are compared with each other, a product becomes visible, an item is to be tracked.
  'plan/compare/new-piece.ts': 1,
  'plan/guards/lost-characters-guard.ts': 2,
  'plan/guards/mass-guard.ts': 2,
  'plan/guards/pasted-guard.ts': 6,
  'plan/guards/sku-guard.ts': 2,
  'plan/guards/steps.ts': 1,
  'plan/guards/stock-guard.ts': 1,
  'plan/guards/new-item-guards.ts': 4,
  'plan/guards/weight-guard.ts': 1,
  // The leading columns name the item; a preview sums up prices.
  'catalog/tab/status-block.ts': 1,
  'plan/preview/list-changes.ts': 1,
  // A handle and a SKU are the names that other rows go by, and are followed where they change.
  'plan/identity/other-names.ts': 2,
  'plan/product/update-product.ts': 1,
  'plan/identity/stale-ids.ts': 2,
  'plan/product/create-product.ts': 2,
  'plan/product/plan-existing-variants.ts': 1,
  // Two columns speak of channels, each in its own way.
  'plan/publishing/plan-channels.ts': 2,
  // An undo gives SKUs back only where nobody else has them by now.
  'plan/undo/undo-needs.ts': 1,
};

test('code knows a column by what the column table says of it, not by its key', () => {
  const found: Record<string, number> = {};
  for (const file of sourcesOf('src')) {
    const names = file.startsWith('plan/guards/') ? 'key|field|source|kind' : 'key|field';
    const code = readFileSync(path.join(ROOT, 'src', file), 'utf8');
    const count = [...code.matchAll(comparison(names))].length;
    if (count > 0) found[file] = count;
  }
  expect(found).toEqual(MAY_COMPARE);
});
