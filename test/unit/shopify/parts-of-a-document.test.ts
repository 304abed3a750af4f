import { createVirtualClock } from '../../../local/apps-script/runtime/clock';
import type { Batch } from '../../../src/plan/model/batch';
import type { BatchAnswer } from '../../../src/plan/model/batch-outcome';
import type { HttpAnswer } from '../../../src/ports/http';
import { succeed } from '../../../src/ports/problem';
import { createAdminClient } from '../../../src/shopify/client/admin-client';
import { API_VERSION } from '../../../src/shopify/client/graphql';
import type { LookUpAccess } from '../../../src/shopify/reading/fetch-snapshot';
import { shopifyStore } from '../../../src/shopify/shopify-store';

const PARTS = 5;
/** The part to which something happens. */
const ODD = 2;

const refOf = (row: number) => ({ sheetId: 1, tab: 'Products', row });
const productId = (index: number) => `gid://shopify/Product/${index}` as const;
const price = { key: 'price', from: '1.00', to: '2.00', sheet: '2.00', column: 'Price' } as const;
const product = (index: number) => ({ product: { id: productId(index), handle: `item-${index}` } });

/** What travels together: a batch of one item, and the payload of one that was taken. */
const KINDS: Readonly<Record<string, { of(index: number): unknown; taken(index: number): object }>> = {
  'prices of products': {
    of: (index) => {
      const ref = refOf(index);
      const variants = [{ id: `gid://shopify/ProductVariant/${index}`, ref, changes: [{ ...price, ref }] }];
      return {
        kind: 'update-variants',
        action: { kind: 'update-variants', productId: productId(index), variants },
      };
    },
    taken: (index) => ({
      productVariants: [
        {
          ...{ id: `gid://shopify/ProductVariant/${index}`, price: '2.00', sku: `S-${index}` },
          ...{ selectedOptions: [], inventoryItem: { id: `gid://shopify/InventoryItem/${index}` } },
        },
      ],
    }),
  },
  'prices of catalogs': {
    of: (index) => {
      const key = 'listPrice:variant:amount_JPY:1/Japan';
      const change = {
        ...{ key, from: '1', to: '2', sheet: '2', ref: refOf(index) },
        column: 'Price / Japan',
      };
      const id = `gid://shopify/ProductVariant/${index}`;
      const compareAt = { key: 'listCompareAt:variant:amount_JPY:1/Japan', now: null };
      const action = { kind: 'set-list-price', id, list: 'gid://shopify/PriceList/1', changes: [change] };
      return { kind: 'set-list-price', actions: [{ ...action, price: { key, now: '1' }, compareAt }] };
    },
    taken: () => ({ pricesAdded: [] }),
  },
  titles: {
    of: (index) => {
      const change = { key: 'title', from: 'A', to: 'B', sheet: 'B', column: 'Title', ref: refOf(index) };
      const action = { kind: 'update-product', ref: refOf(index), productId: productId(index) };
      return {
        kind: 'update-product',
        action: { ...action, changes: [change], images: [], imageOrder: [] },
      };
    },
    taken: product,
  },
  ...Object.fromEntries(
    (['add-tags', 'remove-tags'] as const).map((kind) => [
      kind,
      {
        of: (index: number) => ({
          kind,
          action: { kind, ref: refOf(index), productId: productId(index), tags: ['sale'], completes: true },
        }),
        taken: (index: number) => ({ node: { ...product(index).product } }),
      },
    ]),
  ),
  ...Object.fromEntries(
    (['publish', 'unpublish'] as const).map((kind) => [
      kind,
      {
        of: (index: number) => ({
          kind,
          action: {
            ...{ kind, ref: refOf(index), productId: productId(index) },
            onlineStore: 'gid://shopify/Publication/1',
            change: { ref: refOf(index), column: 'Published' },
          },
        }),
        taken: () => ({}),
      },
    ]),
  ),
  'alt texts': {
    of: (index) => {
      const action = { kind: 'update-alt-text', ref: refOf(index), productId: productId(index) };
      return {
        kind: 'update-alt-text',
        actions: [{ ...action, mediaId: `gid://shopify/MediaImage/${index}`, alt: 'x' }],
      };
    },
    taken: () => ({}),
  },
};

type Data = Readonly<Record<string, unknown>>;

/** What Shopify says to the document of all, and then to what is sent alone. */
interface Script {
  readonly together: (all: Data) => readonly Answered[];
  readonly alone?: (payload: unknown) => Answered;
}

interface Answered {
  readonly data?: Data | null;
  readonly errors?: readonly object[];
  readonly status?: number;
}

const REFUSED = { userErrors: [{ field: null, message: 'It is gone.' }], mediaUserErrors: [] };
const NULL_PART = { [`part${ODD}`]: null };
const fault = (code: string, path: readonly string[] = [`part${ODD}`]) => ({
  message: 'Internal error.',
  path,
  extensions: { code },
});
const ALONE_DOWN = () => ({ data: { part: null }, errors: [fault('INTERNAL_SERVER_ERROR', ['part'])] });
const ALONE_WELL = (payload: unknown) => ({ data: { part: payload } });

