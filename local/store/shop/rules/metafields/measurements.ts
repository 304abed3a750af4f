import { isNumeric, parseObject } from './parse-json';

/** Number of the smallest units in one; by every name that a unit may have (https://shopify.dev/docs/apps/build/metafields/list-of-data-types). */
const units: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  dimension: {
    mm: 1,
    millimeters: 1,
    cm: 10,
    centimeters: 10,
    m: 1000,
    meters: 1000,
    in: 25.4,
    inches: 25.4,
    ft: 304.8,
    feet: 304.8,
    yd: 914.4,
    yards: 914.4,
  },
  weight: {
    g: 1,
    grams: 1,
    kg: 1000,
    kilograms: 1000,
    oz: 28.349523125,
    ounces: 28.349523125,
    lb: 453.59237,
    pounds: 453.59237,
  },
  volume: {
    ml: 1,
    milliliters: 1,
    cl: 10,
    centiliters: 10,
    l: 1000,
    liters: 1000,
    m3: 1e6,
    cubic_meters: 1e6,
    us_fl_oz: 29.5735295625,
    fluid_ounces: 29.5735295625,
    us_pt: 473.176473,
    pints: 473.176473,
    us_qt: 946.352946,
    quarts: 946.352946,
    us_gal: 3785.411784,
    gallons: 3785.411784,
    imp_fl_oz: 28.4130625,
    imperial_fluid_ounces: 28.4130625,
    imp_pt: 568.26125,
    imperial_pints: 568.26125,
    imp_qt: 1136.5225,
    imperial_quarts: 1136.5225,
    imp_gal: 4546.09,
    imperial_gallons: 4546.09,
  },
};

/** Errors of an amount and its unit; the units of the newer measurements are not listed here and all taken. */
export function checkMeasurement(type: string, text: string): string | null {
  const value = parseObject(text);
  if (!value || !isNumeric(value.value) || typeof value.unit !== 'string' || value.unit === '')
    return 'Value must be a stringified JSON object with value (numeric) and unit fields.';
  const known = units[type];
  if (!known || value.unit.toLowerCase() in known) return null;
  return `Value must have one of the following units: ${Object.keys(known).join(', ')}.`;
}

/** In one unit, so that amounts can be compared; of a measurement whose units are not listed the bare amount. */
export function comparableAmount(type: string, text: string): number {
  const value = parseObject(text);
  const factor = units[type]?.[String(value?.unit).toLowerCase()] ?? 1;
  return Number(value?.value) * factor;
}

/** `{"value":12.5,"unit":"cm"}` → `12.5 cm`. */
export function spokenMeasurement(text: string): string {
  const value = parseObject(text);
  return `${value?.value} ${value?.unit}`;
}
