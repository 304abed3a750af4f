/** A cell holds 50,000 characters; a wave of 250 quantities, or a product with many images, is longer. */
export const PART_LENGTH = 45_000;

/** A text as the cells that hold it; joined they are the text. */
export function cellParts(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += PART_LENGTH)
    parts.push(text.slice(start, start + PART_LENGTH));
  return parts;
}
