/** A run of neighbouring positions, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Groups positions into few spans. A gap of up to `bridgedGap` positions is cheaper to read along than to spend
 * another call on: a call costs about as much as some thousand cells.
 */
export function spansOf(positions: readonly number[], bridgedGap: number): readonly Span[] {
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const position of sorted) {
    const current = spans[spans.length - 1];
    if (current && position - current.last <= bridgedGap + 1) current.last = position;
    else spans.push({ first: position, last: position });
  }
  return spans;
}

export function lengthOf({ first, last }: Span): number {
  return last - first + 1;
}
