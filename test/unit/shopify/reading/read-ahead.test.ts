import { createVirtualClock } from '../../../../local/apps-script/runtime/clock';
import type { AdminClient, Reply } from '../../../../src/shopify/client/admin-client';
import type { GraphqlRequest } from '../../../../src/shopify/client/graphql';
import { aheadClient, readBoth, readWith } from '../../../../src/shopify/reading/read-ahead';

const request = (document: string, variables = {}): GraphqlRequest => ({
  ...{ document, variables, cost: 10, repeatable: true },
});
const answer = (name: string): Reply => ({ kind: 'answered', data: { name }, errors: [] });

const ROWS = request('query Rows($ids:[ID!]!){nodes(ids:$ids){id}}', { ids: ['1'] });
const OTHERS = request('query Rows($ids:[ID!]!){nodes(ids:$ids){id}}', { ids: ['2'] });
const CHANGE = request('mutation Change{change}');

/** A client that has the answer to `ROWS`, and what it asks Shopify all the same. */
function open() {
  const asked: string[] = [];
  const clock = createVirtualClock(0);
  const shopify = {
    send: (wave: readonly GraphqlRequest[]) =>
      wave.map(({ document, variables }) => {
        asked.push(document.slice(0, 10) + JSON.stringify(variables));
        return answer('new');
      }),
  } as unknown as AdminClient;
  const client = aheadClient(shopify, { now: clock.now, sleep: clock.advance });
  client.keep(ROWS, answer('ahead'));
  const nameOf = (reply: Reply | undefined) => (reply?.kind === 'answered' ? reply.data.name : reply?.kind);
  return { asked, clock, sent: (...wave: GraphqlRequest[]) => client.send(wave).map(nameOf) };
}

describe('what was read with the shop', () => {
  test('answers the request that it was read for, once', () => {
    const { sent, asked } = open();
    expect(sent(ROWS)).toEqual(['ahead']);
    expect(asked).toEqual([]);
    expect(sent(ROWS)).toEqual(['new']);
  });

  test('answers no other request, and stands in its place among others', () => {
    const { sent, asked } = open();
    expect(sent(OTHERS, ROWS, OTHERS)).toEqual(['new', 'ahead', 'new']);
    expect(asked).toHaveLength(2);
  });

  test('is forgotten once something is sent that changes the store', () => {
    const { sent } = open();
    sent(CHANGE);
    expect(sent(ROWS)).toEqual(['new']);
  });

  test.each([
    [5_000, 'ahead'],
    [5_001, 'new'],
  ])('%s ms later it is %s', (ms, expected) => {
    const { sent, clock } = open();
    clock.advance(ms);
    expect(sent(ROWS)).toEqual([expected]);
  });
});

test('two reads are one document only where Shopify takes one as dear', () => {
  const shop = request('query Shop{shop{name}}');
  expect(readBoth(shop, ROWS)).toMatchObject({
    document: 'query Both($ids:[ID!]!){shop{name} nodes(ids:$ids){id}}',
    variables: { ids: ['1'] },
    cost: 20,
  });
  expect(readBoth(shop, { ...ROWS, cost: 990 })).toMatchObject({ cost: 1_000 });
  expect(readBoth(shop, { ...ROWS, cost: 991 })).toBeUndefined();
});

describe('a read with others in it', () => {
  const SHOP = request('query Shop{shop{name}}');
  const PAGE = (owner: string, cost = 10) => ({
    ...request('query Fields($owner:Owner!,$after:String){fields(owner:$owner,after:$after){id}}', { owner }),
    cost,
  });
  const CHANNELS = request('query Channels{channels(first:50){id}}');

  test('is one document, and its answer is the answer to each', () => {
    const { request: sent, answers } = readWith(SHOP, [PAGE('A'), CHANNELS, PAGE('B')]);
    expect(sent).toMatchObject({
      document:
        'query With($owner_0:Owner!,$after_0:String,$owner_2:Owner!,$after_2:String){shop{name} ' +
        'part0:fields(owner:$owner_0,after:$after_0){id} part1:channels(first:50){id} ' +
        'part2:fields(owner:$owner_2,after:$after_2){id}}',
      variables: { owner_0: 'A', owner_2: 'B' },
      cost: 40,
    });
    expect(answers({ shop: {}, part0: ['a'], part1: [], part2: ['b'] })).toEqual([
      [PAGE('A'), { kind: 'answered', data: { fields: ['a'] }, errors: [] }],
      [CHANNELS, { kind: 'answered', data: { channels: [] }, errors: [] }],
      [PAGE('B'), { kind: 'answered', data: { fields: ['b'] }, errors: [] }],
    ]);
  });

  test('leaves those out that would be too dear together', () => {
    const { request: sent, answers } = readWith(SHOP, [PAGE('A', 980), PAGE('B', 20), PAGE('C', 10)]);
    expect(sent.cost).toBe(1_000);
    expect(answers({}).map(([{ variables }]) => variables.owner)).toEqual(['A', 'C']);
  });
});
