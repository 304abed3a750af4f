import type { Answer, Listed, Overview, RunSummary, RunView } from '../../src/sync/answers';
import { csvOf } from './csv';
import { openWorkbench, type Workbench } from './workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity', 'Vendor'];
const COLUMNS = { title: 1, price: 3, quantity: 5, vendor: 6 } as const;
const HANDLES = ['mug', 'cup', 'jug', 'pot'] as const;
type Handle = (typeof HANDLES)[number];

const FILE = csvOf([
  HEADER,
  ...HANDLES.map((handle, index) => [handle, `A ${handle}`, `S-${index}`, '20.00', 'shopify', '41', 'Acme']),
]);

const first = openWorkbench();
first.sync({ Products: FILE });
const SYNCED = first.save();

const begin = (): Workbench => openWorkbench({ saved: SYNCED });

function grid({ runtime }: Workbench) {
  return runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!.rows;
}

const rowOf = (handle: Handle) => HANDLES.indexOf(handle) + 1;

function type(
  bench: Workbench,
  handle: Handle,
  values: Partial<Record<keyof typeof COLUMNS, string | number>>,
) {
  for (const [column, value] of Object.entries(values))
    grid(bench)[rowOf(handle)]![COLUMNS[column as keyof typeof COLUMNS]] = value;
}

const cell = (bench: Workbench, handle: Handle, column: keyof typeof COLUMNS) =>
  String(grid(bench)[rowOf(handle)]?.[COLUMNS[column]]);

/** Status and message, as they stand beside a row. */
const said = (bench: Workbench, handle: Handle) =>
  grid(bench)
    [rowOf(handle)]?.slice(HEADER.length, HEADER.length + 2)
    .join(': ');

function inStore(bench: Workbench, handle: Handle) {
  const product = bench.store.dump().products.find((one) => one.handle === handle);
  const [variant] = product?.variants ?? [];
  const [level] = Object.values(variant?.inventory ?? {});
  return {
    price: variant?.price,
    quantity: level?.available,
    vendor: product?.vendor,
    title: product?.title,
  };
}