/** Sends the items of one kind at once, and tells what each is answered, and how many parts each document had. */
function send(kind: string, script: Script) {
  const entry = KINDS[kind] as (typeof KINDS)[string];
  const clock = createVirtualClock(Date.UTC(2026, 10, 22, 12));
  const documents: number[] = [];
  const together: Answered[] = [];
  const clean = (index: number) => ({ userErrors: [], mediaUserErrors: [], ...entry.taken(index) });
  const all = Object.fromEntries(Array.from({ length: PARTS }, (_, index) => [`part${index}`, clean(index)]));
  together.push(...script.together(all));
  const { alone = ALONE_WELL } = script;
  const answerTo = (body: string): HttpAnswer => {
    const query: string = JSON.parse(body).query;
    const parts = query.split(/part\d+:/).length - 1;
    documents.push(Math.max(1, parts));
    const index = Number(/\/(\d+)"/.exec(body)?.[1]);
    const answered = parts > 1 ? (together.length > 1 ? together.shift() : together[0]) : alone(clean(index));
    const { status = 200, ...said }: Answered = answered ?? {};
    return { status, headers: { 'x-shopify-api-version': API_VERSION }, body: JSON.stringify(said) };
  };
  const client = createAdminClient({
    shop: 'hats.myshopify.com',
    auth: { accessToken: () => succeed('token'), replaceToken: () => succeed('token') },
    http: { send: (requests) => requests.map(({ body = '' }) => answerTo(String(body))) },
    clock: { now: clock.now, sleep: clock.advance },
  });
  const memory = { forget: () => undefined };
  const store = shopifyStore({ client, memory, clock } as unknown as LookUpAccess, () => 'key');
  const wave = Array.from({ length: PARTS }, (_, index) => entry.of(index) as Batch);
  const { outcomes, problem } = store.apply(wave);
  expect(outcomes.map(({ batch }) => batch)).toEqual(wave);
  return { said: outcomes.map(({ answer }) => wordOf(answer)), documents, problem };
}

function wordOf(answer: BatchAnswer): string {
  if (answer.kind !== 'answered') return answer.kind;
  // Some name the column first.
  const words = answer.refused.map(({ message }) => message.replace(/^Price \/ Japan: /, ''));
  return words.join() || 'taken';
}

const odd = (word: string, others = 'taken') =>
  Array.from({ length: PARTS }, (_, index) => (index === ODD ? word : others));
const same = (word: string) => odd(word, word);

const CASES: readonly {
  readonly name: string;
  readonly script: Script;
  readonly said: readonly string[];
  readonly documents: readonly number[];
}[] = [
  {
    name: 'one is refused, and its neighbours are taken',
    script: { together: (all) => [{ data: { ...all, [`part${ODD}`]: REFUSED } }] },
    said: odd('Shopify refused: It is gone.'),
    documents: [PARTS],
  },
  {
    name: 'Shopify has an error at one: it is sent alone, and its neighbours are taken',
    script: {
      together: (all) => [{ data: { ...all, ...NULL_PART }, errors: [fault('INTERNAL_SERVER_ERROR')] }],
    },
    said: same('taken'),
    documents: [PARTS, 1],
  },
  {
    name: 'Shopify has an error at one for ever: only of that one nothing is known',
    script: {
      together: (all) => [{ data: { ...all, ...NULL_PART }, errors: [fault('INTERNAL_SERVER_ERROR')] }],
      alone: ALONE_DOWN,
    },
    said: odd('unknown'),
    documents: [PARTS, 1, 1, 1, 1],
  },
  {
    name: 'one fails after it may have been done, and alone it is denied: nothing is known of it',
    script: {
      together: (all) => [{ data: { ...all, ...NULL_PART }, errors: [fault('TIMEOUT')] }],
      alone: () => ({ data: { part: null }, errors: [fault('ACCESS_DENIED', ['part'])] }),
    },
    said: odd('unknown'),
    documents: [PARTS, 1],
  },
  {
    name: 'one has no answer and no error: it is sent alone',
    script: { together: (all) => [{ data: { ...all, ...NULL_PART } }] },
    said: same('taken'),
    documents: [PARTS, 1],
  },
  {
    name: 'Shopify names a part that it denies: that one alone is not taken',
    script: {
      together: (all) => [{ data: { ...all, ...NULL_PART }, errors: [fault('ACCESS_DENIED')] }],
      alone: () => ({ data: { part: null }, errors: [fault('ACCESS_DENIED', ['part'])] }),
    },
    said: odd('not-taken'),
    documents: [PARTS, 1],
  },
  {
    name: 'all are throttled together: they are sent again together',
    script: {
      together: (all) => [
        { data: null, errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] },
        { data: all },
      ],
    },
    said: same('taken'),
    documents: [PARTS, PARTS],
  },
  {
    name: 'the answer is lost for ever: nothing is known of each',
    script: { together: () => [{ status: 503 }] },
    said: same('unknown'),
    documents: [PARTS, PARTS, PARTS, PARTS],
  },
  {
    name: 'an answer is lost and the next comes: all are taken',
    script: { together: (all) => [{ status: 503 }, { data: all }] },
    said: same('taken'),
    documents: [PARTS, PARTS],
  },
  {
    name: 'the document is refused as a whole: each is sent alone',
    script: {
      together: () => [
        { errors: [{ message: 'Variable $x_1 is not valid', extensions: { code: 'INVALID_VARIABLE' } }] },
      ],
    },
    said: same('taken'),
    documents: [PARTS, ...Array(PARTS).fill(1)],
  },
];

describe.each(Object.keys(KINDS))('of several changes in one document (%s)', (kind) => {
  test.each(CASES)('$name', ({ script, said, documents }) => {
    const sent = send(kind, script);
    expect(sent.said).toEqual(said);
    // How often a lost answer is asked for again is the client's affair.
    expect(sent.documents.slice(0, 2)).toEqual(documents.slice(0, 2));
    expect(new Set(sent.documents)).toEqual(new Set(documents));
  });
});
