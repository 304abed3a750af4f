import fc from 'fast-check';
import { asIs, createSpeak, createUnspeak, sayValue } from '../../../src/language/speak';
import { groupByCause, partsOf } from '../../../src/plan/preview/causes';
import { wordsOfLanguage } from '../../support/words';

const MESSAGES = {
  '{1} is not a price': '{1} ist kein Preis',
  '{1} is held: {2}': '{1} wird zurückgehalten: {2}',
  'it goes down by {1}': 'der Wert sinkt um {1}',
  'Confirm it in the sidebar, or change the cell': 'Bestätige es in der Seitenleiste oder ändere die Zelle',
  'Shopify has no {1} with the {2} “{3}”': 'In Shopify hat kein {1} unter {2} „{3}“',
  '{1} has no {2}': '{1} hat kein {2}',
  'text, up to 255 characters': 'Text mit bis zu 255 Zeichen',
  'no sale': 'kein Angebot',
};

const speak = createSpeak('de', MESSAGES);

test.each([
  ['Price “x” is not a price.', 'Price “x” ist kein Preis.'],
  [
    'Price 19.90 → 1.99 is held: it goes down by 90 %. Confirm it in the sidebar, or change the cell.',
    'Price 19.90 → 1.99 wird zurückgehalten: der Wert sinkt um 90 %. Bestätige es in der Seitenleiste oder ändere die Zelle.',
  ],
  ['Shopify has no product with the SKU “A. B”.', 'In Shopify hat kein product unter SKU „A. B“.'],
  ['Text, up to 255 characters.', 'Text mit bis zu 255 Zeichen.'],
  ['Metafield: custom.size: It goes down by 3.', 'Metafield: custom.size: Der Wert sinkt um 3.'],
  ['St. Moritz cup is not a price.', 'St. Moritz cup ist kein Preis.'],
])('“%s” is said in the language, sentence by sentence', (english, expected) => {
  expect(speak(english)).toBe(expected);
});

test.each([
  ['fr', '3 produits, 12 variantes\u00a0: 14 prix (−2.1 % en moyenne)\u202f; 2 produits à créer.'],
  ['ja', '商品3件、バリエーション12件：価格14件（平均−2.1 %）；商品2件を作成。'],
  ['nl', '3 producten, 12 varianten: 14 prijzen (gemiddeld −2.1 %); 2 producten aan te maken.'],
])('the parts of a sum stand between the signs of the language: %s', (language, expected) => {
  const say = createSpeak(language, wordsOfLanguage(language).messages);
  expect(say('3 products, 12 variants: 14 prices (−2.1 % on average); 2 products to create.')).toBe(expected);
});

test('of two sentences that fit, the one that says more is meant', () => {
  expect(speak('Shopify has no product with the handle “mug”.')).toBe(
    'In Shopify hat kein product unter handle „mug“.',
  );
});

test('what Shopify says stays as Shopify said it, between what the add-on says', () => {
  expect(speak('Title can’t be blank. Confirm it in the sidebar, or change the cell.')).toBe(
    'Title can’t be blank. Bestätige es in der Seitenleiste oder ändere die Zelle.',
  );
});

test('a value in quotation marks stays as it is, also where it reads like a message', () => {
  expect(speak('Shopify has no product with the title “no sale”.')).toBe(
    'In Shopify hat kein product unter title „no sale“.',
  );
});

test('a value of one word stays as it is: it may be a header, or what a person typed', () => {
  expect(createSpeak('de', { ...MESSAGES, Price: 'Preis' })('Price is not a price.')).toBe(
    'Price ist kein Preis.',
  );
});

const german = createSpeak('de', wordsOfLanguage('de').messages);

test.each([
  'Candles, soaps and much more',
  'Ways to remove',
  'How to create',
  'A lamp that replaces two',
  'The price is empty',
  'Nothing waits for you',
  'Hours and 3 others',
])(
  'a title “%s” is shown as it was typed, before and after a change and where both sides are told',
  (title) => {
    const shown = [
      [`Title Lamp → ${title}.`, `Title Lamp → ${title}.`],
      [`Title ${title} → Lamp.`, `Title ${title} → Lamp.`],
      [
        `Title: Shopify has ${title}, the sheet ${title}.`,
        `Title: In Shopify steht ${title}, in der Tabelle ${title}.`,
      ],
      [`Title ${title} → ${title}, from Shopify.`, `Title ${title} → ${title}, aus Shopify.`],
      [
        `Title Lamp → ${title} is held: you chose not to send it. Change the cell to be asked again.`,
        `Title Lamp → ${title} wird zurückgehalten: du wolltest es nicht senden. Ändere die Zelle, um erneut gefragt zu werden.`,
      ],
      [`Undone: Title Lamp → ${title}.`, `Rückgängig gemacht: Title Lamp → ${title}.`],
    ];
    expect(shown.map(([english]) => german(english!))).toEqual(shown.map(([, words]) => words));
  },
);

