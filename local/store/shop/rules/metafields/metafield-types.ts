/** Types that can stand alone (https://shopify.dev/docs/apps/build/custom-data/metafields/list-of-data-types). */
const single = [
  'antenna_gain',
  'boolean',
  'color',
  'date_time',
  'date',
  'dimension',
  'id',
  'json',
  'language',
  'link',
  'money',
  'multi_line_text_field',
  'number_decimal',
  'number_integer',
  'rating',
  'rich_text_field',
  'single_line_text_field',
  'url',
  'volume',
  'weight',
  'article_reference',
  'collection_reference',
  'company_reference',
  'customer_reference',
  'file_reference',
  'metaobject_reference',
  'mixed_reference',
  'page_reference',
  'product_reference',
  'product_taxonomy_value_reference',
  'variant_reference',
];

/** Types without a list form. */
const neverListed = ['boolean', 'json', 'money', 'multi_line_text_field', 'rich_text_field', 'id'];

export const metafieldTypes: readonly string[] = [
  ...single,
  ...single.filter((type) => !neverListed.includes(type)).map((type) => `list.${type}`),
];

export const referenceTypes = single.filter((type) => type.endsWith('_reference'));
