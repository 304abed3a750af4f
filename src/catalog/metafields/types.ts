/**
 * Every type of a metafield, as `metafieldDefinitionTypes` names them; a list of one is `list.` and its name.
 * Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
const PLAIN = [
  ...(['boolean', 'color', 'date', 'date_time', 'id', 'json', 'jurisdiction', 'language', 'link'] as const),
  ...(['money', 'multi_line_text_field', 'number_decimal', 'number_integer', 'rating'] as const),
  ...(['rich_text_field', 'single_line_text_field', 'url'] as const),
] as const;

/** An amount with a unit. */
const MEASURES = [
  ...(['antenna_gain', 'area', 'battery_charge_capacity', 'battery_energy_capacity', 'capacitance'] as const),
  ...([
    'concentration',
    'data_storage_capacity',
    'data_transfer_rate',
    'dimension',
    'display_density',
  ] as const),
  ...(['distance', 'duration', 'electric_current', 'electrical_resistance', 'energy', 'frequency'] as const),
  ...(['illuminance', 'inductance', 'luminous_flux', 'mass_flow_rate', 'power', 'pressure'] as const),
  ...(['resolution', 'rotational_speed', 'sound_level', 'speed', 'temperature', 'thermal_power'] as const),
  ...(['voltage', 'volume', 'volumetric_flow_rate', 'weight'] as const),
] as const;

/**
 * References to other items of the shop, with the type names of their IDs. One without a name is recognised only by a
 * whole ID.
 */
export const REFERENCES = {
  article_reference: ['Article', 'OnlineStoreArticle'],
  collection_reference: ['Collection'],
  company_reference: ['Company'],
  customer_reference: ['Customer'],
  disclosure_reference: [],
  file_reference: [],
  metaobject_reference: ['Metaobject'],
  mixed_reference: ['Metaobject'],
  order_reference: ['Order'],
  page_reference: ['Page', 'OnlineStorePage'],
  product_reference: ['Product'],
  product_taxonomy_disclosure_reference: [],
  product_taxonomy_value_reference: ['TaxonomyValue'],
  variant_reference: ['ProductVariant'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Plain = (typeof PLAIN)[number];
type Measure = (typeof MEASURES)[number];
export type Reference = keyof typeof REFERENCES;
export type SingleType = Plain | Measure | Reference;
export type MetafieldType = SingleType | `list.${SingleType}`;

const SINGLE: readonly SingleType[] = [
  ...PLAIN,
  ...MEASURES,
  ...(Object.keys(REFERENCES) as readonly Reference[]),
];

/** Types of which Shopify has no lists. Source: the types that its answers name, as recorded. */
const NEVER_LISTED: readonly SingleType[] = [
  ...(['boolean', 'id', 'json', 'language', 'money', 'multi_line_text_field', 'rich_text_field'] as const),
  'product_taxonomy_disclosure_reference',
];

export const METAFIELD_TYPES: readonly MetafieldType[] = SINGLE.flatMap((type): readonly MetafieldType[] =>
  NEVER_LISTED.includes(type) ? [type] : [type, `list.${type}`],
);

export function isMeasure(type: SingleType): type is Measure {
  return (MEASURES as readonly SingleType[]).includes(type);
}

export function isReference(type: SingleType): type is Reference {
  return type in REFERENCES;
}

/** Names of former versions, which other programs still write. */
const FORMER: Readonly<Record<string, MetafieldType>> = {
  string: 'single_line_text_field',
  integer: 'number_integer',
  json_string: 'json',
};

/** Undefined where Shopify has no such type. */
export function typeNamed(name: string): MetafieldType | undefined {
  const word = name.trim().toLowerCase();
  const type = FORMER[word] ?? (word as MetafieldType);
  return METAFIELD_TYPES.includes(type) ? type : undefined;
}
