import type { Workbench } from '../../support/workbench';
import { begin, call, FACTS, type Fact, saidOf, textsOf, type } from './facts-in-two-rows';

/** Cells of a fact beside which another cell of the row can be mistyped: header, a word it cannot be, and what it said. */
const MISTYPED: Readonly<Record<string, readonly [header: string, old: Readonly<Record<number, string>>]>> = {
  Products: ['Price', { 2: '10.00', 3: '15.00' }],
  Prices: ['Price', { 2: '10.00' }],
};
const OTHER = ['Inventory quantity', { 2: '20', 3: '30' }] as const;

const CASES = FACTS.filter(({ name }) => !name.startsWith('tags')).flatMap((fact) =>
  fact.cells.flatMap(([tab, row, header]) => {
    const [bad, old] = header === 'Price' && tab === 'Products' ? OTHER : (MISTYPED[tab] ?? []);
    const said = old?.[row as 2];
    return bad && bad !== header && said ? [{ fact, at: [tab, row, bad] as const, said }] : [];
  }),
);

/** Syncs, and chooses Shopify's side of all that is asked. */
function keepShopifys(bench: Workbench): number {
  const { run, conflicts } = call(bench, 'startSync');
  const keys = conflicts.shown.map(({ key }) => key);
  if (keys.length > 0) call(bench, 'resolveConflicts', { run, side: 'shopify', keys });
  return keys.length;
}

const plain = (text: string) => (Number(text) ? String(Number(text)) : text);

function expectsShopifys(bench: Workbench, fact: Fact): void {
  expect(textsOf(bench, fact).map(plain)).toEqual(fact.cells.map(() => fact.inStore(bench)));
}

test.each(CASES.map((each) => [each.fact.name, each.at.join(' '), each] as const))(
  '%s: Shopify’s value also goes into the row that is in error for its %s, and nothing contradicts once that is mended',
  (_, __, { fact, at, said }) => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    type(bench, fact.cells, fact.mine);
    type(bench, [at], 'abc');
    const asked = keepShopifys(bench);
    const own = fact.cells.findIndex(([tab, row]) => tab === at[0] && row === at[1]);
    if (asked > 0) {
      expectsShopifys(bench, fact);
      expect(saidOf(bench, fact)[own]).toMatch(/^Error/);
      expect(saidOf(bench, fact)[own]).toContain(`${fact.cells[own]![2]} ${fact.mine}`);
    }
    type(bench, [at], said);
    keepShopifys(bench);
    expectsShopifys(bench, fact);
    for (const line of saidOf(bench, fact)) expect(line).not.toMatch(/^(Error|Held|Changed)/);
    expect(fact.inStore(bench)).toBe(fact.theirs);
  },
);

test('A row in error that says something else keeps its word', () => {
  const bench = begin();
  const fact = FACTS.find(({ name }) => name.startsWith('a quantity'))!;
  fact.move(bench, fact.theirs);
  type(bench, fact.cells, '25');
  type(bench, [fact.cells[0]!], '31');
  type(bench, [['Products', 2, 'Price']], 'abc');
  keepShopifys(bench);
  expect(textsOf(bench, fact)).toEqual(['31', '17']);
});

test.each([
  ['goes by its SKU where its option value is missing', ['Option1 Value'], ['17', '17']],
  ['is not known without both, so nothing is written into it', ['Option1 Value', 'SKU'], ['25', '17']],
] as const)('A row in error %s', (_, emptied, texts) => {
  const bench = begin();
  const fact = FACTS.find(({ name }) => name.startsWith('a quantity'))!;
  fact.move(bench, fact.theirs);
  type(bench, fact.cells, '25');
  for (const header of emptied) type(bench, [['Products', 2, header]], '');
  keepShopifys(bench);
  expect(textsOf(bench, fact)).toEqual(texts);
});

/** Of facts in two tabs, of which one row may be in error for another cell; where a quantity is, only the store tells. */
const SEVERAL = CASES.filter(
  ({ fact }) => new Set(fact.cells.map(([tab]) => tab)).size > 1 && !fact.name.startsWith('a quantity'),
);

test.each(SEVERAL.map((each) => [each.fact.name, each.at.join(' '), each] as const))(
  '%s: whoever says otherwise than a row that is in error for its %s contradicts it, before and after that is mended',
  (_, __, { fact, at, said }) => {
    const bench = begin();
    const before = fact.inStore(bench);
    const others = fact.cells.filter(([tab]) => tab !== at[0]);
    type(bench, others, fact.mine);
    type(bench, [at], 'abc');
    for (const [typed, state] of [
      ['abc', 'in error'],
      [said, 'mended'],
    ] as const) {
      type(bench, [at], typed);
      call(bench, 'startSync');
      for (const text of saidOf(bench, fact))
        expect([state, text]).toEqual([state, expect.stringMatching(/^Error/)]);
      expect(saidOf(bench, { cells: others }).join()).toContain('says otherwise than');
      expect(fact.inStore(bench)).toBe(before);
    }
    type(bench, fact.cells, fact.mine);
    call(bench, 'startSync');
    expect(fact.inStore(bench)).toBe(fact.mine);
  },
);

test('A row that says the same as one in error is sent', () => {
  const bench = begin();
  const fact = FACTS.find(({ name }) => name.startsWith('a price'))!;
  type(bench, fact.cells, fact.mine);
  type(bench, [['Products', 2, 'Inventory quantity']], 'abc');
  call(bench, 'startSync');
  expect(fact.inStore(bench)).toBe(fact.mine);
  expect(saidOf(bench, fact)[1]).toMatch(/^Updated/);
});
