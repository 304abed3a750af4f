import type { FieldValue } from '../values/cell';
import type { CellKind } from './cell-kind';

const asText = (value: FieldValue): string => String(value);

/** A kind that knows a few words; the first word of a value is the one that is written. */
function oneOf(
  words: Readonly<Record<string, FieldValue>>,
  expected: string,
): Pick<CellKind, 'read' | 'parse' | 'write' | 'hasFewValues'> {
  return {
    read: 'raw',
    hasFewValues: true,
    parse: (raw) => {
      const value = words[String(raw).trim().toLowerCase()];
      return value === undefined ? { problem: `must be ${expected}` } : { value };
    },
    write: (value) =>
      Object.keys(words).find((word) => words[word] === value) ??
      (typeof value === 'string' ? value.toLowerCase() : ''),
  };
}

/** Kinds of cells that hold one of a few words. */
export const WORD_KINDS = {
  weightUnit: {
    ...oneOf(
      {
        ...{ g: 'GRAMS', kg: 'KILOGRAMS', oz: 'OUNCES', lb: 'POUNDS', lbs: 'POUNDS' },
        ...{ grams: 'GRAMS', kilograms: 'KILOGRAMS', ounces: 'OUNCES', pounds: 'POUNDS' },
      },
      'g, kg, oz or lb',
    ),
    canonical: asText,
  },
  boolean: {
    ...oneOf({ true: true, false: false }, 'TRUE or FALSE'),
    write: (value) => value === true,
    canonical: String,
    isExact: true,
  },
  status: {
    ...oneOf(
      { active: 'ACTIVE', draft: 'DRAFT', archived: 'ARCHIVED', unlisted: 'UNLISTED' },
      'active, draft, archived or unlisted',
    ),
    canonical: asText,
    isExact: true,
    hasOwnWords: true,
  },
  inventoryPolicy: {
    ...oneOf({ deny: 'DENY', continue: 'CONTINUE', false: 'DENY', true: 'CONTINUE' }, 'deny or continue'),
    canonical: asText,
    isExact: true,
    hasOwnWords: true,
  },
  // No tracker is FALSE in Shopify.
  tracker: {
    ...oneOf({ shopify: true }, 'shopify, or empty'),
    canonical: String,
    isExact: true,
    hasOwnWords: true,
    emptyForm: 'false',
  },
} satisfies Record<string, CellKind>;
