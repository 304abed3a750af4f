import { typeInto } from '../../../local/apps-script/runtime/person';
import { columnReader } from '../../../local/apps-script/workbook/layers';
import type { Overview } from '../../../src/answers/answers';
import type { PullView } from '../../../src/answers/pull';
import { inAdmin } from '../../support/in-admin';
import { answered, sheetOf as sheetIn } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { choiceOf, previewOf, pull } from '../pull/pulling';
import { cellOf, placeOf, refresh, saidNextTo } from '../refresh/refreshing';
import { define, metafieldsIn, sheetOf } from './shop';

const COLOR = 'Metafield: shopify.color-pattern [list.metaobject_reference]';
const POINTS = 'Metafield: app--77--loyalty.points [number_integer]';
const GRADE = 'Metafield: custom.grade [single_line_text_field]';

const ENTRIES = ['Black', 'Light blue', 'White'] as const;
const entry = (name: string) => `gid://shopify/Metaobject/${ENTRIES.indexOf(name as 'Black') + 1}`;

/** A shop with a product `hat` that has values of all that is only shown. */
function shop(accessScopes?: readonly string[]): Workbench {
  const bench = openWorkbench(accessScopes ? { store: { accessScopes } } : {});
  bench.sync({ Products: sheetOf([], ['hat']) });
  const { state } = bench.store;
  for (const name of ENTRIES)
    state.metaobjects.put({
      id: entry(name),
      type: 'shopify--color-pattern',
      handle: name.toLowerCase().replace(' ', '-'),
      displayName: name,
    });
  define(bench, {
    key: 'color-pattern',
    namespace: 'shopify',
    type: 'list.metaobject_reference',
    validations: [{ name: 'metaobject_definition_id', value: 'gid://shopify/MetaobjectDefinition/1' }],
  });
  define(bench, { key: 'grade', type: 'single_line_text_field' });
  const grade = state.metafieldDefinitions.all().find(({ key }) => key === 'grade')!;
  state.metafieldDefinitions.put({ ...grade, access: { ...grade.access, admin: 'PUBLIC_READ' } });
  put(
    bench,
    'shopify.color-pattern',
    'list.metaobject_reference',
    JSON.stringify([entry('Black'), entry('Light blue')]),
  );
  put(bench, 'app--77--loyalty.points', 'number_integer', '120');
  put(bench, 'custom.grade', 'single_line_text_field', 'A');
  return bench;
}

/** Somebody else writes a value that we may not. */
function put({ store: { state } }: Workbench, name: string, type: string, value: string): void {
  const ownerId = state.products.all().find(({ handle }) => handle === 'hat')!.id;
  const [namespace = '', key = ''] = name.split('.');
  const known = state.metafields.find('owner', ownerId).find((one) => one.key === key);
  const at = '2026-11-22T00:00:00Z';
  state.metafields.put({
    ...{
      id: known?.id ?? state.newId('Metafield'),
      ownerId,
      ownerType: 'PRODUCT',
      namespace,
      key,
      type,
      value,
    },
    ...{ createdAt: at, updatedAt: at },
  });
}

const said = (bench: Workbench, header: string, cell: string, ...args: string[]) =>
  saidOf(bench.sync({ Products: sheetOf([header], ['hat', cell]) }, ...args))['Products:2'];

const OF_CATEGORY = 'Shopify keeps it with the category of the product. Change it in Shopify admin.';
const OF_APP = 'an app of yours keeps it, and may hide it from others. Change it in that app.';

