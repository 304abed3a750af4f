import { project } from './script-project';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

describe('authorization', () => {
  test.each([
    [
      'SpreadsheetApp.getActiveSpreadsheet()',
      '(https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)',
    ],
    ['PropertiesService.getDocumentProperties()', ''],
    [`UrlFetchApp.fetch('https://a.myshopify.com/admin/')`, scope('script.external_request')],
    ['CacheService.getUserCache()', ''],
  ])('in mode NONE refuses %s', (call, required) => {
    const name = call.slice(0, call.indexOf('('));
    expect(() => project().evaluate(call, { kind: 'simple-trigger', authMode: 'NONE' })).toThrow(
      `Exception: You do not have permission to call ${name}${required === '' ? '' : `. Required permissions: ${required}`}`,
    );
  });

  test('in mode NONE lets a menu be added', () => {
    const script = project();
    script.evaluate(`SpreadsheetApp.getUi().createAddonMenu().addItem('Sync now', 'syncNow').addToUi()`, {
      kind: 'simple-trigger',
      authMode: 'NONE',
    });
    expect(Object.keys(script.interface.menus)).toEqual(['Sync to Shopify']);
  });

  test('in mode LIMITED gives the document and properties, but neither the network nor a sidebar', () => {
    const limited = { kind: 'simple-trigger', authMode: 'LIMITED' } as const;
    const script = project();
    expect(
      script.evaluate(
        `PropertiesService.getDocumentProperties(); return SpreadsheetApp.getActive().getName()`,
        limited,
      ),
    ).toBe('Untitled spreadsheet');
    expect(() => script.evaluate(`UrlFetchApp.fetch('https://a.myshopify.com/admin/')`, limited)).toThrow(
      'script.external_request',
    );
    expect(() =>
      script.evaluate(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))`, limited),
    ).toThrow('script.container.ui');
    expect(() => script.evaluate(`ScriptApp.getProjectTriggers()`, limited)).toThrow('script.scriptapp');
  });

  test('needs each scope in the manifest', () => {
    const bare = project({ manifest: { oauthScopes: [scope('spreadsheets.currentonly')] } });
    expect(() => bare.evaluate(`UrlFetchApp.fetch('https://a.myshopify.com/admin/')`)).toThrow(
      `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${scope('script.external_request')}`,
    );
    expect(() => bare.evaluate(`SpreadsheetApp.getUi().alert('x')`)).toThrow('script.container.ui');
    expect(bare.evaluate('return SpreadsheetApp.getActiveSheet().getName()')).toBe('Sheet1');
  });

  test('opens no other spreadsheet, and tells no address of a user', () => {
    expect(() => project().evaluate(`SpreadsheetApp.openById('x')`)).toThrow('SpreadsheetApp.openById');
    expect(() => project().evaluate('Session.getEffectiveUser().getEmail()')).toThrow('userinfo.email');
    const withAddress = project({ manifest: { oauthScopes: [scope('userinfo.email')] } });
    expect(withAddress.evaluate('return Session.getActiveUser().getEmail()')).toBe('owner@example.com');
  });

  test('that a user has taken back is asked for again', () => {
    const script = project();
    const status = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
      return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, info.getAuthorizationUrl() === null]`;
    expect(script.evaluate(status)).toEqual([false, true]);
    script.state.refusedScopes.push(scope('script.scriptapp'));
    expect(script.evaluate(status)).toEqual([true, false]);
    expect(() =>
      script.evaluate(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope('script.scriptapp')}'])`),
    ).toThrow('Authorization is required');
    expect(() => script.evaluate('ScriptApp.getProjectTriggers()')).toThrow(
      'Specified permissions are not sufficient',
    );
  });
});
