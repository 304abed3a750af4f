import { randomUUID } from 'node:crypto';
import { at, listAt } from '../../question';
import { type Answered, refusalsOf } from '../admin';
import { type Bench, draftOf, need, type Probe } from '../bench';

const MUTATION = 'inventorySetQuantities';

const SET = `mutation LiveCheckSet($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id }
    userErrors { code field message }
  }
}`;

const SET_WITHOUT_KEY = `mutation LiveCheckSetWithoutKey($input: InventorySetQuantitiesInput!) {
  inventorySetQuantities(input: $input) { userErrors { code } }
}`;

interface Change {
  readonly from: number | null;
  readonly to: number;
  readonly key: string;
}

/** Setting stock: whether a key makes a repeated request harmless, and what is refused. */
export const stockProbes: readonly Probe[] = [
  {
    id: 'stock-same-key',
    question: 'Is the same stock request, sent again under its key, answered by the first outcome?',
    words:
      'yes, at once and three seconds later. CHANGE_FROM_QUANTITY_STALE means that keys do not count: then the level ' +
      'alone tells whether a request arrived, and the stand-in has to be set to idempotency: ignored',
    expected: [{ first: [], again: [], sameOutcome: true, later: [] }],
    async run(bench) {
      const change = { ...(await nextChange(bench)), key: randomUUID() };
      const first = await set(bench, change);
      const again = await set(bench, change);
      await bench.pause(3000);
      const later = await set(bench, change);
      const group = `data.${MUTATION}.inventoryAdjustmentGroup.id`;
      return {
        answer: {
          first: refusalsOf(first, MUTATION),
          again: refusalsOf(again, MUTATION),
          sameOutcome: at(first.body, group) === at(again.body, group),
          later: refusalsOf(later, MUTATION),
        },
        seen: [first.body, again.body, later.body],
      };
    },
  },
  {
    id: 'stock-key-of-another-body',
    question: 'What does a known key with another body do?',
    words: 'it is refused with IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
    expected: [{ first: [], other: ['IDEMPOTENCY_KEY_PARAMETER_MISMATCH'] }],
    async run(bench) {
      const change = { ...(await nextChange(bench)), key: randomUUID() };
      const first = await set(bench, change);
      const other = await set(bench, { ...change, from: change.to, to: change.to + 1 });
      return {
        answer: { first: refusalsOf(first, MUTATION), other: refusalsOf(other, MUTATION) },
        seen: other.body,
      };
    },
  },
  {
    id: 'stock-moved',
    question: 'How is a change refused whose quantity before is no longer true?',
    words:
      'with CHANGE_FROM_QUANTITY_STALE, a field that names its place in the list, and the level as it was',
    expected: [{ refused: ['CHANGE_FROM_QUANTITY_STALE'], namesPlace: true, levelKept: true }],
    async run(bench) {
      const before = await quantity(bench);
      const answer = await set(bench, { from: before + 100, to: before + 1, key: randomUUID() });
      const field = listAt(answer.body, `data.${MUTATION}.userErrors.0.field`).map(String);
      return {
        answer: {
          refused: refusalsOf(answer, MUTATION),
          namesPlace: field.slice(0, 3).join('.') === 'input.quantities.0',
          levelKept: (await quantity(bench)) === before,
        },
        seen: answer.body,
      };
    },
  },
  {
    id: 'stock-two-at-once',
    question: 'What happens to two requests with one key at the same moment?',
    words: 'the level changes once; both succeed, or one is refused with IDEMPOTENCY_CONCURRENT_REQUEST',
    expected: [
      { refused: [], changedTo: 'wanted' },
      { refused: ['IDEMPOTENCY_CONCURRENT_REQUEST'], changedTo: 'wanted' },
    ],
    async run(bench) {
      const change = { ...(await nextChange(bench)), key: randomUUID() };
      const both = await Promise.all([set(bench, change), set(bench, change)]);
      const level = await quantity(bench);
      return {
        answer: {
          refused: both.flatMap((answer) => refusalsOf(answer, MUTATION)),
          changedTo: level === change.to ? 'wanted' : level === change.from ? 'nothing' : 'other',
        },
        seen: both.map(({ body }) => body),
      };
    },
  },
  {
    id: 'stock-without-key',
    question: 'Is a stock request without a key refused?',
    words: 'with BAD_REQUEST',
    expected: [{ refused: ['BAD_REQUEST'] }],
    async run(bench) {
      const { from, to } = await nextChange(bench);
      const answer = await bench.admin.ask(SET_WITHOUT_KEY, { input: input(bench, { from, to }) });
      return { answer: { refused: refusalsOf(answer, MUTATION) }, seen: answer.body };
    },
  },
  {
    id: 'stock-never-stocked',
    question: 'What does setting stock at a location do where the item was never stocked?',
    words: 'no error, and the level stays inactive: the add-on activates it first',
    expected: [{ refused: [], isActive: false }],
    async run(bench) {
      const locationId = secondLocation(bench);
      const answer = await set(bench, { from: null, to: 3, key: randomUUID() }, locationId);
      const after = await level(bench, locationId);
      return {
        answer: { refused: refusalsOf(answer, MUTATION), isActive: at(after, 'isActive') === true },
        seen: [answer.body, after],
      };
    },
  },
  {
    id: 'stock-activated-twice',
    question: 'May an item be activated at a location twice under one key?',
    words: 'both without errors, and the quantity counts once',
    expected: [{ first: [], again: [], isActive: true, available: 4 }],
    async run(bench) {
      const locationId = secondLocation(bench);
      const variables = { item: draftOf(bench).inventoryItemId, location: locationId, key: randomUUID() };
      const activate = () =>
        bench.admin.ask(
          `mutation LiveCheckActivate($item: ID!, $location: ID!, $key: String!) {
            inventoryActivate(inventoryItemId: $item, locationId: $location, available: 4) @idempotent(key: $key) {
              inventoryLevel { id } userErrors { field message }
            }
          }`,
          variables,
        );
      const first = await activate();
      const again = await activate();
      const after = await level(bench, locationId);
      return {
        answer: {
          first: refusalsOf(first, 'inventoryActivate'),
          again: refusalsOf(again, 'inventoryActivate'),
          isActive: at(after, 'isActive') === true,
          available: availableIn(after),
        },
        seen: [first.body, again.body, after],
      };
    },
  },
];