/** Somebody else in Shopify. */
function inShopify(bench: Workbench, handle: Handle, { price, vendor }: { price?: string; vendor?: string }) {
  const product = bench.store.dump().products.find((one) => one.handle === handle);
  const variant = product?.variants[0]?.id;
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!, $input: ProductUpdateInput!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
      productUpdate(product: $input) { userErrors { message } } }`,
    variables: {
      product: product?.id,
      variants: [{ id: variant, ...(price && { price }) }],
      input: { id: product?.id, ...(vendor && { vendor }) },
    },
  });
  expect(errors).toBeUndefined();
}

function sell(bench: Workbench, handle: Handle, from: number, to: number) {
  const { data } = bench.store.execute({
    query: `query ($handle: String!) { productByIdentifier(identifier: { handle: $handle }) {
      variants(first: 1) { nodes { inventoryItem { id } } } } locations(first: 1) { nodes { id } } }`,
    variables: { handle },
  }) as never as {
    data: {
      productByIdentifier: { variants: { nodes: { inventoryItem: { id: string } }[] } };
      locations: { nodes: { id: string }[] };
    };
  };
  const inventoryItemId = data.productByIdentifier.variants.nodes[0]?.inventoryItem.id;
  const { errors } = bench.store.execute({
    query: `mutation ($quantities: [InventoryQuantityInput!]!) { inventorySetQuantities(input: {
      name: "available", reason: "correction", quantities: $quantities
    }) @idempotent(key: "sale") { userErrors { message } } }`,
    variables: {
      quantities: [
        { inventoryItemId, locationId: data.locations.nodes[0]?.id, quantity: to, changeFromQuantity: from },
      ],
    },
  });
  expect(errors).toBeUndefined();
}

function call(bench: Workbench, name: string, request?: object): RunSummary {
  const answer = bench.call<RunSummary>(name, ...(request ? [request] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const keysOf = ({ shown }: Listed<{ readonly key: string }>) => shown.map(({ key }) => key);

function history(bench: Workbench): readonly RunView[] {
  const answer = bench.call<readonly RunView[]>('listRuns');
  return answer.ok ? answer.value : [];
}

/** With what looks like a slip of it. */
function undo(bench: Workbench, run: number | null): void {
  const { held } = call(bench, 'undoRun', { run, preview: true });
  call(bench, 'undoRun', { run, ...(held.count > 0 && { held: keysOf(held) }) });
}

const mutationsSent = ({ wire }: Workbench) =>
  wire.filter((text) => text.startsWith('{"query":"mutation')).length;

const lastRunOf = (bench: Workbench) => {
  const answer = bench.call<Overview>('getOverview');
  return answer.ok ? answer.value.lastRun : null;
};

describe('a page that is opened after a run', () => {
  test('is told how many changes wait and given nothing that could send one of them', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    const live = call(bench, 'startSync');
    expect(live.held.shown).toMatchObject([{ tab: 'Products', row: 2, change: 'Price 20.00 → 2.00' }]);
    expect(lastRunOf(bench)).toMatchObject({
      held: { count: 1, shown: [], more: [] },
      conflicts: { count: 1, shown: [], more: [] },
    });
  });
});

describe('a request that names nothing that was shown', () => {
  const named = (bench: Workbench) => {
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    return call(bench, 'startSync');
  };

  test.each([
    ['nothing at all', undefined],
    ['null', null],
    ['no keys', {}],
    ['an empty list', { keys: [] }],
    ['the digest of an earlier release', { held: 'abc' }],
    ['a group, as in an earlier release', { prices: 'sheet' }],
    ['a word in place of the list', { keys: 'all' }],
    ['keys that are no texts', { keys: [1, null, {}] }],
    ['a key of nobody', { keys: ['gid://shopify/ProductVariant/1|price|20.00|2.00'] }],
    ['a run that is no number', { run: 'last', keys: ['x'] }],
  ])('is refused and nothing is written: %s', (_, request) => {
    const bench = begin();
    const { run } = named(bench);
    const [before, sheet] = [bench.store.dump(), structuredClone(grid(bench))];
    const runs = JSON.stringify(bench.runtime.state.documentProperties);
    for (const name of ['confirmHeld', 'refuseHeld', 'resolveConflicts'])
      for (const more of [{}, { side: 'sheet' }, { side: 'shopify' }, { run, side: 'add' }])
        expect(
          bench.call(name, request && typeof request === 'object' ? { ...more, ...request } : request),
        ).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(bench.store.dump()).toEqual(before);
    expect(grid(bench)).toEqual(sheet);
    expect(JSON.stringify(bench.runtime.state.documentProperties)).toBe(runs);
  });

  test('is refused whole where one of its keys was never shown, or is of another kind of question', () => {
    const bench = begin();
    const { run, held, conflicts } = named(bench);
    const sent = mutationsSent(bench);
    const sheet = structuredClone(grid(bench));
    for (const keys of [
      [...keysOf(held), 'another'],
      [...keysOf(held), ...keysOf(conflicts)],
    ])
      expect(bench.call('confirmHeld', { run, keys })).toMatchObject({ ok: false });
    for (const side of ['sheet', 'shopify', 'all', undefined])
      expect(bench.call('resolveConflicts', { run, side, keys: keysOf(held) })).toMatchObject({ ok: false });
    expect(bench.call('resolveConflicts', { run, side: 'add', keys: keysOf(conflicts) })).toMatchObject({
      ok: false,
    });
    expect([mutationsSent(bench), grid(bench)]).toEqual([sent, sheet]);
  });

  test('is refused where a value changed since, in the sheet or in Shopify', () => {
    const bench = begin();
    const { run, held, conflicts } = named(bench);
    type(bench, 'mug', { price: '2.50' });
    inShopify(bench, 'cup', { vendor: 'Others' });
    const answers = [
      bench.call('confirmHeld', { run, keys: keysOf(held) }),
      bench.call('refuseHeld', { run, keys: keysOf(held) }),
      bench.call('resolveConflicts', { run, side: 'sheet', keys: keysOf(conflicts) }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({
        ok: false,
        problem: { message: 'Some of these cells changed again since you saw them.' },
      });
    expect(inStore(bench, 'mug').price).toBe('20.00');
    expect(inStore(bench, 'cup').vendor).toBe('Others');
  });
});

describe('a decision in a preview', () => {
  /** One held price, one conflict, two plain changes of which one stands in a row with the held price. */
  function previewed() {
    const bench = begin();
    type(bench, 'jug', { price: '21.00' });
    const before = call(bench, 'startSync');
    type(bench, 'mug', { price: '2.00', title: 'A big mug' });
    type(bench, 'cup', { vendor: 'Mine' });
    inShopify(bench, 'cup', { vendor: 'Theirs' });
    type(bench, 'pot', { price: '22.00' });
    return { bench, before, preview: call(bench, 'previewSync') };
  }

  test.each([
    ['confirmHeld', undefined],
    ['resolveConflicts', 'sheet'],
  ] as const)('sends just what was chosen, as a run with its own line and undo (%s)', (name, side) => {
    const { bench, before, preview } = previewed();
    const lines = history(bench);
    const keys = keysOf(side ? preview.conflicts : preview.held);
    const done = call(bench, name, { run: preview.run, keys, ...(side && { side }) });
    expect(done).toMatchObject({ outcome: 'finished', sent: 1, totals: { updated: 1 } });
    expect(inStore(bench, 'mug')).toMatchObject(
      side ? { price: '20.00', title: 'A mug' } : { price: '2.00', title: 'A mug' },
    );
    expect(inStore(bench, 'cup').vendor).toBe(side ? 'Mine' : 'Theirs');
    expect(inStore(bench, 'pot').price).toBe('20.00');
    expect(done.run).toBeGreaterThan(before.run ?? 0);
    expect(history(bench)).toMatchObject([{ number: done.run, totals: { updated: 1 } }, ...lines]);
    undo(bench, done.run);
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').vendor]).toEqual(['20.00', 'Theirs']);
    expect(inStore(bench, 'jug').price).toBe('21.00');
  });

  test('leaves what stands beside the rows that it does not send, and tells a row that it sends in part', () => {
    const { bench, preview } = previewed();
    const beside = said(bench, 'pot');
    const done = call(bench, 'confirmHeld', { keys: keysOf(preview.held) });
    expect(said(bench, 'pot')).toBe(beside);
    expect(said(bench, 'mug')).toBe(
      'Updated: Price 20.00 → 2.00. What else changed in this row was not sent: choose Sync now.',
    );
    expect(said(bench, 'cup')).toMatch(/^Changed in both: Vendor/);
    // The row of which nothing was said is not counted as one that is up to date.
    expect(done.totals).toMatchObject({ updated: 1, conflict: 1, unchanged: 1 });
    expect(done.conflicts.count).toBe(1);
    const rest = call(bench, 'startSync');
    expect(rest.totals).toMatchObject({ updated: 2, conflict: 1 });
    expect([inStore(bench, 'mug').title, inStore(bench, 'pot').price]).toEqual(['A big mug', '22.00']);
  });

  test('is followed in its own panel by another one, which goes on with that run', () => {
    const { bench, preview } = previewed();
    const lines = history(bench).length;
    const one = call(bench, 'confirmHeld', { keys: keysOf(preview.held) });
    const two = call(bench, 'resolveConflicts', { run: one.run, side: 'sheet', keys: keysOf(one.conflicts) });
    expect(two.run).toBe(one.run);
    expect(history(bench)).toHaveLength(lines + 1);
    expect(history(bench)[0]).toMatchObject({ number: one.run, totals: { updated: 2 } });
    undo(bench, one.run);
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').vendor]).toEqual(['20.00', 'Theirs']);
  });
});

describe('a decision in the panel of a run', () => {
  test('goes on with that run, and leaves out what was typed since', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    type(bench, 'pot', { price: '22.00' });
    const confirmed = call(bench, 'confirmHeld', { run: ran.run, keys: keysOf(ran.held) });
    expect(confirmed).toMatchObject({ run: ran.run, held: { count: 0 }, totals: { updated: 2 } });
    expect([inStore(bench, 'mug').price, inStore(bench, 'pot').price]).toEqual(['2.00', '20.00']);
    expect(history(bench)[0]).toMatchObject({ number: ran.run, totals: { updated: 2 } });
  });

  test('is a run of its own once another run came after it, whose line stays as it was', () => {
    const bench = begin();
    type(bench, 'mug', { price: '2.00' });
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    type(bench, 'pot', { price: '22.00' });
    call(bench, 'startSync');
    const lines = history(bench);
    const confirmed = call(bench, 'confirmHeld', { run: ran.run, keys: keysOf(ran.held) });
    expect(inStore(bench, 'mug').price).toBe('2.00');
    expect(history(bench)).toMatchObject([{ number: confirmed.run, totals: { updated: 1 } }, ...lines]);
  });

  test('never goes on with an undo', () => {
    const bench = begin();
    type(bench, 'cup', { price: '21.00' });
    const ran = call(bench, 'startSync');
    const undone = call(bench, 'undoRun', { run: ran.run });
    type(bench, 'mug', { price: '2.00' });
    const { held } = call(bench, 'previewSync');
    const lines = history(bench);
    const confirmed = call(bench, 'confirmHeld', { run: undone.run, keys: keysOf(held) });
    expect(history(bench)).toMatchObject([{ number: confirmed.run, undoes: null }, ...lines]);
  });
});

describe('held changes', () => {
  function many(): { readonly bench: Workbench; readonly preview: RunSummary } {
    const bench = begin();
    for (const handle of HANDLES) type(bench, handle, { price: '2.00' });
    return { bench, preview: call(bench, 'previewSync') };
  }

  test('are sent one by one', () => {
    const { bench, preview } = many();
    const [, cup] = keysOf(preview.held);
    const done = call(bench, 'confirmHeld', { keys: [cup] });
    expect(HANDLES.map((handle) => inStore(bench, handle).price)).toEqual([
      '20.00',
      '2.00',
      '20.00',
      '20.00',
    ]);
    expect(done.held.count).toBe(3);
  });

  test('are refused one by one: the row says so, and nobody is asked again until the value changes', () => {
    const { bench, preview } = many();
    const [mug, ...others] = keysOf(preview.held);
    expect(bench.call('refuseHeld', { keys: [mug] })).toEqual({ ok: true, value: null });
    const refused =
      'Held: Price 20.00 → 2.00 is held: you chose not to send it. Change the cell to be asked again.';
    expect(said(bench, 'mug')).toBe(refused);
    for (const name of ['previewSync', 'startSync']) {
      const { held, refused: count } = call(bench, name);
      expect([keysOf(held), count]).toEqual([others, 1]);
    }
    expect(said(bench, 'mug')).toBe(refused);
    expect(bench.call('confirmHeld', { keys: [mug] })).toMatchObject({ ok: false });
    type(bench, 'mug', { price: '3.00' });
    expect(keysOf(call(bench, 'startSync').held)).toHaveLength(4);
    expect(inStore(bench, 'mug').price).toBe('20.00');
  });
});

describe('cells that were never synced', () => {
  function forgotten(): Workbench {
    const bench = begin();
    const { workbook } = bench.runtime.state;
    workbook.sheets = workbook.sheets.filter(({ name }) => name === 'Products');
    type(bench, 'mug', { price: '21.00', vendor: 'Mine', quantity: 40 });
    type(bench, 'cup', { price: '22.00' });
    return bench;
  }

  test('are named one by one with both values, by group, in a preview and in a run', () => {
    const bench = forgotten();
    for (const name of ['previewSync', 'startSync'])
      expect(call(bench, name).unsynced).toMatchObject({
        products: { count: 1, shown: [{ row: 2, column: 'Vendor', sheet: 'Mine', shopify: 'Acme' }] },
        inventory: { count: 1, shown: [{ row: 2, sheet: '40', shopify: '41', sum: null }] },
        prices: { count: 2, shown: [{ row: 2, sheet: '21.00', shopify: '20.00' }, { row: 3 }] },
      });
  });

  test('take the side that a person chose for those that were shown, and the others go on waiting', () => {
    const bench = forgotten();
    const { unsynced } = call(bench, 'previewSync');
    type(bench, 'jug', { price: '23.00' });
    const done = call(bench, 'resolveConflicts', { side: 'sheet', keys: keysOf(unsynced.prices) });
    expect(HANDLES.map((handle) => inStore(bench, handle).price)).toEqual([
      '21.00',
      '22.00',
      '20.00',
      '20.00',
    ]);
    expect(done.unknownBase).toEqual({ products: 1, inventory: 1, prices: 1 });
    const kept = call(bench, 'resolveConflicts', {
      run: done.run,
      side: 'shopify',
      keys: [...keysOf(done.unsynced.products), ...keysOf(done.unsynced.inventory)],
    });
    expect([cell(bench, 'mug', 'vendor'), cell(bench, 'mug', 'quantity')]).toEqual(['Acme', '41']);
    expect(inStore(bench, 'mug')).toMatchObject({ price: '21.00', vendor: 'Acme', quantity: 41 });
    expect(kept.unknownBase).toEqual({ products: 0, inventory: 0, prices: 1 });
  });

  test('are asked of once more where the side that was chosen looks like a slip', () => {
    const bench = forgotten();
    type(bench, 'mug', { price: '2.00' });
    const { unsynced } = call(bench, 'previewSync');
    const one = call(bench, 'resolveConflicts', { side: 'sheet', keys: keysOf(unsynced.prices) });
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').price]).toEqual(['20.00', '22.00']);
    call(bench, 'confirmHeld', { run: one.run, keys: keysOf(one.held) });
    expect(inStore(bench, 'mug').price).toBe('2.00');
  });
});

describe('keeping Shopify’s value', () => {
  test('puts it into the cell, and the next run finds both in step even where Shopify has moved on since', () => {
    const bench = begin();
    type(bench, 'mug', { price: '21.00', vendor: 'Mine' });
    inShopify(bench, 'mug', { price: '22.00', vendor: 'Theirs' });
    const { run, conflicts } = call(bench, 'startSync');
    const kept = call(bench, 'resolveConflicts', { run, side: 'shopify', keys: keysOf(conflicts) });
    expect([cell(bench, 'mug', 'price'), cell(bench, 'mug', 'vendor')]).toEqual(['22', 'Theirs']);
    expect(kept.sent).toBe(0);
    expect(said(bench, 'mug')).toBe(
      'Up to date: Vendor Mine → Theirs, from Shopify. Price 21.00 → 22.00, from Shopify.',
    );
    inShopify(bench, 'mug', { price: '23.00' });
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, conflicts: { count: 0 } });
    expect(inStore(bench, 'mug').price).toBe('23.00');
  });

  test('of a stock that was sold from takes Shopify’s number, and adding says what comes out', () => {
    const bench = begin();
    type(bench, 'mug', { quantity: 49 });
    sell(bench, 'mug', 41, 38);
    const { run, conflicts } = call(bench, 'startSync');
    expect(conflicts.shown).toMatchObject([{ sheet: '49', shopify: '38', sum: { by: 8, is: 46 } }]);
    const added = openWorkbench({ saved: bench.save() });
    call(added, 'resolveConflicts', { run, side: 'add', keys: keysOf(conflicts) });
    expect(inStore(added, 'mug').quantity).toBe(46);
    call(bench, 'resolveConflicts', { run, side: 'shopify', keys: keysOf(conflicts) });
    expect([cell(bench, 'mug', 'quantity'), inStore(bench, 'mug').quantity]).toEqual(['38', 38]);
  });
});

describe('a preview in two pages', () => {
  test('is sent from the page that shows what was previewed last, and from no other', () => {
    const bench = begin();
    type(bench, 'mug', { price: '21.00' });
    const one = call(bench, 'previewSync');
    type(bench, 'cup', { price: '22.00' });
    const two = call(bench, 'previewSync');
    const answer: Answer<RunSummary> = bench.call('applyPreview', { preview: one.preview });
    expect(answer).toMatchObject({
      value: { outcome: 'failed', sent: 0, problem: { kind: 'invalid-input' } },
    });
    expect(inStore(bench, 'mug').price).toBe('20.00');
    call(bench, 'applyPreview', { preview: two.preview });
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').price]).toEqual(['21.00', '22.00']);
  });
});
