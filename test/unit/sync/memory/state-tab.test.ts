import fc from 'fast-check';
import type { BaseProduct, BaseRecord } from '../../../../src/plan/model/base';
import type { Signer } from '../../../../src/sync/memory/signature';
import { loadState } from '../../../../src/sync/memory/state-tab';
import type { StockBatch, StockIntent } from '../../../../src/sync/memory/stored-stock';
import { damagesOf, withoutChecksums } from '../../../support/damage';
import { journalOf } from '../../../support/journal';
import { ownSigner } from '../own-signer';

const SHOP = 'acme.myshopify.com';
const ME = ownSigner('me');

/** The hidden tab alone. */
function stateTab(rows: string[][] = []) {
  const journals = { open: () => journalOf(rows) };
  return { rows, load: (shop = SHOP, signer: Signer = ME) => loadState(journals, shop, signer) };
}

function forgetChecksums({ rows }: ReturnType<typeof stateTab>): void {
  rows.splice(0, rows.length, ...withoutChecksums(rows));
}

function product(number: number, fields: BaseProduct['fields'] = {}): BaseProduct {
  return {
    kind: 'product',
    id: `gid://shopify/Product/${number}`,
    handle: [`p-${number}`, `p-${number}`],
    fields,
    images: {},
    alts: {},
  };
}

test('what is remembered is there in the next execution, the latest of each item', () => {
  const tab = stateTab();
  tab.load().remember([product(1, { title: ['A', 'A'] }), product(2)]);
  tab.load().remember([product(1, { title: ['B', 'B'] })]);
  const { base } = tab.load();
  expect(base.productByHandle('P-1')?.fields.title).toEqual(['B', 'B']);
  expect([...base.records()]).toHaveLength(2);
});

test('another shop’s state is void', () => {
  const tab = stateTab();
  tab.load().remember([product(1)]);
  expect([...tab.load('other.myshopify.com').base.records()]).toEqual([]);
});

test('a damaged record of an earlier release is an unknown base, and its neighbours stay', () => {
  const tab = stateTab();
  tab.load().remember([product(1), product(2)]);
  forgetChecksums(tab);
  (tab.rows[1] as string[])[1] = '{"kind":"prod';
  const { base } = tab.load();
  expect(base.product('gid://shopify/Product/1')).toBeUndefined();
  expect(base.product('gid://shopify/Product/2')).toBeDefined();
});

test('a record longer than a cell comes back whole', () => {
  const tab = stateTab();
  const images = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [
      `https://example.com/${'x'.repeat(100)}/${index}.jpg`,
      `gid://shopify/MediaImage/${index}` as const,
    ]),
  );
  tab.load().remember([{ ...product(1), images }]);
  expect(tab.load().base.product('gid://shopify/Product/1')?.images).toEqual(images);
});

test('a creation that was sent is pending until the product is known', () => {
  const tab = stateTab();
  tab.load().remember([{ kind: 'creation', handle: 'P-1' }]);
  expect(tab.load().base.isBeingCreated('p-1')).toBe(true);
  tab.load().remember([product(1)]);
  expect(tab.load().base.isBeingCreated('p-1')).toBe(false);
});

test('a journal that is mostly out of date is rewritten, and says the same', () => {
  const tab = stateTab();
  const state = tab.load();
  for (let round = 0; round < 700; round += 1)
    state.remember([product(1, { title: [`${round}`, `${round}`] })]);
  const { base } = tab.load();
  expect(base.product('gid://shopify/Product/1')?.fields.title).toEqual(['699', '699']);
  expect(tab.rows.length).toBeLessThan(10);
});

test('however it is cut into executions, the journal ends in the same memory', () => {
  const change = fc.record({
    number: fc.integer({ min: 1, max: 5 }),
    title: fc.string(),
    restart: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const tab = stateTab();
      const expected = new Map<string, BaseRecord>();
      let state = tab.load();
      for (const { number, title, restart } of changes) {
        const record = product(number, { title: [title, title] });
        expected.set(record.id, record);
        state.remember([record]);
        if (restart) state = tab.load();
      }
      const found = new Map(
        [...tab.load().base.records()].map((record) => ['id' in record ? record.id : '', record]),
      );
      expect(found).toEqual(expected);
    }),
  );
});

