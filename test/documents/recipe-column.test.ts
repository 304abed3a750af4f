import fs from 'node:fs';
import path from 'node:path';
import { generate } from '../../local/codegen/generate';
import { type Edits, evaluateIn, refusedIn, withCopy } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
import { filesOf } from './recipe-files';

const LINE: Edits = {
  'catalog/columns/columns.ts': (text) =>
    text.replace(
      "    { key: 'vendor',",
      "    { key: 'templateSuffix', kind: 'text', headers: ['Theme template'], isField: true },\n    { key: 'vendor',",
    ),
};

const PATH: Edits = {
  ...LINE,
  'catalog/writing/forms.ts': (text) =>
    text.replace(
      "  vendor: ['basics',",
      "  templateSuffix: ['basics', 'Theme template', 'Theme template', 'Theme template'],\n  vendor: ['basics',",
    ),
  'shopify/queries/field-paths.ts': (text) =>
    text.replace(
      "  vendor: at('vendor'),",
      "  templateSuffix: at('templateSuffix'),\n  vendor: at('vendor'),",
    ),
};

const ALL: Edits = {
  ...PATH,
  'shopify/documents/fragments.graphql': (text) => text.replace('  vendor\n', '  vendor\n  templateSuffix\n'),
};

/** The row goes through everything that knows of columns: header, cell, desired item, plan, request, answer. */
const JOURNEY = `
  import { buildCatalog } from './catalog/building/build-catalog';
  import { parseRows } from './catalog/reading/parse-rows';
  import { recogniseTab } from './catalog/tab/layout';
  import { describeChange } from './plan/compare/messages';
  import { readFields, writeFields } from './shopify/queries/fields';
  import { ProductFieldsText } from './shopify/documents/generated/fragments';

  const rows = [['Handle', 'Theme template'], ['tee', 'summer']];
  const { layout } = recogniseTab(rows.slice(0, 1)) as any;
  const context = { locale: { decimalSeparator: '.' }, currencyCode: 'USD', currencyDecimals: 2 } as const;
  const grid = { sheetId: 1, tab: 'Own', layout, rows: [{ row: 2, cells: rows[1]!, texts: rows[1]! }] };
  const [product] = buildCatalog([parseRows(grid, context)]).products;
  const { cell, column } = product!.fields['templateSuffix' as never] as any;
  const change = { key: 'templateSuffix', column, from: null, to: cell.value } as any;
  export const result = {
    says: describeChange(change),
    sent: writeFields([change]),
    read: (readFields('product', { templateSuffix: 'winter' }) as any).templateSuffix,
    isSelected: ProductFieldsText.includes(' templateSuffix'),
  };`;

function codegen(root: string): void {
  const folder = path.join(root, 'src/shopify/documents');
  for (const [name, text] of generate(folder)) fs.writeFileSync(path.join(folder, 'generated', name), text);
}

describe('a further column', () => {
  testInFull(
    'is asked for by the compiler where its path in the Admin API or its place in a written catalog is missing',
    () => {
      expect(Object.keys(withCopy(LINE, refusedIn)).sort()).toEqual([
        'catalog/writing/forms.ts',
        'shopify/queries/field-paths.ts',
      ]);
    },
    60_000,
  );

  testInFull(
    'is refused by the compiler as long as no document selects it',
    () => {
      expect(Object.keys(withCopy(PATH, refusedIn))).toEqual(['shopify/queries/field-paths.ts']);
    },
    60_000,
  );

  test('is read, planned, sent and read back, with the files of its recipe and no other', () => {
    const [refused, result] = withCopy(ALL, (root) => {
      codegen(root);
      return [refusedIn(root), evaluateIn(root, JOURNEY)];
    });
    expect(refused).toEqual({});
    expect(result).toEqual({
      says: 'Theme template (empty) → summer',
      sent: { templateSuffix: 'summer' },
      read: 'winter',
      isSelected: true,
    });
    const named = filesOf('A column');
    expect(Object.keys(ALL).filter((file) => !named.includes(`src/${file}`))).toEqual([]);
  }, 60_000);
});
