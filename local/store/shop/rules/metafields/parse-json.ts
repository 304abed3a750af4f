/** The value, or undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

export const isNumeric = (value: unknown): boolean =>
  ['number', 'string'].includes(typeof value) && /^-?\d+(\.\d+)?$/.test(String(value));

/** A list's items as the texts that a single metafield would have; undefined where it is no list. */
export function listItems(value: string): readonly string[] | undefined {
  const items = parseJson(value);
  if (!Array.isArray(items)) return undefined;
  return items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
}
