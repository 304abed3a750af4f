import type { ParseContext, Parsed } from './cell-kinds';

/** Where decimals are written with a comma, the point in 1.500 groups thousands, or comes from another program. */
function hasUncertainPoint(raw: string | number | boolean, { locale }: ParseContext): boolean {
  const isText = typeof raw === 'string' && locale.decimalSeparator === ',';
  return isText && /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(raw.trim());
}

function uncertain(text: string): Parsed {
  const readings = `${Number(text)} or ${Number(text.replace('.', ''))}`;
  return { problem: `can be read as ${readings}. Type it as a number without grouping` };
}

export function parseWholeNumber(raw: string | number | boolean, context: ParseContext): Parsed {
  const text = String(raw).trim();
  if (hasUncertainPoint(raw, context) && text.endsWith('.000')) return uncertain(text);
  const whole = /^[-+]?\d{1,10}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(whole)) return { problem: 'is not a whole number. Type a quantity such as 12' };
  if (Math.abs(whole) > 1_000_000_000) return { problem: 'is beyond 1,000,000,000, the most Shopify keeps' };
  return { value: whole };
}

export function parseAdjustment(raw: string | number | boolean, context: ParseContext): Parsed {
  if (hasUncertainPoint(raw, context)) return uncertain(String(raw).trim());
  const parsed = parseWholeNumber(raw, context);
  return 'problem' in parsed
    ? { problem: 'is not a whole number. Type what to add, such as 3 or -2' }
    : parsed;
}

export function parseWeightNumber(raw: string | number | boolean, context: ParseContext): Parsed {
  const text = String(raw).trim();
  if (hasUncertainPoint(raw, context)) return uncertain(text);
  const number = Number(context.locale.decimalSeparator === ',' ? text.replace(',', '.') : text);
  return Number.isFinite(number) && number >= 0 && text !== ''
    ? { value: number }
    : { problem: 'is not a weight. Type a number such as 250' };
}