test.each([
  [
    '60 of the 60 Barcode values of this tab are emptied, such as rows 2, 3 and 4 (a, b, c)',
    '60 von 60 Werten in Barcode in diesem Tabellenblatt werden geleert, z. B. Zeilen 2, 3 und 4 (a, b, c)',
  ],
  ['3 quantities of this tab go to 0', '3 Mengen dieses Tabellenblatts sinken auf 0'],
  ['Its deletion is held: row 2 says why.', 'Die Löschung wird zurückgehalten: Warum, steht in Zeile 2.'],
  [
    'Title A → B, Vendor C → D, 9 more are held: you chose not to send it.',
    'Title A → B, Vendor C → D, 9 weitere werden zurückgehalten: du wolltest es nicht senden.',
  ],
  [
    'Last compared with Shopify on 2026-11-22 at 12:00.',
    'Zuletzt mit Shopify verglichen am 2026-11-22 um 12:00.',
  ],
  [
    'Dearest new item: Beech stool: 79.90 (row 61 of Products)',
    'Teuerster neuer Eintrag: Beech stool: 79.90 (Zeile 61 in Products)',
  ],
  [
    'Image b.jpg stays. Remove it in Shopify admin.',
    'Image b.jpg bleibt. Entferne es im Shopify-Adminbereich.',
  ],
  ['1 row updated, 2 rows held', '1 Zeile aktualisiert, 2 Zeilen zurückgehalten'],
  [
    'Google allows this account 20,000 requests a day, and they are nearly used up.',
    'Google erlaubt diesem Konto 20,000 Anfragen am Tag, und sie sind fast verbraucht.',
  ],
  [
    'Words with commas between them; or only +word to add and -word to remove.',
    'Wörter, durch Kommas getrennt; oder nur +Wort zum Hinzufügen und -Wort zum Entfernen.',
  ],
  [
    "Price / Acme (9.00, 10 % below the shop's price) → 8.00, Minimum / Acme (no rule) → 6, Quantity prices / Acme (none) → 12: 8.50.",
    'Price / Acme (9.00, 10 % unter dem Shop-Preis) → 8.00, Minimum / Acme (keine Regel) → 6, Quantity prices / Acme (nichts) → 12: 8.50.',
  ],
  ['Charge tax (empty) → FALSE, from Shopify.', 'Charge tax (leer) → FALSE, aus Shopify.'],
  ['Vendor Acme → (empty).', 'Vendor Acme → (leer).'],
  [
    'Minimum / Acme: Shopify has (no rule), the sheet 6.',
    'Minimum / Acme: In Shopify steht (keine Regel), in der Tabelle 6.',
  ],
  [
    'Undone: Title A → B, Tags (only Shopify has a, only the cell has c), Price 5.50 → 5.00.',
    'Rückgängig gemacht: Title A → B, Tags (nur in Shopify: a, nur in der Zelle: c), Price 5.50 → 5.00.',
  ],
  [
    'Title A → B, Vendor C → D. … and 2 more: Price, Tags.',
    'Title A → B, Vendor C → D. … und 2 weitere: Price, Tags.',
  ],
  ['Only products and prices were compared.', 'Nur Produkte und Preise wurden verglichen.'],
  ['Rename one to “A” or “B” or “C”.', 'Benenne eine um in “A” oder “B” oder “C”.'],
  [
    'the app in Shopify lacks the access scopes read_x and write_y.',
    'der App in Shopify fehlen die Zugriffsbereiche read_x und write_y.',
  ],
  [
    'An image will be added. https://example.com/b.jpg stays in Shopify: it is not clear what replaces it.',
    'Ein Bild wird hinzugefügt. https://example.com/b.jpg bleibt in Shopify: Es ist nicht klar, was es ersetzt.',
  ],
  [
    'Published to the Online Store. row 99 has the SKU “W” too.',
    'Im Onlineshop veröffentlicht. Zeile 99 hat auch die SKU „W“.',
  ],
  [
    'Status active → archived. Delete was emptied. Vendor A → B, from Shopify.',
    'Status active → archived. Delete wurde geleert. Vendor A → B, aus Shopify.',
  ],
])('nothing English is left of “%s”', (english, expected) => {
  expect(german(english)).toBe(expected);
});

