import { canonicalDecimal } from '../values/money';
import { PLAIN_LOCALE, readNumber } from '../values/read-number';
import { objectIn } from './json';
import type { ValueType } from './value-type';

/**
 * Units by what people type, with the names under which Shopify gives them back. Of other measurements it does not say
 * which it takes. Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
const UNITS: Readonly<Record<string, string>> = {
  dimension: 'mm millimeters, cm centimeters, m meters, in inches, ft feet, yd yards',
  weight: 'g grams, kg kilograms, oz ounces, lb pounds lbs',
  volume:
    'ml milliliters, cl centiliters, l liters, m3 cubic_meters, us_fl_oz fluid_ounces, us_pt pints, us_qt quarts, us_gal gallons, imp_fl_oz imperial_fluid_ounces, imp_pt imperial_pints, imp_qt imperial_quarts, imp_gal imperial_gallons',
};

const AMOUNT = /^([-+\d.,\s']*\d)\s*([\p{L}%\u00b0].*)$/u;

/** `12.5 cm` */
export function measure(type: string): ValueType {
  const known = (UNITS[type] ?? '').split(', ').filter(Boolean);
  const shorts = known.map((names) => names.split(' ')[0] ?? '');
  const unitOf = (typed: string): string => {
    const name = typed.trim().toLowerCase().replace(/\s+/g, '_');
    return shorts[known.findIndex((names) => names.split(' ').includes(name))] ?? name;
  };
  const example = shorts[1] ? `12.5 ${shorts[1]}` : '12.5 and the unit';
  return {
    read: 'text',
    isBare: true,
    parse(raw, { locale }) {
      const text = String(raw).trim();
      const json = objectIn(text);
      const [, number = '', typed = ''] = json
        ? ['', String(json.value), String(json.unit)]
        : (AMOUNT.exec(text) ?? []);
      const reading = readNumber(number, json ? PLAIN_LOCALE : locale);
      if (reading.kind === 'ambiguous')
        return { problem: `can be read as ${reading.readings.map(canonicalDecimal).join(' or ')}` };
      if (reading.kind !== 'number' || typed === '')
        return { problem: `needs a number and its unit. Type it such as ${example}` };
      const unit = unitOf(typed);
      return shorts.length > 0 && !shorts.includes(unit)
        ? { problem: `has a unit that Shopify does not know here. Type one of ${shorts.join(', ')}` }
        : { value: `{"value":${canonicalDecimal(reading.decimal)},"unit":${JSON.stringify(unit)}}` };
    },
    write(value) {
      const { value: number, unit } = objectIn(value) ?? {};
      const decimal = canonicalDecimal(String(number));
      // 1.234 may be one or a thousand.
      return /^-?\d+(\.\d{1,2}|\.\d{4,})?$/.test(decimal) ? `${decimal} ${unitOf(String(unit))}` : value;
    },
    canonical(value) {
      const json = objectIn(value);
      return json ? `${canonicalDecimal(String(json.value))} ${unitOf(String(json.unit))}` : value.trim();
    },
  };
}