describe('the revision', () => {
  test('grows when an execution begins to change the memory and when it ends, and not otherwise', () => {
    const tab = stateTab();
    expect(tab.load().revision).toBeUndefined();
    expect(tab.load().seal()).toBe(false);
    const state = tab.load();
    state.remember([product(1)]);
    state.remember([product(2)]);
    expect(tab.load().revision).toBe(1);
    expect(state.seal()).toBe(true);
    expect(tab.load().revision).toBe(2);
  });

  test('outlives that the journal is rewritten', () => {
    const tab = stateTab();
    const state = tab.load();
    for (let round = 0; round < 700; round += 1) state.remember([product(1)]);
    state.seal();
    expect([tab.load().revision, tab.rows.length < 10]).toEqual([2, true]);
    expect(tab.load().revision).toBe(2);
  });

  test('goes on where all but that there was something is forgotten', () => {
    const tab = stateTab();
    tab.load().remember([product(1)]);
    tab.load().forget(9);
    const { base, revision } = tab.load();
    expect([[...base.records()], revision]).toEqual([[{ kind: 'lost' }], 9]);
  });
});

test('a preview of a hundred thousand rows is there in the next execution, and makes the tab no wider', () => {
  const tab = stateTab();
  const digests = (word: string) => ({
    shown: Object.fromEntries(Array.from({ length: 100_000 }, (_, row) => [`0:${row + 2}`, `${word}${row}`])),
  });
  tab.load().savePreview(digests('first'));
  tab.load().savePreview(digests('then'));
  tab.load().remember([product(1)]);
  expect(tab.load().previewed).toEqual(digests('then'));
  tab.load().savePreview({ shown: { '0:2': 'last' } });
  expect(tab.load().previewed).toEqual({ shown: { '0:2': 'last' } });
  expect(Math.max(...tab.rows.map((row) => row.length))).toBeLessThanOrEqual(2);
});

