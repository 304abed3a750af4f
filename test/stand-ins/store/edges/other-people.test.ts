import { type ActKind, actKinds } from '../../../../local/store/people/act';
import { parseOtherPeople } from '../../../../local/store/people/other-people';
import { seedCatalog } from '../../../../local/store/seed-catalog';
import { createClient, type TestClient } from './client';

const locations = ['Shop location', 'Warehouse'];

const catalog = {
  products: ['Mug', 'Cup', 'Jug', 'Pot'].map((title) => ({
    title,
    tags: ['kitchen'],
    variants: [
      {
        sku: `${title}-1`,
        price: '10.00',
        tracked: true,
        inventory: { 'Shop location': { available: 20, onHand: 20 }, Warehouse: { available: 5, onHand: 5 } },
      },
    ],
  })),
};

function busyStore(kinds: readonly ActKind[], seed = 1, percent = 100): TestClient {
  const client = createClient({ locations, otherPeople: { percent, kinds, seed } });
  seedCatalog(client.store, catalog);
  return client;
}

function ask(client: TestClient, times: number): void {
  for (let time = 0; time < times; time++) {
    client.graphql('{ shop { name } }');
    client.pass(1000);
  }
}

describe('between two requests', () => {
  test('nobody acts before the first one', () => {
    const client = busyStore(['tag']);
    ask(client, 1);
    expect(client.store.edge.otherPeople.done).toEqual([]);
    ask(client, 1);
    expect(client.store.edge.otherPeople.done).toHaveLength(1);
  });

  test('an order takes what is available and leaves it on hand', () => {
    const client = busyStore(['order']);
    const stock = () =>
      client.store.dump().products.flatMap(({ variants }) => Object.values(variants[0]?.inventory ?? {}));
    const before = stock();
    ask(client, 2);
    const [act] = client.store.edge.otherPeople.done;
    if (act?.kind !== 'order') throw new Error('An order was asked for.');
    const sum = (levels: typeof before) => levels.reduce((total, { available }) => total + available, 0);
    expect(sum(stock())).toBe(sum(before) - act.quantity);
    expect(stock().map(({ onHand }) => onHand)).toEqual(before.map(({ onHand }) => onHand));
  });

  test('an app changes a price', () => {
    const client = busyStore(['price']);
    ask(client, 2);
    const [act] = client.store.edge.otherPeople.done;
    const prices = client.store.dump().products.map(({ variants }) => variants[0]?.price);
    expect(prices.filter((price) => price !== '10.00')).toEqual([act?.kind === 'price' && act.price]);
  });

  test('an app adds a tag', () => {
    const client = busyStore(['tag']);
    ask(client, 2);
    expect(client.store.dump().products.filter(({ tags }) => tags.length === 2)).toHaveLength(1);
  });

  test('someone renames a product, handle and all', () => {
    const client = busyStore(['rename']);
    ask(client, 2);
    const renamed = client.store.dump().products.filter(({ title }) => title.endsWith('(renamed)'));
    expect(renamed.map(({ handle }) => handle)).toEqual([expect.stringMatching(/-renamed-\d+$/)]);
  });

  test('someone deletes a product', () => {
    const client = busyStore(['delete']);
    ask(client, 3);
    expect(client.store.dump().products).toHaveLength(2);
  });

  test('someone unstocks an item, but never from its last location', () => {
    const client = busyStore(['unstock']);
    ask(client, 30);
    const stocked = client.store
      .dump()
      .products.map(({ variants }) => Object.keys(variants[0]?.inventory ?? {}));
    expect(stocked.map((locations) => locations.length)).toEqual([1, 1, 1, 1]);
  });

  test('nothing happens in an empty store', () => {
    const client = createClient({ otherPeople: { percent: 100 } });
    ask(client, 20);
    expect(client.store.edge.otherPeople.done).toEqual([]);
  });

  test('the same seed brings the same acts', () => {
    const acts = (seed: number) => {
      const client = busyStore(actKinds, seed, 50);
      ask(client, 30);
      return client.store.edge.otherPeople.done;
    };
    expect(acts(4)).toEqual(acts(4));
    expect(acts(4)).not.toEqual(acts(5));
  });

  test('it costs our app no points', () => {
    const client = busyStore(['price']);
    ask(client, 2);
    const [bucket] = client.store.edge.buckets.values();
    expect(bucket?.available).toBe(1999);
  });
});

describe('the readable form', () => {
  test('says how often, and what', () => {
    expect(parseOtherPeople('20%')).toEqual({ percent: 20 });
    expect(parseOtherPeople('2.5% order price')).toEqual({ percent: 2.5, kinds: ['order', 'price'] });
  });

  test.each(['often', '20', '20% steal'])('"%s" is refused', (text) => {
    expect(() => parseOtherPeople(text)).toThrow();
  });
});
