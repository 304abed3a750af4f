import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { sourcesOf } from '../../../local/docs/read-imports';
import { COLUMNS } from '../../../src/catalog/columns/columns';
import { sentencesOf } from '../../../src/language/patterns';
import { OWN_WORDS } from '../../../src/language/speak';
import { foresee } from '../../../src/plan/preview/foretell';
import { ROOT } from '../../bundle/built';

/** What the page and the help say is collected apart; these hold headers of files, documents of the API and captions. */
const OTHER_WORDS =
  /^(sidebar|help|language)\/|^google\/services\/(menu-words|menu|language|script-authorization|html-sidebar)|^shopify\/(documents|queries)|^catalog\/(columns\/columns|writing\/forms|values\/currency)/;

/** A reason without its subject, which is put before it: `is not a price`. */
const WITHOUT_SUBJECT =
  /^(is|are|has|have|had|must|was|were|can|cannot|may|needs|holds|begins|ends|lost|comes|shows|does|would|names|says|adds)\b/;

/** Names in the code, of brands, of headers, and what a person types: the same in every language. */
const SAME_EVERYWHERE = new Set([
  'not stocked',
  'only in Shopify',
  '[only in Shopify]',
  'not tracked',
  'Default Title',
  'Compare At Price',
  'Variant Metafield',
  'Google Chat',
  'Google Drive',
  'Google Photos',
  'Google Search',
  'Sync to Shopify',
  'Sync to Shopify state',
  'Sync to Shopify undo',
  'Sync to Shopify in flight',
  'Sync preview',
  'Sync history',
  'Sync status',
  'Sync message',
  'Synced at',
  'Shopify ID',
  'Variant ID',
  'Product ID',
  ...['to create', 'to change', 'to delete', 'to publish', 'to take off the Online Store', 'to remove'],
  'takes a plus',
  ...['Category: ID', 'Category: Name', 'Top Row', 'Shopify inventory'],
  ...['Tags Command', 'Variant Command', 'Image Command'],
  'Daily variant creation limit reached',
  'yyyy-mm-dd hh:mm',
  '[object Date]',
  'image/*, video/*',
  "Field 'barcodes' doesn't exist",
  'What would happen',
  'Last checked',
]);

/** What is counted in messages; each is a text of its own for one and for more. */
const COUNTED =
  'row,cell,product,variant,image,photo,minute,hour,change,new row,more cell,other tab,price,stock level,other field,alt text,image order,variant image,option value,option,error';

/** Sentences that no text of the code holds as a whole. */
const COMPOSED = [
  ...COUNTED.split(',').flatMap((one) => [`1 ${one}`, `{1#} ${one}s`]),
  ...['1 row', '{1#} rows'].flatMap((rows) =>
    ['held', 'changed in both', 'created', 'updated'].map((what) => `${rows} ${what}`),
  ),
  '{1#} prices ({2} on average)',
  '1 price ({1} on average)',
  '{1} to create',
  '{1} to change',
  '{1} to delete',
  '{1} to publish',
  '{1} to take off the Online Store',
  '{1} to remove',
  '{1#} in stock',
  '{1} renewed',
  ...['(empty)', '(none)', '(deleted)'],
  '(variants: {1})',
  '(variants: {1}; new with the next sync: {2})',
  ...['New product', 'New variant'],
  ...['or', 'and', 'Which image?'],
  '… and {1} more: {2}, 1 other',
  '… and {1} more: {2}, {3#} others',
  '{1}, {2#} more wait until its option value is renamed',
  '{1}, {2#} more go with the next sync',
  'now “{1}”,',
  'An empty cell changes nothing. [clear] empties it in Shopify',
  'This tab was last in step on {1} at {2}',
  // Headers and words of the tabs “Sync preview” and “Sync history”.
  ...[
    'Field',
    'Old',
    'New',
    'Difference',
    'Why',
    'Tab',
    'Row',
    'Open',
    'Note',
    'Run',
    'Started',
    'What',
    'Groups',
    'Errors',
    'Seconds',
  ],
  'Deletion of {1} is held: {2}',
  ...['Sync', 'Products', 'Inventory', 'Prices'],
  'row {1#}',
  '{1} in row {2#}',
  '{1} in row {2#} of {3}',
  ...['1 row', '{1#} rows'].map((rows) => `${rows}: {${rows === '1 row' ? 1 : 2}}`),
  '{1#} or {2#}',
  '“{1}” or “{2}”',
  '{1} or {2#} more',
  '(only Shopify has {1}, only the cell has {2})',
  '(only Shopify has {1})',
  '(only the cell has {1})',
  '{1} within a day, from {2}',
  '{1}, which is below 0',
  'sales channel',
  '{1} become {2}',
  '{1} leave “{2}”',
  '{1} leave the same group',
  '1 other',
  ...['Dearest new item', 'Cheapest new item', 'Largest new stock'].map((what) => `${what}: {1} ({2})`),
  'New by vendor: {1}: {2}',
  'Shopify has {1}, the sheet {2}',
  'This tab took no part for a while',
  'By its Shopify ID this row is {1}, as {2} is; Shopify has no “{3}”',
  'Confirm it in the sidebar, or change the cell',
  'Confirm them in the sidebar, or change the cells',
  'it is deleted for good in Shopify; its orders stay, and bundles and collections lose it',
  'it has {1} in stock and is deleted for good in Shopify; its orders stay, and bundles and collections lose it',
  ...OWN_WORDS,
  '{1} with an error',
  '{1} changed in both',
  '{1} added: {2}',
  '{1} removed: {2}',
  '… and {1} more: {2}',
  '… and {1} more',
  'Status is empty, so it will be {1}',
  'An image will be added',
  'A video will be added',
  'An image will be removed: {1}',
  'A video will be removed: {1}',
  'Will be published to {1}',
  'Will be taken off {1}',
];

