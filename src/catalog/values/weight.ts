export type WeightUnit = 'GRAMS' | 'KILOGRAMS' | 'OUNCES' | 'POUNDS';

/** As Shopify keeps it: a number in the unit it is shown in. */
export interface Weight {
  readonly value: number;
  readonly unit: WeightUnit;
}

/** Exact by definition. Source: https://www.nist.gov/pml/owm/metric-si/unit-conversion (avoirdupois) */
const GRAMS: Readonly<Record<WeightUnit, number>> = {
  GRAMS: 1,
  KILOGRAMS: 1000,
  OUNCES: 28.349523125,
  POUNDS: 453.59237,
};

/** Grams as the product CSV gives them, in the unit the merchant wants to see. */
export function weightFromGrams(grams: number, unit: WeightUnit): Weight {
  return { value: round(grams / GRAMS[unit], 4), unit };
}

export function weightInUnit({ value, unit }: Weight, wanted: WeightUnit): Weight {
  return { value: unit === wanted ? value : round((value * GRAMS[unit]) / GRAMS[wanted], 6), unit: wanted };
}

/** 1 kg and 1000 g weigh the same; so do 1 lb and the 454 g that Shopify's CSV writes for it. */
export function canonicalWeight(weight: Weight): string {
  return String(weightInGrams(weight));
}

export function weightInGrams({ value, unit }: Weight): number {
  return Math.round(value * GRAMS[unit]);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
