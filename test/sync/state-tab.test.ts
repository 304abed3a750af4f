import fc from 'fast-check';
import type { BaseProduct, BaseRecord } from '../../src/plan/base';
import type { Sheets } from '../../src/ports/sheets';
import { loadState } from '../../src/sync/state-tab';

const SHOP = 'acme.myshopify.com';

/** The hidden tab alone; a cell longer than Google allows is refused, as there. */
function stateTab(rows: string[][] = []) {
  const check = (added: readonly (readonly string[])[]) => {
    for (const cell of added.flat())
      if (cell.length > 50_000) throw new Error('A cell holds 50,000 characters.');
  };
  const sheets: Pick<Sheets, 'readState' | 'appendState' | 'replaceState'> = {
    readState: () => rows,
    appendState: (added) => {
      check(added);
      rows.push(...added.map((row) => [...row]));
    },
    replaceState: (replaced) => {
      check(replaced);
      rows.splice(0, rows.length, ...replaced.map((row) => [...row]));
    },
  };
  return { rows, load: (shop = SHOP) => loadState(sheets as Sheets, shop) };
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

test('a damaged record is an unknown base, and its neighbours stay', () => {
  const tab = stateTab();
  tab.load().remember([product(1), product(2)]);
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

  test('goes on where everything else is forgotten', () => {
    const tab = stateTab();
    tab.load().remember([product(1)]);
    tab.load().forget(9);
    const { base, revision } = tab.load();
    expect([[...base.records()], revision]).toEqual([[], 9]);
  });
});

test('a note of stock cells stands until it is settled, in one step with what is remembered', () => {
  const tab = stateTab();
  const id = 'gid://shopify/ProductVariant/1';
  const note = { id, levels: { 'gid://shopify/Location/1': [5, 3] } } as const;
  tab.load().saveKeeping([note], []);
  expect(tab.load().keeping).toEqual([note]);
  const before = tab.rows.length;
  tab.load().saveKeeping([{ id, levels: {} }], [product(1)]);
  expect(tab.rows.length).toBe(before + 3);
  expect(tab.load().keeping).toEqual([]);
});

test('a preview of a hundred thousand rows is there in the next execution, and makes the tab no wider', () => {
  const tab = stateTab();
  const digests = (word: string) => ({
    shown: Object.fromEntries(Array.from({ length: 100_000 }, (_, row) => [`0:${row + 2}`, `${word}${row}`])),
    ifChosen: {},
  });
  tab.load().savePreview(digests('first'));
  tab.load().savePreview(digests('then'));
  tab.load().remember([product(1)]);
  expect(tab.load().previewed).toEqual(digests('then'));
  tab.load().savePreview({ shown: { '0:2': 'last' }, ifChosen: {} });
  expect(tab.load().previewed).toEqual({ shown: { '0:2': 'last' }, ifChosen: {} });
  expect(Math.max(...tab.rows.map((row) => row.length))).toBeLessThanOrEqual(2);
});
