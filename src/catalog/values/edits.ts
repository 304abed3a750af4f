import { type Edit, type FieldValue, type ParseContext, type PriceEdit, textsIn } from './cell';
import { nameKey, plainName } from './plain-name';
import { plainSigns, readNumber } from './read-number';

/** An edit as it was typed, and in canonical form. */
export interface EditText {
  readonly source: string;
  readonly text: string;
}

/** Undefined: the cell holds a plain value. The problem completes a sentence that begins with the header and the value. */
type EditReading = Edit | { readonly problem: string } | undefined;

const MILLION = 1_000_000;
const MOST_FACTOR = 100;

const HOW_PRICE = 'Type +5 %, -10 % or *1.2, and round to .95 after it if you like';

const PRICE_EDIT = /^(?:([+-]) ?(.+?) ?%|[*×] ?(.+?))(?:[ ,;]+(round.*))?$/i;

function readPriceEdit(typed: string, context: ParseContext): EditReading {
  const text = plainSigns(typed);
  if (!/^[+*×-]/.test(text) || (/^[+-]/.test(text) && !text.includes('%') && !/round/i.test(text)))
    return undefined;
  const problem = { problem: `is no change of a price. ${HOW_PRICE}` };
  const [, sign, percent, factor, round] = PRICE_EDIT.exec(text) ?? [];
  const number = readNumber(percent ?? factor ?? '', context.locale, true);
  if (number.kind !== 'number') return problem;
  const value = Number(number.decimal);
  const by = factor === undefined ? 1 + (sign === '-' ? -value : value) / 100 : value;
  const millionths = Math.round(by * MILLION);
  if (Math.abs(by * MILLION - millionths) > 1e-3) return { problem: `has too many decimals. ${HOW_PRICE}` };
  if (value < 0 || millionths <= 0)
    return { problem: 'would leave nothing of the price. Type the price that you mean' };
  if (by > MOST_FACTOR)
    return { problem: `is more than ${MOST_FACTOR} times the price. Type the price that you mean` };
  const { currencyCode, currencyDecimals: decimals } = context;
  const rounded = round === undefined ? undefined : readEnding(round, decimals);
  if (round !== undefined && rounded === undefined) {
    const how =
      decimals === 0
        ? `Leave it out: ${currencyCode} has no decimals`
        : `Type round to ${(0.95).toFixed(decimals)}, or leave it out`;
    return { problem: `does not say how to round. ${how}` };
  }
  return {
    kind: 'price',
    source: typed,
    text: `*${millionths / MILLION}${rounded === undefined ? '' : ` ${rounded}`}`,
    millionths,
    ...(rounded !== undefined && { ending: rounded }),
    decimals,
  };
}

/** `round to .95`, in minor units. */
function readEnding(text: string, decimals: number): number | undefined {
  const [, digits] = /^round(?:ed)? to 0?[.,](\d+)$/i.exec(text) ?? [];
  return digits === undefined || digits.length > decimals ? undefined : Number(digits.padEnd(decimals, '0'));
}

/** The price that an edit makes of another one: to the nearest minor unit, or to the nearest price with its ending. */
function editedPrice(edit: PriceEdit, now: FieldValue | null): string | { readonly problem: string } {
  const { decimals, ending, millionths } = edit;
  const unit = 10 ** decimals;
  const minor = Math.round(Number(now) * unit);
  if (now === null || now === '')
    return { problem: 'is counted from a price, and Shopify has none here. Type the price itself' };
  if (minor === 0)
    return { problem: 'is counted from a price, and Shopify has 0 here. Type the price itself' };
  const exact = minor * millionths;
  if (exact > Number.MAX_SAFE_INTEGER)
    return { problem: 'comes to more than Shopify keeps. Type the price itself' };
  const near = ending === undefined ? Math.round(exact / MILLION) : nearest(exact, unit, ending);
  if (near <= 0) return { problem: 'would come to 0. Type the price that you mean' };
  return (near / unit).toFixed(decimals);
}

/** Takes the higher one of two prices that are equally near. */
function nearest(exact: number, unit: number, ending: number): number {
  const whole = Math.floor(exact / MILLION / unit) * unit;
  const candidates = [whole + unit, whole, whole - unit]
    .map((base) => base + ending)
    .filter((price) => price > 0);
  const distance = (price: number) => Math.abs(price * MILLION - exact);
  return candidates.reduce((best, price) => (distance(price) < distance(best) ? price : best));
}

function readTagsEdit(text: string): EditReading {
  const items = text.split(',').map(plainName).filter(Boolean);
  const signed = items.filter((item) => /^[+-]/.test(item));
  // `-50%` alone is a tag like any other: shops have such tags.
  if (!signed.some((item) => /^[+-] ?[^\d ]/.test(item))) return undefined;
  if (signed.length < items.length)
    return {
      problem:
        'has tags with + or - and tags without. Type + or - before each, or before none; a tag that begins with - itself is added as +-sale',
    };
  const named = (sign: string) => [
    ...new Set(items.filter((item) => item.startsWith(sign)).map((item) => plainName(item.slice(1)))),
  ];
  const [added, removed] = [named('+'), named('-')];
  if ([...added, ...removed].includes(''))
    return { problem: 'has a + or - without a tag. Type the tag right after it, such as +summer' };
  const folded = new Set(added.map(nameKey));
  const both = removed.find((tag) => folded.has(nameKey(tag)));
  if (both) return { problem: `adds “${both}” and removes it. Leave one of them` };
  const long = added.find((tag) => tag.length > 255);
  if (long) return { problem: `holds a tag of ${long.length} characters. Shopify allows 255` };
  const canonical = [...new Set(items.map(nameKey))].sort().join(';');
  return { kind: 'tags', text: canonical, source: text, added, removed };
}

/** The ways of editing that a column may take. */
export const EDITS = { price: readPriceEdit, tags: readTagsEdit } as const satisfies Readonly<
  Record<Edit['kind'], (text: string, context: ParseContext) => EditReading>
>;

/** The value that an edit makes of Shopify's; a new item has none. */
export function editedValue(edit: Edit, now: FieldValue | null): FieldValue | { readonly problem: string } {
  if (edit.kind === 'price') return editedPrice(edit, now);
  const present = textsIn(now);
  const has = (tags: readonly string[], tag: string) => tags.some((each) => nameKey(each) === nameKey(tag));
  const left = present.filter((tag) => !has(edit.removed, tag));
  return [...left, ...edit.added.filter((tag) => !has(present, tag))];
}