const secondLocation = ({ locationIds }: Bench): string => need(locationIds[1], 'a second location');

const input = (
  bench: Bench,
  { from, to }: Omit<Change, 'key'>,
  locationId: string | undefined = bench.locationIds[0],
) => ({
  name: 'available',
  reason: 'correction',
  quantities: [
    {
      inventoryItemId: draftOf(bench).inventoryItemId,
      locationId,
      quantity: to,
      changeFromQuantity: from,
    },
  ],
});

const set = (bench: Bench, { key, ...change }: Change, locationId?: string): Promise<Answered> =>
  bench.admin.ask(SET, { input: input(bench, change, locationId), key });

/** From what the level is now, so that no probe depends on what the one before it did. */
async function nextChange(bench: Bench): Promise<{ readonly from: number; readonly to: number }> {
  const from = await quantity(bench);
  return { from, to: from + 5 };
}

const quantity = async (bench: Bench): Promise<number> =>
  availableIn(await level(bench, need(bench.locationIds[0], 'a location')));

async function level(bench: Bench, locationId: string): Promise<unknown> {
  const { body } = await bench.admin.ask(
    `query LiveCheckLevel($item: ID!, $location: ID!) {
      inventoryItem(id: $item) {
        inventoryLevel(locationId: $location, includeInactive: true) {
          isActive quantities(names: ["available"]) { name quantity }
        }
      }
    }`,
    { item: draftOf(bench).inventoryItemId, location: locationId },
  );
  return at(body, 'data.inventoryItem.inventoryLevel');
}

function availableIn(level: unknown): number {
  const found = at(level, 'quantities.0.quantity');
  if (typeof found !== 'number') throw new Error('the stock level could not be read');
  return found;
}