test.each([
  'It is sold for 0.00 until you type a price.',
  '1 cell has letters that were read in a wrong encoding, such as “MÃ¼ller”.',
  'Price says otherwise than Price in row 12.',
  'Available · Shop: a change was sent to it, and Shopify never said whether it counted.',
])(
  '“%s” has in its language what its cause has in common with others, by which rows are filtered',
  (message) => {
    const [cause] = groupByCause([message, message.replace(/\d/g, '7').replace(/“.*”/, '“x”')], String);
    for (const language of ['de', 'fr', 'ja']) {
      const inLanguage = createSpeak(language, wordsOfLanguage(language).messages);
      const [common = ''] = partsOf(inLanguage(cause?.words ?? ''));
      expect(common.length).toBeGreaterThan(5);
      expect(inLanguage(message)).toContain(common);
    }
  },
);

test('a value of its own is said only where it is in brackets, which are the add-on’s words', () => {
  const values = [
    '(empty)',
    '(the product “Hat” with 2 variants)',
    '(deleted)',
    'Ways to remove',
    'empty',
    '(mine)',
  ];
  expect(values.map((value) => sayValue(german, value))).toEqual([
    '(leer)',
    '(das Produkt „Hat“ mit 2 Varianten)',
    '(gelöscht)',
    'Ways to remove',
    'empty',
    '(mine)',
  ]);
});

test('words in brackets within a title stay as they were typed', () => {
  for (const title of ['Box (empty) red', 'Cap (none) or hat', 'Set of 5 or 6'])
    expect(german(`Title ${title} → ${title}, from Shopify.`)).toBe(
      `Title ${title} → ${title}, aus Shopify.`,
    );
});

test('the column Type is not taken for the word by which a person is told to type', () => {
  expect(german('Type “x” is not a number.')).toBe('Type “x” ist keine Zahl.');
  expect(german('Type “Sale”; or empty the cell.')).toMatch(/oder leere die Zelle/);
  expect(german('Type “Sale”.')).toBe('Gib “Sale” ein.');
});

test('a held deletion is told as one sentence in Japanese, and a sentence without words keeps its distance', () => {
  const japanese = createSpeak('ja', wordsOfLanguage('ja').messages);
  expect(japanese('Deletion of the product “Cap” is held: you chose not to send it.')).toMatch(
    /^商品「Cap」の削除は保留中です：/,
  );
  expect(japanese('Title A → B. Price 1.00 → 2.00.')).toBe('Title A → B. Price 1.00 → 2.00.');
});

test('Japanese ends a sentence with its own stop and puts no blank behind it', () => {
  const japanese = createSpeak('ja', {
    'Sync again': 'もう一度同期してください',
    '{1} is negative': '{1}が負の値です',
  });
  expect(japanese('Price -1 is negative. Sync again.')).toBe(
    'Price -1が負の値です。もう一度同期してください。',
  );
});

test('what is in the language already stays as it is', () => {
  for (const message of ['Price “x” is not a price.', 'Text, up to 255 characters.'])
    expect(speak(speak(message))).toBe(speak(message));
});

test('any value stands in the message as it was typed, and comes back from it', () => {
  const unspeak = createUnspeak(MESSAGES);
  const word = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => /^[^“”„«»「」{}.\n]*$/.test(text));
  fc.assert(
    fc.property(word, (value) => {
      const english = `Shopify has no product with the handle “${value}”.`;
      const german = speak(english);
      expect(german).toBe(`In Shopify hat kein product unter handle „${value}“.`);
      expect(unspeak(german)).toBe(english);
    }),
  );
});

test('any text at all is said, and nothing of it is lost that the language has no words for', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(createSpeak('de', {})(text)).toBe(text)));
  expect(asIs('As it is. Twice.')).toBe('As it is. Twice.');
});
