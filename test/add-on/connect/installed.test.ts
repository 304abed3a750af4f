import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ServiceException } from '../../../local/apps-script/runtime/exception';
import type { Overview } from '../../../src/answers/answers';
import { OWNER, SHOP, shopify, spreadsheet, TOKEN } from '../../support/add-on';
import { builtFolder } from '../../support/built-once';

const COLLEAGUE = 'bob@example.com';

describe.each([
  { installed: 'bound', place: 'menu bar', modes: ['LIMITED', 'FULL'] },
  { installed: 'addon', place: 'extensions', modes: ['NONE', 'LIMITED', 'FULL'] },
] as const)('an add-on that is $installed', ({ installed, place, modes }) => {
  test.each(modes)(`has its menu in the ${place} where it is opened in the mode %s`, (authMode) => {
    const sheet = spreadsheet(shopify(), { installed });
    expect(sheet.open({ authMode })).toMatchObject({ outcome: 'returned', logs: [] });
    const menus = Object.values(sheet.interface.menus);
    expect(menus.map((menu) => [menu.title, menu.place])).toEqual([['Sync to Shopify', place]]);
    expect(menus[0]?.items).toHaveLength(17);
  });

  test('has it right after it was installed too', () => {
    const sheet = spreadsheet(shopify(), { installed });
    expect(sheet.run('onInstall', [{}], { kind: 'menu' })).toMatchObject({ outcome: 'returned' });
    expect(Object.keys(sheet.interface.menus)).toEqual(['Sync to Shopify']);
  });

  test('has it where Google does not say how it was installed', () => {
    const gate = ({ method }: { readonly method: string }) => {
      if (method === 'getInstallationSource')
        throw new ServiceException('We’re sorry, a server error occurred.');
    };
    const sheet = spreadsheet(shopify(), { installed, gate });
    sheet.open({ authMode: 'LIMITED' });
    expect(Object.keys(sheet.interface.menus)).toEqual(['Sync to Shopify']);
  });
});

describe('in a published add-on, whose script properties and cache all its users share', () => {
  const shop = shopify();
  const mine = spreadsheet(shop, { installed: 'addon' }, shop);
  mine.connect(TOKEN);
  mine.call('chooseTabs', { sheetIds: [7] });
  mine.price('10.00');
  mine.call('previewSync');
  mine.call('startSync', {});
  const theirs = spreadsheet(shop, { id: 'spreadsheet-2', sharedWith: mine }, shop);
  const overview = (user: string) => {
    const answered = theirs.call<Overview>('getOverview', undefined, user);
    if (!answered.ok) throw new Error(answered.problem.message);
    return answered.value;
  };

  test('nothing is kept in the script properties, and how fast requests go is all that is in its cache', () => {
    expect(readFileSync(path.join(builtFolder(), 'Code.js'), 'utf8')).not.toContain('getScriptProperties');
    expect(mine.state.scriptProperties).toEqual({});
    const cached = Object.entries(mine.state.scriptCache);
    for (const [key, { value }] of cached) {
      expect(key).toMatch(/^pace:/);
      expect(Object.values(JSON.parse(value)).every((own) => typeof own === 'number')).toBe(true);
    }
  });

  test('another person’s spreadsheet knows nothing of my store', () => {
    expect(overview(COLLEAGUE)).toMatchObject({ connection: null });
    expect(JSON.stringify(overview(COLLEAGUE))).not.toContain(SHOP);
    expect(theirs.call('startSync', {}, COLLEAGUE)).toMatchObject({
      ok: false,
      problem: { kind: 'not-connected' },
    });
  });

  test('nor does another spreadsheet of mine, until I connect it', () => {
    expect(overview(OWNER)).toMatchObject({ connection: null });
    expect(theirs.call('startSync', {})).toMatchObject({ ok: false, problem: { kind: 'not-connected' } });
  });
});
