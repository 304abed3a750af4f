import { buildCatalog } from '../../../src/catalog/building/build-catalog';
import { columnOf, type FieldKey, fieldNamed } from '../../../src/catalog/columns/columns';
import { parseRows } from '../../../src/catalog/reading/parse-rows';
import { recogniseTab } from '../../../src/catalog/tab/layout';
import { kindOf } from '../../../src/plan/action-kinds';
import { canonical } from '../../../src/plan/compare/canonical';
import { partitionCatalog } from '../../../src/plan/identity/in-step';
import { snapshotNeeds } from '../../../src/plan/identity/snapshot-needs';
import { buildBase } from '../../../src/plan/model/build-base';
import { CAREFUL_POLICY } from '../../../src/plan/model/policy';
import { planSync } from '../../../src/plan/plan-sync';
import { foreseenOutcomes } from '../../../src/plan/preview/foretell';
import { STORE_LIMITS } from '../../../src/shopify/client/limits';
import { writeFields } from '../../../src/shopify/queries/fields';
import { type Chance, randomStore, SHOP } from './random-store';

/** The name of a column as a shop would give it, which no table knows. */
const nameOfShop = (name: string): FieldKey => `metafield:product:name:${name}`;
const MATERIAL = nameOfShop('custom.material');
const POINTS: FieldKey = 'metafield:variant:quantity:loyalty.points';

/** A tab in which two columns of a family stand next to those of the table. */
function catalogOf(material: string, points: number, header = 'Material') {
  const recognition = recogniseTab([['Handle', 'Title', 'SKU']]);
  if (recognition.kind !== 'recognised') throw new Error(recognition.kind);
  const layout = {
    ...recognition.layout,
    columns: [
      ...recognition.layout.columns,
      { column: columnOf(MATERIAL), header, index: 3 },
      { column: columnOf(POINTS), header: 'Points', index: 4 },
    ],
  };
  const cells = ['hat', 'Hat', 'H-1', material, points];
  const grid = { sheetId: 1, tab: 'Own', layout, rows: [{ row: 2, cells, texts: cells.map(String) }] };
  const context = { locale: { decimalSeparator: '.' }, currencyCode: 'USD', currencyDecimals: 2 } as const;
  return buildCatalog([parseRows(grid, context)]);
}

const never: Chance = () => false;

function plannerOf(there: ReturnType<typeof catalogOf>) {
  const base = buildBase([]);
  const store = randomStore(there, never);
  return (desired: ReturnType<typeof catalogOf>) => {
    const partition = partitionCatalog(desired, base, CAREFUL_POLICY, SHOP);
    const snapshot = store.answer(
      snapshotNeeds(partition.changed, { base, policy: CAREFUL_POLICY, shop: SHOP, anchors: new Map() }),
    );
    const known = { desired, partition, snapshot, base, policy: CAREFUL_POLICY, shop: SHOP };
    const plan = planSync({ ...known, limits: STORE_LIMITS, anchors: new Map(), confirmed: new Set() });
    for (const record of plan.adopted) base.put(record);
    return {
      plan,
      asked: partition.changed.products.length,
      said: plan.actions.flatMap(foreseenOutcomes).map(({ status, message }) => `${status} ${message}`),
    };
  };
}

describe('a column whose name is known only at run time', () => {
  test('is read, compared, planned and shown in a preview like any other', () => {
    const plan = plannerOf(catalogOf('Wool', 3));
    expect(plan(catalogOf('Wool', 3)).plan.actions).toEqual([]);
    const { plan: changed, said } = plan(catalogOf(' Linen ', 5));
    expect(said).toEqual(['updated Material Wool → Linen.', 'updated Points 3 → 5.']);
    expect(changed.actions.map(({ kind }) => kind)).toEqual(['set-value', 'set-value']);
    expect(changed.actions.flatMap((action) => kindOf(action).replaces(action))).toMatchObject([
      { kind: 'field', key: MATERIAL, from: 'Wool', to: 'Linen' },
      { kind: 'field', key: POINTS, from: 3, to: 5 },
    ]);
  });

  test('is remembered, so that the next run asks nothing about it', () => {
    const plan = plannerOf(catalogOf('Wool', 3));
    expect(plan(catalogOf('Wool', 3)).asked).toBe(1);
    expect(plan(catalogOf('Wool', 3)).asked).toBe(0);
    expect(plan(catalogOf('Felt', 3)).asked).toBe(1);
  });

  test('whose history is not known is held, like any other', () => {
    const plan = plannerOf(catalogOf('Wool', 3));
    const { plan: first } = plan(catalogOf('Felt', 3));
    expect(first.actions).toEqual([]);
    expect(first.unsynced.map(({ field }) => field)).toEqual([MATERIAL]);
  });

  test('is compared by its own kind of cell once its column has left the sheet', () => {
    expect(canonical(MATERIAL, 'Two\u00a0words')).toBe('Two words');
    expect(fieldNamed(POINTS)?.kind).toBe('quantity');
  });

  test.each([
    'metafield',
    'metafield:product:name:',
    'metafield:shop:name:x',
    'metafield:product:colour:x',
    'other:product:name:x',
  ])('%s names none', (name) => expect(fieldNamed(name)).toBeUndefined());

  test('that no document can send stops the run instead of passing for sent', () => {
    const change = {
      key: MATERIAL,
      ref: { sheetId: 1, tab: 'Own', row: 2 },
      column: 'Material',
      from: null,
      to: 'Felt',
      sheet: 'Felt',
    };
    expect(() => writeFields([change])).toThrow('No document writes metafield:product:name:custom.material.');
  });
});
