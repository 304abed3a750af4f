import { decimalOfNumber } from '../values/read-number';

/** Texts of JSON, in which Shopify keeps values of several parts. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function objectIn(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The items of a list, each as the text that a single value would have. */
export function itemsIn(text: string): readonly string[] | undefined {
  const items = parseJson(text);
  return Array.isArray(items) ? items.map(itemText) : undefined;
}

function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  const reading = typeof item === 'number' ? decimalOfNumber(item) : undefined;
  return reading?.kind === 'number' ? reading.decimal : JSON.stringify(item);
}

/** JSON without the spaces between its parts. Numbers stay as they are written, so that long ones lose no digit. */
export function withoutSpaces(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : ''));
}

/** The same text for objects that differ in the order of their names. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
