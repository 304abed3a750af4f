/**
 * Characters that no text contains on purpose: a lost letter, a control character, and first bytes whose rest may be
 * lost.
 */
const NEVER_MEANT = /\ufffd|(?![\t-\r])\p{Cc}|â€|ðŸ|ï»¿|ï¿½/u;

/** UTF-8 read by a Mac, by Windows for Central Europe or Vietnam, and by Windows for Cyrillic. */
const OTHER_PAGES = [
  /(?<=\p{L})√[^\s\d\w(]|√[^\s\d\w(](?=\p{L})|‚Ä[ôúùìîò¶¢]|‚Ñ¢|‚Ç¨|¬[†°¢£§•®©Æ∞±´µ∑ªº]/u,
  /Ă[ˇ˘Ł¤Ą¦§¨©¬\u00ad®Ż°±˛ł´µ¶·¸ąĽ˝ľżťśźŤŚŹ‚„†‡‰€¡-£¼-¿]|Ĺ[‚›ˇľĽ„‘±]/u,
  /(?:[РС][\u0402-\u040f\u0452-\u045f°±µ¶·№»…†‡€‰‹›‚„“”‘’•–—™«¬®]){2}/u,
];

/** Windows-1252 from 0x80 to 0x9f; a blank where it has no letter. Source: https://encoding.spec.whatwg.org */
const PAGE = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Signs that may well follow a letter in a text that was read right. */
const MAY_FOLLOW = '‘’“”«»‹›…™®©°–—•·\u00a0ªº¹²³±¼½¾¢£¥€¡¿´§ŠŽšž';
/** But not after these: no word ends in Â, and Ö or À are more common than a Portuguese word before a dash. */
const SELDOM_FOLLOW: Readonly<Record<string, string>> = {
  Ã: '–€ŠŽšž°',
  Â: '\u00a0®©°²³¹±¼½¾¢£¥¡¿´§ªº·',
};

/** Letters that stand in the names of products, as two and as three bytes. */
const IN_TWO =
  /[\u0080-\u017fơưȘ-ț\u0386-\u03ce\u0401-\u045f\u0490\u0491א-ת\u0621-\u063a\u0641-\u064aپچژکگی]/;
const IN_THREE =
  /[\u0900-\u0e7f\u1e00-\u1eff\u2010-\u2bff\u3000-\u9fff\uac00-\ud7a3\ufb00-\ufb06\uff01-\uff9f]/;

interface Sequence {
  readonly start: number;
  readonly signs: string;
  readonly letter: string;
}

/**
 * Whether a text in UTF-8 was read as if it were in Windows-1252, as in “MÃ¼ller” or “itâ€™s”: letters that stand for
 * bytes, which together are letters in UTF-8. Where real words may hold the same signs (“MAÇÔ, “CAFFÈ™”) the whole
 * text must be such bytes, and no word may end there.
 */
export function isMisread(text: string): boolean {
  // Asked of each cell, of which most are plain.
  if (/^[\t-\r -~]*$/.test(text)) return false;
  if (NEVER_MEANT.test(text) || OTHER_PAGES.some((page) => page.test(text))) return true;
  const bytes = Array.from({ length: text.length }, (_, at) => byteAt(text, at));
  const sequences: Sequence[] = [];
  let isWhole = true;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] as number) < 0x80) continue;
    const sequence = sequenceAt(text, bytes, at);
    if (!sequence) isWhole = false;
    else {
      sequences.push(sequence);
      at += sequence.signs.length - 1;
    }
  }
  return sequences.some(
    (sequence) => isSure(sequence, text) || (isWhole && isLikely(sequence, text, sequences.length)),
  );
}

/** 0x100 for what the page does not have. */
function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80 || (code > 0x9f && code < 0x100)) return code;
  const place = PAGE.indexOf(text.charAt(at));
  return place < 0 ? 0x100 : 0x80 + place;
}

function sequenceAt(text: string, bytes: readonly number[], start: number): Sequence | undefined {
  const lead = bytes[start] as number;
  const more = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let code = lead & (0x3f >> more);
  for (let at = start + 1; at <= start + more; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  const letter = more === 3 ? '' : String.fromCharCode(code);
  const isKnown = more === 1 ? IN_TWO.test(letter) : more === 2 ? IN_THREE.test(letter) : more === 3;
  return isKnown ? { start, signs: text.slice(start, start + more + 1), letter } : undefined;
}

/** A sign that follows no letter, or a capital within small letters. */
function isSure({ start, signs }: Sequence, text: string): boolean {
  const [lead = '', ...others] = signs;
  if (others.some((sign) => !MAY_FOLLOW.includes(sign) || SELDOM_FOLLOW[lead]?.includes(sign))) return true;
  const before = text.charAt(start - 1);
  const isLowerAfter = /\p{Ll}/u.test(text.charAt(start + signs.length));
  return signs.length === 2 && (/\p{Ll}/u.test(before) || (isLowerAfter && !/[\p{L}\d]/u.test(before)));
}

function isLikely({ start, signs, letter }: Sequence, text: string, count: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + signs.length);
  if (signs.length > 2)
    return /[\u1e00-\u1eff\u2010-\u2bff]/.test(letter) || (count > 1 && !signs.startsWith('í'));
  if (/^[×Ø]/.test(signs) && (/\d/.test(before) || /\d/.test(after))) return false;
  if (/\p{L}/u.test(after)) return true;
  return !/\p{L}/u.test(before) && (count > 1 || /^[ÂÃÎÏ×]/.test(signs));
}

/**
 * Reports once for the whole tab what each of its cells would report: the file was read wrongly, and one import corrects
 * all cells.
 */
export function misreadNote(rows: Iterable<readonly unknown[]>): string | undefined {
  let count = 0;
  let example = '';
  for (const cells of rows) {
    for (const cell of cells) {
      if (typeof cell !== 'string' || !isMisread(cell)) continue;
      count += 1;
      example ||= cell.trim().slice(0, 40);
    }
  }
  if (count === 0) return undefined;
  const have = count === 1 ? '1 cell has' : `${count} cells have`;
  return `${have} letters that were read in a wrong encoding, such as “${example}”. Import the file again as UTF-8.`;
}
