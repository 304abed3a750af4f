import { importsOf } from '../../local/docs/read-imports';
import { type Edits, evaluateIn, refusedIn, withCopy } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
import { filesOf } from './recipe-files';

const ENTRY: Edits = {
  'catalog/columns/families.ts': (text) =>
    text.replace(
      '} satisfies Readonly<Record<string, ColumnFamily>>',
      `  mark: {
    group: 'prices',
    named: (header) => {
      const name = /^Mark: (.+)$/.exec(header)?.[1];
      return name ? { level: 'product', kind: 'quantity', name } : undefined;
    },
  },
} satisfies Readonly<Record<string, ColumnFamily>>`,
    ),
};

const ALL: Edits = {
  ...ENTRY,
  'shopify/queries/field-paths.ts': (text) =>
    text.replace(
      '  metafield: undefined,',
      '  metafield: undefined,\n  mark: ({ name }) => ({ input: `marks.$' + '{name}` }),',
    ),
};

/** The row goes through all that knows of columns: header, cell, desired item, group, words, request. */
const JOURNEY = `
  import { buildCatalog } from './catalog/building/build-catalog';
  import { fieldsIn } from './catalog/columns/columns';
  import { parseRows } from './catalog/reading/parse-rows';
  import { recogniseTab } from './catalog/tab/layout';
  import { canonical } from './plan/compare/canonical';
  import { describeChange } from './plan/compare/messages';
  import { writeFields } from './shopify/queries/fields';

  const rows = [['Handle', 'Mark: width', 'Mark: '], ['tee', 12, 'x']] as any;
  const { layout } = recogniseTab(rows.slice(0, 1)) as any;
  const context = { locale: { decimalSeparator: '.' }, currencyCode: 'USD', currencyDecimals: 2 } as const;
  const grid = { sheetId: 1, tab: 'Own', layout, rows: [{ row: 2, cells: rows[1], texts: rows[1].map(String) }] };
  const [product] = buildCatalog([parseRows(grid, context)]).products;
  const field = fieldsIn(product!.fields).find(({ key }) => key.startsWith('mark:')) as any;
  const { cell, column } = product!.fields[field.key as never] as any;
  const change = { key: field.key, column, from: null, to: cell.value } as any;
  export const result = {
    unknown: layout.unknown,
    key: field.key,
    group: field.group,
    says: describeChange(change),
    equal: canonical(field.key, 12),
    sent: writeFields([change]),
  };`;

describe('a further family of columns', () => {
  testInFull(
    'is asked for by the compiler where it is not said how it is sent',
    () => {
      expect(Object.keys(withCopy(ENTRY, refusedIn))).toEqual(['shopify/queries/field-paths.ts']);
    },
    60_000,
  );

  test('is read from its headers, compared and sent, with the files of its recipe and no other', () => {
    const [refused, result] = withCopy(ALL, (root) => [refusedIn(root), evaluateIn(root, JOURNEY)]);
    expect(refused).toEqual({});
    expect(result).toEqual({
      unknown: ['Mark:'],
      key: 'mark:product:quantity:width',
      group: 'prices',
      says: 'Mark: width (empty) → 12',
      equal: '12',
      sent: { marks: { width: 12 } },
    });
    expect(Object.keys(ALL).map((file) => `src/${file}`)).toEqual(
      filesOf('A family of columns').filter((file) => file.endsWith('.ts')),
    );
  }, 60_000);

  test('is known by name in these files alone', () => {
    const importers = [...importsOf('src')].flatMap(([file, targets]) =>
      targets.some((target) => /^catalog\/columns\/families(\.ts)?$/.test(target)) ? [file] : [],
    );
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => /^(plan|sync|google|sidebar)\//.test(file))).toEqual([]);
  });
});
