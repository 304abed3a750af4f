import type { DefinitionConstraints } from '../../state/metafield';
import type { Row } from '../../state/table';
import type { Validation } from './metafield-validations';

export interface StandardTemplate extends Row {
  readonly namespace: string;
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly ownerTypes: readonly string[];
  readonly typeName: string;
  readonly validations: readonly Validation[];
  readonly constraints: DefinitionConstraints | null;
}

const template = (
  number: number,
  [namespace, key, name, typeName]: readonly [string, string, string, string],
  more: Partial<StandardTemplate> = {},
): StandardTemplate => ({
  id: `gid://shopify/StandardMetafieldDefinitionTemplate/${number}`,
  namespace,
  key,
  name,
  description: null,
  ownerTypes: ['PRODUCT'],
  typeName,
  validations: [],
  constraints: null,
  ...more,
});

const withVariants = { ownerTypes: ['PRODUCT', 'PRODUCTVARIANT'] };
const scale = [
  { name: 'scale_min', value: '1.0' },
  { name: 'scale_max', value: '5.0' },
];
const discovery = 'shopify--discovery--';

/**
 * Some of Shopify's own (https://shopify.dev/docs/apps/build/custom-data/metafields/list-of-standard-definitions):
 * the first is recorded, and that 10004 is a category's; the other numbers are made up.
 */
export const standardTemplates: readonly StandardTemplate[] = [
  template(1, ['descriptors', 'subtitle', 'Product subtitle', 'single_line_text_field'], {
    description: 'Used as a shorthand for a product name',
    validations: [{ name: 'max', value: '70' }],
  }),
  template(2, ['descriptors', 'care_guide', 'Care guide', 'multi_line_text_field']),
  template(3, ['facts', 'isbn', 'ISBN', 'single_line_text_field'], withVariants),
  template(4, ['facts', 'ean', 'EAN', 'single_line_text_field'], withVariants),
  template(5, ['facts', 'upc', 'UPC', 'single_line_text_field'], withVariants),
  template(6, ['reviews', 'rating', 'Product rating', 'rating'], { validations: scale }),
  template(7, ['reviews', 'rating_count', 'Product rating count', 'number_integer']),
  template(8, [
    `${discovery}product_recommendation`,
    'related_products',
    'Related products',
    'list.product_reference',
  ]),
  template(9, [
    `${discovery}product_recommendation`,
    'complementary_products',
    'Complementary products',
    'list.product_reference',
  ]),
  template(10, [
    `${discovery}product_search_boost`,
    'queries',
    'Search product boosts',
    'list.single_line_text_field',
  ]),
  template(10001, ['shopify', 'color-pattern', 'Color', 'list.metaobject_reference'], ofCategory('aa')),
  template(10004, ['shopify', 'material', 'Material', 'list.metaobject_reference'], ofCategory('aa')),
];

function ofCategory(...values: readonly string[]): Partial<StandardTemplate> {
  const definition = { name: 'metaobject_definition_id', value: 'gid://shopify/MetaobjectDefinition/1' };
  return { constraints: { key: 'category', values }, validations: [definition] };
}
