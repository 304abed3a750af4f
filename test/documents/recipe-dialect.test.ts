import { type Edits, evaluateIn, refusedIn, withCopy } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
import { filesOf } from './recipe-files';

const ETSY = `import type { DialectRules } from './dialect-rules';

export const etsy: DialectRules = {
  name: 'Etsy',
  recognises: (headers) => headers.includes('LISTING STATE'),
  headers: { title: ['Listing title'], sku: ['Own number'] },
  unsynced: [/^listing state$/i],
  idIsHint: true,
  groupsBy: 'record',
  pushes: ['handle', 'title', 'sku', 'price'],
};
`;

const ENTRY: Edits = {
  'catalog/dialects/dialects.ts': (text) =>
    `import { etsy } from './etsy';\n${text.replace('  common,\n}', '  etsy,\n  common,\n}')}`,
};

const JOURNEY = `
  import { recogniseTab } from './catalog/tab/layout';
  import { DIALECTS } from './catalog/dialects/dialects';

  const headers = ['Handle', 'Listing title', 'Own number', 'Price', 'Vendor', 'LISTING STATE'];
  const { layout } = recogniseTab([headers]) as any;
  const plain = (recogniseTab([headers.slice(0, -1)]) as any).layout;
  export const result = {
    dialect: layout.dialect,
    columns: layout.columns.map(({ column }) => column.key),
    unsynced: layout.unsynced,
    unknown: layout.unknown,
    elsewhere: plain.dialect + ': ' + plain.unknown.join(', '),
  };`;

describe('a further dialect', () => {
  test('is a file and an entry; its headers count in its own files and nowhere else', () => {
    const [refused, result] = withCopy({ ...ENTRY, 'catalog/dialects/etsy.ts': ETSY }, (root) => [
      refusedIn(root),
      evaluateIn(root, JOURNEY),
    ]);
    expect(refused).toEqual({});
    expect(result).toEqual({
      dialect: 'etsy',
      columns: ['handle', 'title', 'sku', 'price'],
      unsynced: ['Vendor', 'LISTING STATE'],
      unknown: [],
      elsewhere: 'common: Listing title, Own number',
    });
  }, 60_000);

  testInFull(
    'is refused by the compiler as long as it leaves a line out',
    () => {
      const incomplete = ETSY.replace("  groupsBy: 'record',\n", '');
      expect(Object.keys(withCopy({ ...ENTRY, 'catalog/dialects/etsy.ts': incomplete }, refusedIn))).toEqual([
        'catalog/dialects/etsy.ts',
      ]);
    },
    60_000,
  );

  test('has its files named by the recipe', () => {
    expect(filesOf('A dialect')).toEqual(
      expect.arrayContaining(['src/catalog/dialects', 'src/catalog/dialects/dialects.ts']),
    );
  });
});
