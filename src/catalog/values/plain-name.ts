/** Soft hyphen, zero-width space, marks of direction and of byte order: nobody sees them, and nobody types them. */
const HIDDEN =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe0e\\ufe0f\\ufeff\\uffa0';
/** They join letters and emoji, so that leaving them out may show. */
const JOINERS = '\\u200c\\u200d';

const hidden = new RegExp(`[${HIDDEN}]`, 'g');
const joiners = new RegExp(`[${JOINERS}]`, 'g');
const blanks = /\s+/g;
/** Most names are plain: one test is faster than four replacements that change nothing. */
const plain = /^[!-~]+(?: [!-~]+)*$/;
const shown = new RegExp(` {2,}|[^\\S \\n]|[${HIDDEN}${JOINERS}]|\\p{Mn}`, 'gu');

/**
 * A name as it is sent: composed letters, no invisible characters, single blanks. Two that look equal are then equal,
 * but for characters that join others.
 */
export function plainName(text: string): string {
  if (plain.test(text)) return text;
  return withoutHidden(text.normalize('NFC')).replace(blanks, ' ').trim();
}

export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}

/**
 * A text without the apostrophe that spreadsheets and other programs put in front, so that it is no formula. Whether a
 * cell of plain text keeps it as part of the text is not known; sent to Shopify, customers would read it.
 */
export function withoutTextMark(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** The form in which SKUs are compared, which keep their case. */
export function skuKey(text: string): string {
  if (plain.test(text)) return text;
  return plainName(text).replace(joiners, '');
}

/** The form in which option values, handles, locations and tags are compared: Shopify does so without case. */
export function nameKey(text: string): string {
  return skuKey(text).toLowerCase();
}

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
};

/** Names what cannot be seen, for two texts that differ and look equal. */
export function reveal(text: string): string {
  return text.replace(shown, (character) =>
    character[0] === ' '
      ? `[${character.length} blanks]`
      : `[${NAMES[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}]`,
  );
}

/** Letters added, left out, replaced, or exchanged with their neighbour. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    const cells = [row];
    rows.push(cells);
    for (let column = 1; column <= b.length; column += 1) {
      const isExchanged = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      cells.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
          row > 1 && column > 1 && isExchanged ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

/** The name that an unknown one of at least `shortest` letters looks like a slip of: a letter or two apart. */
export function nearName(unknown: string, names: readonly string[], shortest = 4): string | undefined {
  const typed = nameKey(unknown);
  const allowed = typed.length > 7 ? 2 : 1;
  if (typed.length < shortest) return undefined;
  const [nearest] = names
    .filter(({ length }) => Math.abs(length - typed.length) <= allowed)
    .map((name) => ({ name, slips: slipsBetween(typed, nameKey(name)) }))
    .sort((a, b) => a.slips - b.slips);
  return nearest && nearest.slips <= allowed ? nearest.name : undefined;
}
