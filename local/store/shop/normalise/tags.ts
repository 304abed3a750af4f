/**
 * Tags as Shopify keeps them: trimmed, empty ones dropped, a comma separates even inside one entry, the first of
 * several spellings that differ in case wins, and the answer is sorted without regard to case. Blanks inside stay
 * (all recorded).
 */
export function normaliseTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags.flatMap((entry) => entry.split(','))) {
    const trimmed = tag.trim();
    const key = trimmed.toLowerCase();
    if (trimmed !== '' && !kept.has(key)) kept.set(key, trimmed);
  }
  return [...kept.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tag]) => tag);
}
