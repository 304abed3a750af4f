import fc from 'fast-check';
import { isMisread } from '../../../../src/catalog/reading/misread';

/** As the file was written, and as a program reads it that takes it for Windows-1252. */
function readAsWindows1252(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

const WORDS =
  `España CAFÈ NOËL Noël Ørsted Åse ÔTE ÖSTERREICH Österreich KÖLN crème brûlée Škoda škoda łódź Łódź żółty œuf Œuf
  İstanbul Iğdır ğ Şeker çanta Сапог Москва москва Привет Αθήνα ελιά נעל שלום قميص مرحبا کفش 日本 靴 帽子 新しい 신발 모자 เสื้อ
  कपड़ा Việt Nam Đà áo thun MÜLLER Müller Straße façade Ça naïve Âme voilà été SÃO PAULO MAÇÃ IRMÃ MANHÃ
  Čaj čaj Židle ŽIDLE VÝŠKA NEJLEPŠÍ MÚŽ KÔŠ kôň ţară țară și ăştia Ăştia CĂŞTI ĂN Õun tšekk RÕÕM
  Kőszeg fűző Þór Ðrangur fjörð Ægir ŞAPKA IĞDIR Ħobża għajn ĠUST Ŝip Ŭaŭ Āboliņš ŠŪLŠ Ēdiens Ūdens čššž`
    .split(/\s+/)
    .filter((word) => word !== '');

const AROUND: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `«${word}»`,
  (word) => `« ${word} »`,
  (word) => `«\u00a0${word}\u00a0»`,
  (word) => `“${word}”`,
  (word) => `„${word}“`,
  (word) => `‚${word}‘`,
  (word) => `»${word}«`,
  (word) => `${word}™`,
  (word) => `${word}®`,
  (word) => `${word}…`,
  (word) => `${word}\u00a0!`,
  (word) => `${word} – 25 °C`,
  (word) => `${word}, 5 €, 2×3 m, Ø 10 mm, 1½″, 10 µm ±2 %`,
  (word) => `l’${word}`,
];

describe('letters that were read in a wrong encoding', () => {
  test.each([
    ...[
      'ESPAÃ‘A',
      'CAFÃˆ',
      'NOÃ‹L',
      'Ã˜rsted',
      'Ã…se',
      'Ã”TE',
      'â‚¬5',
      'â„¢',
      'â†’',
      'Å¡koda',
      'Å‚',
      'Å“uf',
      'Ä°stanbul',
    ],
    ...['ÄŸ', 'Ð¡Ð°Ð¿Ð¾Ð³', 'ÐœÐ¾ÑÐºÐ²Ð°', 'æ—¥æœ¬', 'Î‘', '×©', 'Ø§Ù„', 'M√ºller', 'Ă¼', 'ï»¿Title', 'ï¿½'],
    ...[
      'MÃ¼ller',
      'CafÃ©',
      'itâ€™s',
      'Â£ sign',
      'Â£5',
      'ACMEÂ®',
      '25Â°C',
      'Ã–l',
      'KÃ–LN – Großstadt',
      'ðŸŽ© hat',
      'Viá»‡t',
    ],
    ...['it‚Äôs', 'Ĺ‚adny', 'РџСЂРёРІРµС‚', 'Ã\u00a0 la carte', 'voilÃ\u00a0 tout', 'DÃŽNER'],
  ])('are seen in %s', (text) => {
    expect(isMisread(text)).toBe(true);
  });

  test.each([
    ...[
      'Müller',
      'MAÇÃ',
      'SÃO',
      'Å',
      'â',
      'Ä–Ö–Ü',
      'A–Ä–Ö–Ü–Z',
      '“IRMÔ',
      '«IRMû',
      'MAÇÃ\u00a0VERDE',
      'víš…',
      'máš…',
    ],
    ...[
      'CAFFÈ™',
      'ARLÄ™',
      '2×£5',
      'Ø½″',
      'Ø±0.5 mm',
      '™',
      '€',
      '√2',
      '12√3',
      'E = ½mv²',
      '¬',
      'BÜ“',
      'Å®',
      '🎩',
      'café…”',
    ],
    ...[
      '«\u00a0café\u00a0»',
      'café\u00a0–\u00a0bar',
      'à\u00a0«\u00a0Paris\u00a0»',
      'Hanoï\u00a0»',
      'CAFÉ’S',
      'l’Haÿ',
      'HAŸ',
    ],
  ])('are not seen in %s', (text) => {
    expect(isMisread(text)).toBe(false);
  });

  const text = fc
    .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), fc.constantFrom(...AROUND))
    .map(([words, around]) => around(words.join(' ')));

  test('are not seen in words of many languages, between any quotes and before any sign', () => {
    fc.assert(fc.property(text, (real) => !isMisread(real)));
  });

  test('are seen in each of these words once it was read wrongly', () => {
    const spoilt = WORDS.map((word) => [word, readAsWindows1252(word)] as const).filter(
      ([word, read]) => word !== read,
    );
    expect(spoilt.filter(([, read]) => !isMisread(read)).map(([word]) => word)).toEqual([]);
  });
});
