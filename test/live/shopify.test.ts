import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createMask, secretIn } from '../../live/secrets';
import type { Bench, Probe } from '../../live/shopify/bench';
import { readLiveOptions } from '../../live/shopify/options';
import { Stopped } from '../../live/shopify/play';
import { SHOPIFY_PROBES } from '../../live/shopify/probes';
import { usualApp } from '../../local/store/http/edge';
import { openLive } from './served';

// Playing every probe over HTTP takes a few seconds.

const probe = (id: string, run: (bench: Bench) => Promise<unknown>): Probe => ({
  id,
  question: 'Is it so?',
  words: 'yes',
  expected: [true],
  run: async (bench) => ({ answer: true, seen: await run(bench) }),
});

const creation = SHOPIFY_PROBES.find(({ id }) => id === 'product-created') as Probe;

const titlesIn = (live: Awaited<ReturnType<typeof openLive>>) =>
  live.store.dump().products.map(({ title }) => title);
const left = (live: Awaited<ReturnType<typeof openLive>>) =>
  titlesIn(live).filter((title) => title.startsWith('Live check'));

describe('the live check', () => {
  test('tells where keys of stock requests do not count', async () => {
    const live = await openLive({ idempotency: 'ignored' });
    expect(await live.play()).toBe(1);
    const differing = live.answers().filter(({ outcome }) => outcome === 'differs');
    expect(differing.map(({ id }) => id)).toContain('stock-same-key');
    expect(left(live)).toEqual([]);
  });

  test('deletes its product when a probe throws in the middle, and asks the others', async () => {
    const live = await openLive();
    let seen: readonly string[] = [];
    const broken = probe('broken', async () => {
      seen = left(live);
      throw new Error('the wire broke');
    });
    expect(await live.play({ probes: [creation, broken, probe('after', async () => 1)] })).toBe(1);
    expect(seen).toHaveLength(1);
    expect(live.answers().map(({ id, outcome }) => [id, outcome])).toEqual([
      ['product-created', 'agrees'],
      ['broken', 'failed'],
      ['after', 'agrees'],
    ]);
    expect(left(live)).toEqual([]);
    expect(titlesIn(live)).toHaveLength(12);
  });

  test('deletes its product after Ctrl-C, and asks nothing more', async () => {
    const live = await openLive();
    const stop = new AbortController();
    const pressed = probe('pressed', async () => stop.abort(new Stopped('it was stopped')));
    const after = probe('after', ({ admin }) => admin.ask('{ shop { name } }'));
    expect(await live.play({ probes: [creation, pressed, after], signal: stop.signal })).toBe(130);
    expect(live.answers().at(-1)).toMatchObject({ id: 'after', outcome: 'not-asked' });
    expect(left(live)).toEqual([]);
  });

  test('deletes a product whose creation was never answered', async () => {
    const live = await openLive({ faults: 'productSet: timeout-after' });
    expect(await live.play({ probes: [creation] })).toBe(1);
    expect(live.answers()).toMatchObject([{ outcome: 'failed' }]);
    expect(left(live)).toEqual([]);
  });

  test('says which product is left where it cannot be deleted', async () => {
    const live = await openLive({ faults: 'productDelete: 503' });
    expect(await live.play({ probes: [creation] })).toBe(1);
    const [title] = left(live);
    expect(live.text()).toContain(`“${title}” may be left in the store`);
  });

  test('writes no secret, whatever a probe comes back with', async () => {
    const live = await openLive();
    const { clientSecret } = usualApp;
    let token = '';
    const planted = probe('planted', async ({ admin }) => {
      token = admin.token();
      return {
        text: `a ${clientSecret} and ${token}`,
        encoded: encodeURIComponent(clientSecret),
        [token]: Buffer.from(clientSecret).toString('base64'),
        other: { access_token: 'not-ours-but-a-secret', password: 'hunter2hunter2' },
        address: 'https://storage.googleapis.com/x?Signature=abcdefghijkl&b=1',
      };
    });
    const thrown = probe('thrown', async ({ admin }) => {
      throw new Error(`refused ${admin.token()} ${clientSecret}`);
    });
    await live.play({ probes: [planted, thrown] });
    expect(token).not.toBe('');
    const text = live.text();
    const secrets = [token, clientSecret, 'not-ours', 'hunter2', 'abcdefghijkl'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain(Buffer.from(clientSecret).toString('base64'));
    expect(secretIn(text)).toBeUndefined();
    expect(live.answers()).toHaveLength(2);
  });
});

test.each(['plain', 'with "quotes"', 'ümläut & space', 'back\\slash', 'a+b/c=='])(
  'a secret such as %j is masked in every spelling',
  (secret) => {
    const mask = createMask([secret]);
    for (const text of [secret, JSON.stringify(secret), JSON.stringify(JSON.stringify({ secret }))])
      expect(mask(text)).not.toContain(secret.slice(0, 5));
    expect(mask(`s=${encodeURIComponent(secret)}`)).toBe('s=***');
    expect(mask(new URLSearchParams({ s: secret }).toString())).toBe('s=***');
  },
);

describe('before anything is asked', () => {
  test.each([
    [{}, 'Set SHOP to the address of your development store'],
    [{ SHOP: 'example.com' }, 'Set SHOP to the address'],
    [{ SHOP: 'a.myshopify.com' }, 'Set CLIENT_ID and CLIENT_SECRET'],
    [{ BASE: 'https://example.com' }, '--base takes the address that npm run store prints'],
  ])('%j is refused in one sentence', (environment, sentence) => {
    expect(() => readLiveOptions([], environment)).toThrow(sentence);
  });

  test('wrong credentials are refused in one sentence that does not repeat them', async () => {
    const live = await openLive();
    const wrong = { kind: 'app', clientId: usualApp.clientId, clientSecret: 'wrong-secret' } as const;
    const refused = live.play({ options: { access: wrong } });
    await expect(refused).rejects.toThrow(/refused CLIENT_ID and CLIENT_SECRET \(invalid_client\)/);
    await expect(refused).rejects.not.toThrow('wrong-secret');
  });

  test('a wrong token, a missing scope and a store for customers are refused', async () => {
    const live = await openLive();
    const token = { kind: 'token', token: 'wrong' } as const;
    await expect(live.play({ options: { access: token } })).rejects.toThrow('refused the token');
    await expect(live.play({ options: { isEmbedded: false } })).rejects.toThrow('a development store');
    const poor = await openLive({ accessScopes: ['write_products', 'read_locations'] });
    await expect(poor.play()).rejects.toThrow('The app lacks read_inventory, write_inventory');
    expect(left(live)).toEqual([]);
  });

  test('npm run live:shopify ends in one sentence where no store is there', () => {
    const script = path.join(__dirname, '../../live/shopify.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', script, '--base', 'http://127.0.0.1:9'],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached \([\w ]+\)\. Check the address .*\n$/);
  }, 60_000);
});