/** What is put together in the code of words that a language does not have apart, and each form that it takes. */
const IN_FORMS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'rows,more,others,seconds,hours,requests,characters,times'
      .split(',')
      .map((many) => [`{1} ${many}`, [`{1#} ${many}`]]),
  ),
  '{1}, and {2} {3} the Online Store': [
    '{1}, and {2} lists the Online Store',
    '{1}, and {2} no longer lists the Online Store',
  ],
  '{1} of the {2} images of this tab are to be {3}': ['removed', 'replaced or removed'].map(
    (what) => `{1} of the {2} images of this tab are to be ${what}`,
  ),
  'replaced or removed': [],
  '{1}, {2}{3} × {4} columns, about {5}': [
    '{1}, {2} × {3} columns, about {4}',
    '{1}, about {2} × {3} columns, about {4}',
  ],
  'Type the {1} that the first has now; if the row is meant for the other, clear its Shopify ID and sync again':
    ['{1}', 'options'].map(
      (what) =>
        `Type the ${what} that the first has now; if the row is meant for the other, clear its Shopify ID and sync again`,
    ),
  'Only {1} were compared': [
    ...['products', 'inventory', 'prices'],
    ...['products and inventory', 'products and prices', 'inventory and prices'],
  ].map((groups) => `Only ${groups} were compared`),
  '{1} of the {2} changed {3} values of this tab equal the {4} of their item, such as {5}': [
    ...['{4}', 'stock', 'option value'].map(
      (what, index) =>
        `{1} of the {2} changed {3} values of this tab equal the ${what} of their item, such as {${index === 0 ? 5 : 4}}`,
    ),
  ],
  "the shop's price": ["(the shop's price)", "({1}, the shop's price)"],
  "{1} % {2} the shop's price": ["({1} % {2} the shop's price)", "({1}, {2} % {3} the shop's price)"],
  '{1} {2} held: {3}': ['{1} is held: {2}', '{1} are held: {2}', '{1}, {2#} more are held: {3}'],
  '{1} {2} held: {3} Confirm {4} in the sidebar, or change the {5}': [],
  'Change the {1} to be asked again': [
    'Change the cell to be asked again',
    'Change the cells to be asked again',
  ],
  'product does not show it': ['the product does not show it'],
  'variant shows none of its own': ['the variant shows none of its own'],
  'row {1} of {2}': ['row {1#} of {2}'],
  '{1} other vendors': ['{1#} other vendors'],
  'Last compared with Shopify on {1}': ['Last compared with Shopify on {1} at {2}'],
  '{1} was last in step on {2}': ['{1} was last in step on {2} at {3}'],
  '{1} {2} until its option value is renamed': [
    '{1} waits until its option value is renamed',
    '{1} wait until its option value is renamed',
  ],
  '{1} {2} with the next sync': ['{1} goes with the next sync', '{1} go with the next sync'],
  '{1}: Shopify {2} {3}, the sheet {4}': ['{1}: Shopify will have {2}, the sheet {3}'],
  '“{1}” ({2}){3} ticked already': [
    '“{1}” ({2}) is ticked already',
    '“{1}” ({2}) and {3} are ticked already',
  ],
  '{1} stock {2} brought up to date': [
    '1 stock cell brought up to date',
    '{1#} stock cells brought up to date',
  ],
  'Add {1} to the app, install it again, and test the connection in the sidebar': [
    'Add it to the app, install it again, and test the connection in the sidebar',
    'Add them to the app, install it again, and test the connection in the sidebar',
  ],
  'the app in Shopify lacks {1} {2}': [
    'the app in Shopify lacks the access scope {1}',
    'the app in Shopify lacks the access scopes {1}',
  ],
  'The app in Shopify lacks {1} {2}': [],
  '{1} deleted for good in Shopify; its orders stay, and bundles and collections lose it{2}': [],
  "Shopify's value{1} moved from {2} to {3} during the sync, so {4} was not sent": [
    "Shopify's value moved from {1} to {2} during the sync, so {3} was not sent",
    "Shopify's value of {1} moved from {2} to {3} during the sync, so {4} was not sent",
  ],
  "Shopify's value{1} moved from {2} to {3} during the sync, so {4} will not be sent": [],
  'A sync of this spreadsheet is already running{1}': [
    'A sync of this spreadsheet is already running',
    'A sync of this spreadsheet is already running, started by {1}',
  ],
  'Google does not let the add-on {1}{2}': [
    'Google does not let the add-on {1}',
    'Google does not let the add-on {1}: “{2}” is not ticked',
  ],
  '{1} is in {2}, and {3} {4}': ['{1} is in {2}, and this price list is in {3}'],
  'Undo of run {1}{2}': ['Undo of run {1}', 'Undo of run {1}, {2} old values put back into the sheet'],
  'Choose Go on in the sidebar{1} first': [
    'Choose Go on in the sidebar first',
    'Choose Go on in the sidebar, or delete that tab first',
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: the nodes of swc's tree that are told apart here have their kind in `type`
type Node = any;

/** The sentences that can come to stand in a cell or an answer, as a language is asked for them, each once. */
export function collectMessages(): readonly string[] {
  const found = new Set<string>(COMPOSED);
  for (const file of sourcesOf('src').filter((name) => !OTHER_WORDS.test(name))) {
    const source = readFileSync(path.join(ROOT, 'src', file), 'utf8');
    const { body } = parseSync(source, { syntax: 'typescript' });
    for (const message of textsIn(body).flatMap(messagesIn))
      for (const form of IN_FORMS[message] ?? [message]) found.add(form);
  }
  return [...found];
}

function textsIn(node: Node): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (node === null || typeof node !== 'object') return [];
  if (/^(Import|TsLiteral|TsTypeA|TsInterface|TaggedTemplate|RegExp)/.test(node.type)) return [];
  if (node.type === 'StringLiteral') return [node.value];
  const own =
    node.type === 'TemplateLiteral' ? [node.quasis.map(({ cooked }: Node) => cooked).join('{}')] : [];
  const below = Object.entries(node).flatMap(([key, child]) => (key === 'span' ? [] : textsIn(child)));
  return [...own, ...below];
}

