interface Option {
  readonly name: string;
  /** The metafield type of the option's value. */
  readonly type: string;
}

/** Facts of a type that need no definition (https://shopify.dev/docs/apps/build/metafields/list-of-data-types). */
export interface MetafieldType {
  readonly name: string;
  readonly category: string;
  readonly supportedValidations: readonly Option[];
}

const option = (name: string, type: string): Option => ({ name, type });
const range = (type: string): Option[] => [option('min', type), option('max', type)];
const textLength = [...range('number_integer'), option('regex', 'single_line_text_field')];
const textList = 'list.single_line_text_field';

/** Options by type (https://shopify.dev/docs/apps/build/metafields/list-of-validation-options). */
const own: Readonly<Record<string, readonly [category: string, options: readonly Option[]]>> = {
  boolean: ['TRUE_FALSE', []],
  color: ['COLOR', []],
  date_time: ['DATE_TIME', range('date_time')],
  date: ['DATE_TIME', range('date')],
  id: ['ID', textLength],
  json: ['JSON', [option('schema', 'json')]],
  jurisdiction: ['JURISDICTION', []],
  language: ['LANGUAGE', []],
  link: ['LINK', []],
  money: ['MONEY', []],
  multi_line_text_field: ['TEXT', textLength],
  number_decimal: ['NUMBER', [...range('number_decimal'), option('max_precision', 'number_integer')]],
  number_integer: ['NUMBER', range('number_integer')],
  rating: ['RATING', [option('scale_min', 'number_decimal'), option('scale_max', 'number_decimal')]],
  rich_text_field: ['RICH_TEXT', []],
  single_line_text_field: ['TEXT', [...textLength, option('choices', textList)]],
  url: ['URL', [option('allowed_domains', textList)]],
  company_reference: ['REFERENCE', []],
  customer_reference: ['REFERENCE', []],
  product_reference: ['REFERENCE', []],
  collection_reference: ['REFERENCE', []],
  variant_reference: ['REFERENCE', []],
  file_reference: ['REFERENCE', [option('file_type_options', textList)]],
  product_taxonomy_value_reference: [
    'REFERENCE',
    [option('product_taxonomy_attribute_handle', 'single_line_text_field')],
  ],
  product_taxonomy_disclosure_reference: ['REFERENCE', []],
  metaobject_reference: ['REFERENCE', [option('metaobject_definition_id', 'single_line_text_field')]],
  mixed_reference: ['REFERENCE', [option('metaobject_definition_ids', textList)]],
  disclosure_reference: ['REFERENCE', []],
  page_reference: ['REFERENCE', []],
  article_reference: ['REFERENCE', []],
  order_reference: ['REFERENCE', []],
};

function describe(name: string): MetafieldType {
  const base = baseType(name);
  const [category, options] = own[base] ?? ['MEASUREMENT', range(base)];
  const ofList =
    name === base ? [] : [option('list.min', 'number_integer'), option('list.max', 'number_integer')];
  return { name, category, supportedValidations: [...ofList, ...options] };
}

/** `list.color` → `color`. */
export const baseType = (type: string): string => type.replace(/^list\./, '');
export const isList = (type: string): boolean => type.startsWith('list.');

const neverListed = new Set([
  'boolean',
  'id',
  'json',
  'language',
  'money',
  'multi_line_text_field',
  'rich_text_field',
  'product_taxonomy_disclosure_reference',
]);
export const referenceTypes = Object.keys(own).filter((type) => type.endsWith('_reference'));

/** In the order of Shopify's own sentences (recorded). */
const plain =
  `antenna_gain area battery_charge_capacity battery_energy_capacity boolean capacitance color concentration
  data_storage_capacity data_transfer_rate date_time date dimension display_density distance duration electric_current
  electrical_resistance energy frequency id illuminance inductance json jurisdiction language link luminous_flux
  mass_flow_rate money multi_line_text_field number_decimal number_integer power pressure rating resolution
  rich_text_field rotational_speed single_line_text_field sound_level speed temperature thermal_power url voltage volume
  volumetric_flow_rate weight`.split(/\s+/);

/** Amounts with a unit. */
export const measurementTypes: readonly string[] = plain.filter((type) => !(type in own));

const withLists = (types: readonly string[]): string[] =>
  types.filter((type) => !neverListed.has(type)).map((type) => `list.${type}`);

/** Every type: the lists stand where an alphabet would put them, references each with its list (recorded). */
export const metafieldTypes: readonly string[] = [
  ...plain.filter((type) => type <= 'link'),
  ...withLists(plain),
  ...plain.filter((type) => type > 'link'),
  ...referenceTypes.flatMap((type) => [type, ...withLists([type])]),
];

const described = new Map(metafieldTypes.map((name) => [name, describe(name)]));

export const metafieldType = (name: string): MetafieldType => described.get(name) ?? describe(name);
