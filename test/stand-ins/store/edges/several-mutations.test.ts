import { createVirtualClock } from '../../../../local/apps-script/runtime/clock';
import { createStore, fakeAccessToken } from '../../../../local/store/embedded-store';
import { newestVersion } from '../../../../local/store/graphql/schema/versions';

const clock = createVirtualClock(Date.UTC(2026, 10, 22));

function open() {
  const store = createStore({ now: clock.now });
  const ask = (query: string) => {
    const answer = store.send({
      method: 'POST',
      url: `https://${store.shop}/admin/api/${newestVersion}/graphql.json`,
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': fakeAccessToken },
      body: JSON.stringify({ query }),
    });
    if ('failure' in answer) throw new Error(answer.failure);
    return { ...JSON.parse(answer.body), tookMs: answer.tookMs };
  };
  return { ask };
}

const create = (alias: string, handle: string) =>
  `${alias}: productCreate(product: { title: "A mug", handle: "${handle}" }) { product { handle } userErrors { message } }`;

describe('several mutations in one document', () => {
  test('run in turn: a later one finds what an earlier one did', () => {
    const { data } = open().ask(`mutation { ${create('one', 'mug')} ${create('two', 'mug')} }`);
    expect(data.one).toMatchObject({ product: { handle: 'mug' }, userErrors: [] });
    expect(data.two.userErrors).toHaveLength(1);
  });

  test('are refused one by one', () => {
    const { data, errors } = open().ask(`mutation {
      gone: productUpdate(product: { id: "gid://shopify/Product/1", title: "B" }) { product { id } userErrors { message } }
      ${create('there', 'mug')} }`);
    expect(errors).toBeUndefined();
    expect(data.gone.userErrors).toHaveLength(1);
    expect(data.there.userErrors).toEqual([]);
  });

  test('cost what they cost alone, together', () => {
    const { ask } = open();
    const costOf = (query: string) => ask(query).extensions.cost.requestedQueryCost;
    const one = costOf(`mutation { ${create('one', 'a')} }`);
    expect(costOf(`mutation { ${create('one', 'b')} ${create('two', 'c')} ${create('three', 'd')} }`)).toBe(
      3 * one,
    );
  });

  test('take as long as one after the other, but for the way there and back', () => {
    const { ask } = open();
    const one = ask(`mutation { ${create('one', 'a')} }`).tookMs;
    const ten = Array.from({ length: 10 }, (_, index) => create(`part${index}`, `many-${index}`));
    const query = ask('{ shop { name } }').tookMs;
    expect(ask(`mutation { ${ten.join(' ')} }`).tookMs).toBe(query + 10 * (one - query));
  });

  test('are throttled together, and none of them is done', () => {
    const { ask } = open();
    const many = (name: string) =>
      `mutation { ${Array.from({ length: 90 }, (_, index) => create(`part${index}`, `${name}-${index}`)).join(' ')} }`;
    const answers = ['a', 'b', 'c'].map((name) => ask(many(name)));
    const throttled = answers.filter(({ errors }) => errors?.[0]?.extensions?.code === 'THROTTLED');
    expect(throttled).toHaveLength(1);
    expect(throttled[0].data).toBeFalsy();
    clock.advance(60_000);
    expect(ask('{ productsCount { count } }').data.productsCount.count).toBe(180);
  });
});
