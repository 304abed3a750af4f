/** Stored text as a value; undefined where nothing is stored or it was damaged. */
export function readJson<Value>(text: string | undefined): Value | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
