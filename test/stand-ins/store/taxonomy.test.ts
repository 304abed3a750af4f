import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions } from '../../../local/cli/options';
import { openSession } from '../../../local/cli/session';
import { findCategory, forgetTaxonomy, useTaxonomy } from '../../../local/store/shop/taxonomy/categories';
import { openStore } from './open-store';

const gid = (id: string) => `gid://shopify/TaxonomyCategory/${id}`;
const create = `mutation ($category: ID!) {
  productCreate(product: { title: "Mug", category: $category }) { product { category { id fullName } } userErrors { message } } }`;

afterEach(forgetTaxonomy);

describe('a category', () => {
  test.each(['hg-11-6-4-2-1', 'aa-1-13-8', 'ap-2-7-99', 'sg-4-17-2-17'])(
    'beyond the modelled names is taken where its id has the right form: %s',
    (id) => {
      const { product } = openStore().ask(create, { category: gid(id) });
      expect(product.category.id).toBe(gid(id));
    },
  );

  test.each(['zz-999999999', 'zz-1', 'ap-', 'ap-x', 'AP-1'])('of no such form is refused: %s', (id) => {
    const { errors } = openStore().graphql(create, { category: gid(id) });
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_PRODUCT_TAXONOMY_NODE_ID');
  });
});

describe('Shopify’s published list of categories', () => {
  const TEXT = `# Shopify Product Taxonomy - Categories: 2026-08
# Format: {GID} : {Ancestor name} > ... > {Category name}

gid://shopify/TaxonomyCategory/hg   : Home & Garden
gid://shopify/TaxonomyCategory/hg-1 : Home & Garden > Kitchen
`;

  test('is all that there is, once it is given', () => {
    useTaxonomy(TEXT);
    expect(findCategory(gid('hg-1'))).toMatchObject({ fullName: 'Home & Garden > Kitchen', isLeaf: true });
    expect(findCategory(gid('hg-2'))).toBeNull();
    expect(findCategory(gid('ap'))).toBeNull();
  });

  test('is taken by the command line, which says what is wrong with another file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'taxonomy-'));
    writeFileSync(join(folder, 'appsscript.json'), '{"runtimeVersion": "V8"}');
    writeFileSync(join(folder, 'Code.js'), '');
    const open = (text: string) => {
      const file = join(folder, 'categories.txt');
      writeFileSync(file, text);
      const options = parseOptions(['--taxonomy', file]);
      if (options === 'help') throw new Error('No help was asked for.');
      openSession(options, folder, () => undefined);
    };
    expect(() => open('nothing')).toThrow(/is no list of categories/);
    open(TEXT);
    expect(findCategory(gid('hg-1'))?.name).toBe('Kitchen');
    rmSync(folder, { recursive: true });
  });
});