describe('what stands in the hidden tab and would be sent or counts as decided', () => {
  const KEY = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  const batch: StockBatch = {
    kind: 'set-stock',
    key: KEY,
    actions: [
      {
        kind: 'set-stock',
        ref: { sheetId: 1, tab: 'Stöcke', row: 2 },
        column: 'Available',
        name: 'available',
        variantId: 'gid://shopify/ProductVariant/1',
        inventoryItemId: 'gid://shopify/InventoryItem/1',
        locationId: 'gid://shopify/Location/1',
        locationName: 'Zürich',
        from: 5,
        to: 8,
        sheet: 8,
      },
    ],
  };
  const intent: StockIntent = { batch, savedAtMs: 1_000, isOwn: true };
  const digests = { shown: { '1:2': 'word' } };

  function written() {
    const tab = stateTab();
    const state = tab.load();
    state.saveIntents([intent]);
    state.saveChosen(['price 5 → 1', 'price 6 → 1']);
    state.savePreview(digests);
    return tab;
  }
  const read = (tab: ReturnType<typeof stateTab>, signer?: Signer) => {
    const { intents, chosen, previewed } = tab.load(SHOP, signer);
    return { own: intents.map(({ isOwn }) => isOwn), chosen, shown: previewed.shown };
  };

  test('is this user’s own in the next execution', () => {
    expect(read(written())).toEqual({
      own: [true],
      chosen: ['price 5 → 1', 'price 6 → 1'],
      shown: digests.shown,
    });
    expect(written().load().intents).toEqual([intent]);
  });

  test.each([
    ['a colleague', ownSigner('colleague')],
    ['a copy of the spreadsheet', ownSigner('me', 'sheet-2')],
    ['another store', ownSigner('me', 'sheet-1', 'other.myshopify.com')],
  ])('is nobody’s word for %s', (_, signer) => {
    expect(read(written(), signer)).toEqual({ own: [false], chosen: [], shown: {} });
  });

  test('is nobody’s word once a letter of it is another one', () => {
    for (const [from, to] of [
      ['"to":8', '"to":9'],
      ['Zürich', 'Zärich'],
      ['price 6 → 1', 'price 9 → 1'],
      ['"word"', '"ward"'],
    ] as const) {
      const tab = written();
      forgetChecksums(tab);
      const edited = tab.rows.map((row) => row.map((cell) => cell.replace(from, to)));
      tab.rows.splice(0, tab.rows.length, ...edited);
      const { own, chosen, shown } = read(tab);
      const left = [own[0], chosen.length > 0, Object.keys(shown).length > 0];
      expect(left.filter((is) => is === false)).toHaveLength(1);
    }
  });

  test('is nobody’s word in another place', () => {
    const tab = written();
    forgetChecksums(tab);
    const [, signed] = tab.rows.find(([key]) => key === `stock:${KEY}`) as string[];
    tab.rows.push(['chosen:0', signed as string], ['chosen', '1']);
    expect(read(tab).chosen).toEqual([]);
  });

  test('does not become this user’s own when the tab is rewritten', () => {
    const tab = stateTab();
    tab.load().remember([product(1)]);
    forgetChecksums(tab);
    tab.rows.push([`stock:${KEY}`, JSON.stringify({ batch, savedAtMs: 1_000 })]);
    for (let round = 0; round < 700; round += 1) tab.load().remember([product(1)]);
    expect(tab.rows.length).toBeLessThan(600);
    expect(read(tab).own).toEqual([false]);
  });

  test('counts for a colleague still after somebody else’s execution rewrote the tab', () => {
    const tab = written();
    const other = ownSigner('colleague');
    for (let round = 0; round < 700; round += 1) tab.load(SHOP, other).remember([product(1)]);
    expect(tab.rows.length).toBeLessThan(600);
    const { chosen, shown } = read(written());
    expect(read(tab)).toMatchObject({ chosen, shown });
  });

  test('is not asked for a billion times, however many rows it is said to have', () => {
    const tab = written();
    forgetChecksums(tab);
    tab.rows.push(['preview', '1000000000'], ['chosen', '1e9']);
    expect(read(tab).chosen).toEqual(['price 5 → 1', 'price 6 → 1']);
  });
});

describe('a tab in which somebody', () => {
  function written() {
    const tab = stateTab();
    for (const title of ['A', 'B', 'C']) {
      const state = tab.load();
      state.remember([product(1, { title: [title, title] }), product(2, { title: [title, title] })]);
      state.seal();
    }
    return tab;
  }
  const titles = (tab: ReturnType<typeof stateTab>) =>
    [...tab.load().base.records()].map((record) => record.kind === 'product' && record.fields.title?.[0]);

  test('changed anything never gives an earlier value as the last one: it is not whole', () => {
    const [older, now] = [stateTab().rows, written().rows];
    for (const { name, rows } of damagesOf(now, older, 100)) {
      const tab = stateTab(rows.map((row) => row.map(String)));
      const { isWhole, revision = 0 } = tab.load();
      const known = titles(tab).filter((title) => title !== 'C');
      expect([name, isWhole && revision >= 6 && known.length > 0]).toEqual([name, false]);
    }
  });

  test('copied a row or a whole step to the end says the same as before', () => {
    for (const [from, to] of [
      [1, 2],
      [1, 5],
      [5, 8],
    ] as const) {
      const tab = written();
      tab.rows.push(...tab.rows.slice(from, to).map((row) => [...row]));
      expect([tab.load().isWhole, titles(tab)]).toEqual([true, ['C', 'C']]);
    }
  });

  test('wrote at the same time stays whole', () => {
    const tab = stateTab();
    const [one, other] = [tab.load(), tab.load()];
    one.remember([product(1)]);
    other.remember([product(2)]);
    other.remember([product(3)]);
    one.remember([product(4)]);
    expect([tab.load().isWhole, [...tab.load().base.records()].length]).toEqual([true, 4]);
  });
});
