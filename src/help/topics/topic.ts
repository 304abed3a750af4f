/** A paragraph of the help: something that a person read on the screen, or wants to do. */
export interface Topic {
  /** Names it in links: lower case with hyphens, unique, and never changed. */
  readonly code: string;
  readonly title: string;
  readonly means: string;
  readonly why: string;
  /** Tells the person what to do next. */
  readonly next: string;
  /** Parts of the messages that it explains; `…` stands for any text in between. */
  readonly says: readonly string[];
}

export interface Chapter {
  readonly title: string;
  readonly topics: readonly Topic[];
}

/** The length of the longest part of the topic's messages that is in this one; 0 where none is. */
export function closeness({ says }: Topic, message: string): number {
  const lower = message.toLowerCase();
  return Math.max(0, ...says.map((part) => (isIn(part.toLowerCase(), lower) ? part.length : 0)));
}

function isIn(part: string, message: string): boolean {
  let from = 0;
  return part.split('…').every((piece) => {
    const at = message.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0;
  });
}