/** A text of the code as sentences without their stops, each also as a preview foretells it. */
function messagesIn(text: string): string[] {
  if (!isForPeople(text)) return [];
  const apart = text.replace(/(^|[.?] )\{\}(?= ?\p{Lu})/gu, '$1').replace(/(?<=[.?])( ?\{\})+$/u, '');
  return sentencesOf(apart.replace(/\. (?=\{\})/g, '. \uE000').trim()).flatMap((part) =>
    part.split('. \uE000').flatMap((sentence) => {
      const [future] = foresee([
        {
          ref: { tab: '', sheetId: 0, row: 0 },
          status: 'updated',
          message: `${sentence.replace(/\.$/, '')}.`,
        },
      ]);
      return [sentence, future?.message ?? ''].map(asMessage).filter((one) => /\p{L}{2}/u.test(one));
    }),
  );
}

function asMessage(sentence: string): string {
  const words = sentence.trim().replace(/\.$/, '');
  const whole = WITHOUT_SUBJECT.test(words) ? `{} ${words}` : words;
  let count = 0;
  return whole.replace(/\{\}/g, () => {
    count += 1;
    return `{${count}}`;
  });
}

const HEADERS = new Set(COLUMNS.flatMap(({ headers }) => headers.map((header) => header.toLowerCase())));

/** Addresses, documents, patterns and keys. */
const IN_THE_CODE =
  /^query |^(mm|g|ml) \w+, |^https?:\S+$|^--|[=>\\$]|<(?!Location>)|\|image order\||:$|^\W*$/;

/** What a value does or is, and how many: `{} stays. {}`, `{} seconds`. */
const ONE_WORD = /^\{\} \p{Ll}{4,}(\.|$)/u;

function isForPeople(text: string): boolean {
  if (
    HEADERS.has(text.toLowerCase()) ||
    /^option(\d|\{\}) ?(name|value)$|^image position$|^compare-at price$|^SEO /i.test(text)
  )
    return false;
  const words = text.replace(/\{\}/g, '').replace(/\s+/g, ' ').trim();
  if (SAME_EVERYWHERE.has(words) || IN_THE_CODE.test(text)) return /^\p{Lu}.*[.?]$/u.test(words);
  return /\p{L}\S* \S*\p{L}/u.test(words) || ONE_WORD.test(text);
}
