import fc from 'fast-check';
import type { SingleType } from '../../../../src/catalog/metafields/types';
import type { TypedCell } from '../../../../src/catalog/metafields/value-type';

const words = (...cells: readonly TypedCell[]): fc.Arbitrary<TypedCell> => fc.constantFrom(...cells);

const line = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ')),
  words('Wool', 'Wool, Silk', '[Wool', '{x}', '1E5', "'tis", '45', '"quoted"', '| a'),
);
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'));
const whole = fc.oneof(fc.integer(), fc.maxSafeInteger(), words('12', '1,234', '-3', '1 000', '5.000', 0));
const decimal = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 1000),
  words(0, '5.00', '5,00', '1,234.50', '1.234,50', 0.1 + 0.2, '12', '0.123456789', 1e-7),
);
const id = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String);
const ids = (...types: readonly string[]) =>
  fc.oneof(
    id,
    fc.tuple(fc.constantFrom(...types), id).map(([type, number]) => `gid://shopify/${type}/${number}`),
  );
const wholeIds = (type: string) => id.map((number) => `gid://shopify/${type}/${number}`);
const amount = (...units: readonly string[]) =>
  fc.oneof(
    fc
      .tuple(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(1, 10, 100, 1000),
        fc.constantFrom(...units),
      )
      .map(([number, part, unit]) => `${number / part} ${unit}`),
    words(`12,5${units[0]}`, `{"value":1.234,"unit":"${units[0]}"}`, `{"unit":"${units[0]}","value":"7.0"}`),
  );
const measured = amount('x', 'some unit');

/** What people type for each type of a metafield. */
export const TYPED_METAFIELDS: Readonly<Record<SingleType, fc.Arbitrary<TypedCell>>> = {
  boolean: words(true, false, 'TRUE', 'false', ' True '),
  color: words('#1A2b3c', '#ffffff', ' #000000'),
  date: words('2026-05-31', '2024-02-29', '2026-04-30T22:00:00.000Z', '2026-01-01T00:00:00Z'),
  date_time: words(
    '2026-05-31 18:30',
    '2026-05-31',
    '2026-03-29T02:30:00',
    '2026-05-31T18:30:00+02:00',
    '2026-10-25 02:30:59',
    '2026-04-30T22:00:00.000Z',
  ),
  id: line,
  json: fc.oneof(
    fc.json().filter((text) => text !== '""'),
    words('{ "b": 1, "a": [1.0, 12345678901234567890] }', '7', 7),
  ),
  jurisdiction: words('US', 'us-ca'),
  language: words('en', 'pt-BR', 'zh-Hant'),
  link: words(
    'Care | https://a.example/b',
    'a | b | mailto:x@y.example',
    '{"url":"https://a.example","text":""}',
    '{"text":" spaced ","url":"tel:1"}',
  ),
  money: fc.oneof(
    decimal.map((cell) => (typeof cell === 'number' ? Math.round(Math.abs(cell)) : cell)),
    words(19.9, '19.90', 5),
  ),
  multi_line_text_field: lines,
  number_decimal: decimal,
  number_integer: whole,
  rating: words(4.5, '3', 1, '5.0', '{"value":"3.5","scale_min":"1.0","scale_max":"5.0"}'),
  rich_text_field: fc.oneof(
    lines,
    words(
      '{"type":"root","children":[{"type":"heading","level":1,"children":[{"type":"text","value":"Hi"}]}]}',
      '{"type":"root","children":[]}',
    ),
  ),
  single_line_text_field: line,
  url: words('https://a.example/b?c=d', 'HTTP://A.example', 'mailto:x@y.example', 'sms:1', 'tel:+1'),
  antenna_gain: measured,
  area: measured,
  battery_charge_capacity: measured,
  battery_energy_capacity: measured,
  capacitance: measured,
  concentration: measured,
  data_storage_capacity: measured,
  data_transfer_rate: measured,
  dimension: amount('cm', 'Millimeters', 'in', 'YD'),
  display_density: measured,
  distance: measured,
  duration: measured,
  electric_current: measured,
  electrical_resistance: measured,
  energy: measured,
  frequency: measured,
  illuminance: measured,
  inductance: measured,
  luminous_flux: measured,
  mass_flow_rate: measured,
  power: measured,
  pressure: measured,
  resolution: measured,
  rotational_speed: measured,
  sound_level: measured,
  speed: measured,
  temperature: amount('°C', 'fahrenheit'),
  thermal_power: measured,
  voltage: measured,
  volume: amount('ml', 'us fl oz', 'Liters', 'imp_gal'),
  volumetric_flow_rate: measured,
  weight: amount('kg', 'lbs', 'Grams'),
  article_reference: ids('Article', 'OnlineStoreArticle'),
  collection_reference: ids('Collection'),
  company_reference: ids('Company'),
  customer_reference: ids('Customer'),
  disclosure_reference: wholeIds('Disclosure'),
  file_reference: fc.oneof(wholeIds('MediaImage'), wholeIds('GenericFile')),
  metaobject_reference: ids('Metaobject'),
  mixed_reference: wholeIds('Metaobject'),
  order_reference: ids('Order'),
  page_reference: ids('Page', 'OnlineStorePage'),
  product_reference: ids('Product'),
  product_taxonomy_disclosure_reference: wholeIds('TaxonomyDisclosure'),
  product_taxonomy_value_reference: ids('TaxonomyValue'),
  variant_reference: ids('ProductVariant'),
};
