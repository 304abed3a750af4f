import { openStore } from '../open-store';
import { respond } from './upload';

function resultOf(titles: readonly string[]) {
  const open = openStore();
  for (const title of titles)
    open.ask('mutation ($title: String!) { productCreate(product: { title: $title }) { product { id } } }', {
      title,
    });
  open.ask(
    'mutation { bulkOperationRunQuery(query: "{ products { edges { node { id title } } } }") { bulkOperation { id } } }',
  );
  open.wait(60_000);
  const { url } = open.ask('{ currentBulkOperation { url } }');
  return (range?: string) => respond(open.store, 'GET', url, '', range === undefined ? {} : { range });
}

describe('a part of a bulk result', () => {
  const get = resultOf(['Hat', 'Tee', 'Mug']);
  const whole = get().body;

  test('is given out with where it stands in the whole', () => {
    const part = get('bytes=10-19');
    expect(part.status).toBe(206);
    expect(part.headers['Content-Range']).toBe(`bytes 10-19/${whole.length}`);
    expect(part.body).toBe(whole.slice(10, 20));
  });

  test('ends where the whole ends', () => {
    const part = get('bytes=20-1000000');
    expect(part.headers['Content-Range']).toBe(`bytes 20-${whole.length - 1}/${whole.length}`);
    expect(get('bytes=0-19').body + part.body).toBe(whole);
  });

  test('beyond the end is refused', () => {
    expect(get('bytes=1000000-').status).toBe(416);
  });

  test('may cut a letter in two', () => {
    const odd = resultOf(['帽子']);
    const at = Buffer.from(odd().body).indexOf(Buffer.from('帽'));
    expect(odd(`bytes=${at}-${at}`).body).toBe('\ufffd');
  });
});