describe('a metafield that is shown and never sent', () => {
  test.each([
    ['entries of a category, by handle', COLOR, 'black\nlight-blue'],
    ['the same in one line, as other files have them', COLOR, 'Black; Light blue'],
    [
      'the same as Matrixify writes them',
      COLOR,
      'shopify--color-pattern.black, shopify--color-pattern.light-blue',
    ],
    ['a value of an app', POINTS, '120'],
    ['a value that only an app may write', GRADE, 'A'],
  ])('is in step where the cell says what Shopify has: %s', (_, header, cell) => {
    const bench = shop();
    const before = metafieldsIn(bench);
    expect(said(bench, header, cell)).toMatch(/^unchanged/);
    expect(metafieldsIn(bench)).toEqual(before);
  });

  test.each([
    [
      'another entry',
      COLOR,
      'white',
      `${COLOR}: Shopify has black\nlight-blue, the sheet white. Nothing is sent: ${OF_CATEGORY}`,
    ],
    [
      'an entry that nobody has',
      COLOR,
      'mauve',
      `${COLOR}: Shopify has black\nlight-blue, the sheet mauve. Nothing is sent: ${OF_CATEGORY}`,
    ],
    [
      'another number',
      POINTS,
      '130',
      `${POINTS}: Shopify has 120, the sheet 130. Nothing is sent: ${OF_APP}`,
    ],
    [
      'what is no number',
      POINTS,
      'many',
      `${POINTS}: Shopify has 120, the sheet many. Nothing is sent: ${OF_APP}`,
    ],
    [
      'nothing, on purpose',
      POINTS,
      '[clear]',
      `${POINTS}: Shopify has 120, the sheet (empty). Nothing is sent: ${OF_APP}`,
    ],
    ['another text', GRADE, 'B', `${GRADE}: Shopify has A, the sheet B. Nothing is sent: ${OF_APP}`],
  ])('is told and left as it is where the cell says %s', (_, header, cell, sentence) => {
    const bench = shop();
    const before = metafieldsIn(bench);
    for (const args of [['--preview'], [], [], ['--confirm-held'], ['--on-conflict', 'sheet']])
      expect(said(bench, header, cell, ...args)).toBe(`differs ${sentence}`);
    expect(metafieldsIn(bench)).toEqual(before);
  });

  test('of a new product is left out of what is created, and its row says so', () => {
    const bench = shop();
    const told = saidOf(bench.sync({ More: sheetOf([COLOR], ['cap', 'white']) }))['More:2'];
    expect(told).toContain(`${COLOR} is not sent: ${OF_CATEGORY}`);
    expect(metafieldsIn(bench).filter((each) => each.startsWith('cap'))).toEqual([]);
  });

  test('is compared by ID where the app may not read the names of entries', () => {
    const bench = shop(['write_products', 'write_inventory', 'read_locations']);
    expect(said(bench, COLOR, '1\n2')).toMatch(/^unchanged/);
    // What cannot be looked up is not called another value.
    expect(said(bench, COLOR, 'black\nlight-blue')).toMatch(/^not-compared/);
    expect(said(bench, COLOR, '1\n3')).toMatch(/^differs .* Nothing is sent: /s);
    expect(answered(bench.call<Overview>('getOverview')).accessScopes).toContain('read_metaobjects');
    expect(
      answered(bench.call<PullView>('startPull', choiceOf('csv', { packs: ['metafields'] }))),
    ).toBeTruthy();
    expect(noteAbove(bench, 'color-pattern (product.metafields.shopify.color-pattern)')).toContain(
      'Its entries are shown by ID: the app in Shopify lacks the access scope read_metaobjects.',
    );
  });

  test('is not taken for a column of its name alone, which may be the merchant’s own', () => {
    const bench = shop();
    expect(said(bench, 'grade', 'mine')).toMatch(/^(unchanged|not-compared)/);
    bench.call('previewSync');
    const preview = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview');
    expect(JSON.stringify(preview?.rows)).toContain(
      '“grade” is left alone: a metafield that is never sent is called so. To compare it, write Metafield: custom.grade.',
    );
  });

  test('sends no column of it either once it may be sent: what differs then is held', () => {
    const bench = shop();
    said(bench, GRADE, 'B');
    const grade = bench.store.state.metafieldDefinitions.all().find(({ key }) => key === 'grade')!;
    bench.store.state.metafieldDefinitions.put({ ...grade, access: { ...grade.access, admin: null } });
    expect(said(bench, GRADE, 'B', '--hold')).toMatch(
      /^skipped .*Shopify has A, the sheet B\. Choose in the sidebar/,
    );
    expect(metafieldsIn(bench)).toContain('hat custom.grade A');
  });
});

const IN_CSV = {
  color: 'color-pattern (product.metafields.shopify.color-pattern)',
  grade: 'grade (product.metafields.custom.grade)',
};
const SKU = ['SKU', 'hat-1'] as const;

/** The note of a header in the tab that was made last. */
const noteAbove = (bench: Workbench, header: string) => {
  const sheet =
    bench.runtime.state.workbook.sheets.find(({ name }) => /^Products/.test(name) && name !== 'Products') ??
    sheetIn(bench, 'Products');
  return columnReader(sheet.layers.note, (sheet.rows[0] ?? []).indexOf(header) + 1)(1);
};

