import { ServiceException } from '../../../local/apps-script/runtime/exception';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const file = (price: string) =>
  csvOf([
    ['Handle', 'Title', 'Price'],
    ['hat', 'Hat', price],
  ]);

const synced = openWorkbench();
synced.sync({ Products: file('5.00') });
const saved = synced.save();

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const without = (name: string, options: BenchOptions = {}): Workbench => {
  const bench = openWorkbench({ saved, ...options });
  bench.paste({ Products: file('5.50') });
  bench.runtime.state.refusedScopes = [scope(name)];
  return bench;
};
const problemOf = (bench: Workbench, name: string) => {
  const answered = bench.call<Partial<RunSummary>>(name);
  return answered.ok ? answered.value.problem : answered.problem;
};
const price = (bench: Workbench) => bench.store.dump().products[0]?.variants[0]?.price;

describe('a box of Google’s permission screen that is not ticked', () => {
  test.each([
    [
      'script.external_request',
      'testConnection',
      'reach your store: “Connect to an external service” is not ticked',
    ],
    [
      'script.external_request',
      'startSync',
      'reach your store: “Connect to an external service” is not ticked',
    ],
    [
      'spreadsheets.currentonly',
      'getOverview',
      'read this spreadsheet: “View and manage spreadsheets” is not ticked',
    ],
    [
      'spreadsheets.currentonly',
      'startSync',
      'read this spreadsheet: “View and manage spreadsheets” is not ticked',
    ],
  ])('%s is named with what it stops, at once and with the way to tick it: %s', (name, call, words) => {
    const bench = without(name);
    const beganMs = bench.clock.now();
    expect(problemOf(bench, call)).toEqual({
      kind: 'not-allowed',
      message: `Google does not let the add-on ${words}.`,
      nextStep: 'Allow it on Google’s permission screen, where Select all ticks every box, and try again.',
      link: expect.stringContaining('https://script.google.com/'),
    });
    expect(bench.clock.now() - beganMs).toBeLessThan(5_000);
    expect(price(bench)).toBe('5.00');
  });

  test('that is about the clock lets a person sync all the same', () => {
    const bench = without('script.scriptapp');
    expect(problemOf(bench, 'startSync')).toBeNull();
    expect(price(bench)).toBe('5.50');
  });

  test.each([
    'script.external_request',
    'spreadsheets.currentonly',
    'script.scriptapp',
    'script.container.ui',
  ])('is asked for again when a person chooses from the menu: %s', (name) => {
    const bench = without(name);
    for (const item of ['showSidebar', 'syncNow', 'syncSelectedRows', 'syncPrices'])
      expect(bench.runtime.run(item, [], { kind: 'menu' })).toMatchObject({
        outcome: 'threw',
        error: { message: expect.stringContaining('Authorization is required') },
      });
    expect(price(bench)).toBe('5.00');
  });
});

describe('what Google itself refuses to send', () => {
  const refusing = (text: string, times = Number.POSITIVE_INFINITY) => {
    let left = times;
    return without('none', {
      gate: ({ service, method }) => {
        if (service !== 'UrlFetchApp' || !/^fetch/.test(method) || left <= 0) return;
        left -= 1;
        throw new ServiceException(text);
      },
    });
  };

  test.each([
    [
      'Service invoked too many times for one day: urlfetch.',
      { kind: 'quota', message: 'Your Google account has done as much as Google allows for now.' },
    ],
    [
      'Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
      { kind: 'not-allowed', message: expect.stringContaining('is not ticked') },
    ],
    [
      'https://acme.myshopify.com/admin/ is not on the URL list of this project',
      {
        kind: 'not-allowed',
        message: expect.stringContaining('acme.myshopify.com: it is missing from the list'),
      },
    ],
  ])('is not called Shopify’s, and not tried again: %s', (text, told) => {
    const bench = refusing(text);
    const beganMs = bench.clock.now();
    expect(problemOf(bench, 'startSync')).toMatchObject(told);
    expect(bench.clock.now() - beganMs).toBeLessThan(5_000);
  });

  test.each([
    [
      'Dienst wurde an einem Tag zu häufig aufgerufen: urlfetch.',
      { kind: 'quota', message: 'Your Google account has done as much as Google allows for now.' },
    ],
    [
      'Los permisos especificados no son suficientes para llamar a UrlFetchApp.fetch. Permisos necesarios: https://www.googleapis.com/auth/script.external_request',
      { kind: 'not-allowed', message: expect.stringContaining('is not ticked') },
    ],
    [
      'Bandwidth quota exceeded: https://acme.myshopify.com/admin/. Try reducing the rate of data transfer.',
      { kind: 'throttled', message: expect.stringMatching(/^Google asks the add-on to slow down/) },
    ],
    [
      'Bandbreitenkontingent überschritten: https://acme.myshopify.com/admin/. Verringern Sie die Übertragungsrate.',
      { kind: 'throttled', message: expect.stringMatching(/^Google asks the add-on to slow down/) },
    ],
    [
      '予期しないことが起きました: https://acme.myshopify.com/admin/',
      {
        kind: 'network',
        message: 'Google did not get through to Shopify, and says: “予期しないことが起きました”.',
      },
    ],
  ])('is said as Google’s in whichever language, however long it lasts: %s', (text, told) => {
    const bench = refusing(text);
    expect(problemOf(bench, 'startSync')).toMatchObject(told);
    expect(price(bench)).toBe('5.00');
  });

  test('is waited for where so much went through that Google wants a pause', () => {
    const bench = refusing('Bandwidth quota exceeded: try reducing the rate of data transfer.', 2);
    expect(problemOf(bench, 'startSync')).toBeNull();
    expect(price(bench)).toBe('5.50');
  });
});