describe('a tab that is got with metafields', () => {
  const got = (bench: Workbench) => {
    const { tab } = pull(bench, choiceOf('csv', { packs: ['basics', 'metafields'] }));
    bench.clock.advance(60_000);
    return tab;
  };

  test('shows those too, says above each that it is only read, and is up to date', () => {
    const bench = shop();
    const tab = got(bench);
    expect(cellOf(bench, tab, IN_CSV.color, SKU)).toBe('black\nlight-blue');
    expect(cellOf(bench, tab, IN_CSV.grade, SKU)).toBe('A');
    expect(noteAbove(bench, IN_CSV.color)).toContain(`Read only: ${OF_CATEGORY}`);
    expect(noteAbove(bench, IN_CSV.grade)).toContain(`Read only: ${OF_APP}`);
    const said = previewOf(bench).others;
    expect(said.filter((line) => !line.includes('is compared and never sent'))).toEqual([]);
    expect(said.join()).toContain(`“${IN_CSV.color}” is compared and never sent: ${OF_CATEGORY}`);
  });

  test('asks for no other import where only Shopify has letters in a wrong encoding', () => {
    const bench = shop();
    put(bench, 'custom.grade', 'single_line_text_field', 'GrÃ¼n');
    got(bench);
    expect(previewOf(bench).others.join()).not.toContain('Wrong encoding');
  });

  test('takes what moved in Shopify when it is refreshed, and keeps what somebody typed', () => {
    const bench = shop();
    const tab = got(bench);
    put(bench, 'custom.grade', 'single_line_text_field', 'C');
    put(bench, 'shopify.color-pattern', 'list.metaobject_reference', JSON.stringify([entry('White')]));
    const { row, column } = placeOf(bench, tab, IN_CSV.grade, SKU);
    typeInto(bench.runtime.state.workbook, sheetIn(bench, tab), { row, column }, 'mine', bench.clock.now());
    refresh(bench);
    expect(cellOf(bench, tab, IN_CSV.color, SKU)).toBe('white');
    expect(cellOf(bench, tab, IN_CSV.grade, SKU)).toBe('mine');
    expect(saidNextTo(bench, tab, SKU)).toContain(
      `${IN_CSV.grade}: Shopify has C, the sheet mine. Nothing is sent`,
    );
  });

  test('has such a column filled that is added later', () => {
    const bench = shop();
    const { tab } = pull(bench, choiceOf('csv', { packs: ['basics'] }));
    const sheet = sheetIn(bench, tab);
    const column = (sheet.rows[0] ?? []).length + 1;
    sheet.maxColumns = Math.max(sheet.maxColumns, column);
    typeInto(bench.runtime.state.workbook, sheet, { row: 1, column }, IN_CSV.color, bench.clock.now());
    expect(refresh(bench, { fill: { sheetId: sheet.id, column: IN_CSV.color } })).toMatchObject({ cells: 1 });
    expect(cellOf(bench, tab, IN_CSV.color, SKU)).toBe('black\nlight-blue');
  });

  test('has the handles of entries in a large catalog too, asked for once', () => {
    const bench = shop();
    const metafields = [
      { namespace: 'shopify', key: 'color-pattern', value: JSON.stringify([entry('White')]) },
    ];
    for (let number = 0; number < 400; number += 1)
      inAdmin(
        bench,
        `mutation ($input: ProductSetInput!) {
          productSet(input: $input, synchronous: true) { product { id } userErrors { message } } }`,
        { input: { title: `Cap ${number}`, metafields } },
      );
    bench.clock.advance(600_000);
    bench.store.searchIndex.catchUp();
    const before = bench.requests.counts().total;
    const tab = got(bench);
    const rows = sheetIn(bench, tab).rows as string[][];
    const at = (rows[0] ?? []).indexOf(IN_CSV.color);
    expect(rows.slice(1).filter((row) => row[at] === 'white')).toHaveLength(400);
    const asked = bench.wire.filter((text) => text.includes('query EntryNames')).length;
    expect(asked).toBeLessThanOrEqual(2);
    expect(bench.requests.counts().total - before).toBeLessThan(40);
  });
});
