import { scriptRun } from '../../../local/apps-script/runtime/script-run';
import { project } from './script-project';

describe('the user interface', () => {
  const code = `function onOpen(event) {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Sync to Shopify').addItem('Sync now', 'syncNow').addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('Sync prices', 'syncPrices')).addToUi();
    return String(event.authMode);
  }`;

  test('gets its menu when the spreadsheet is opened', () => {
    const script = project({ code });
    expect(script.open()).toMatchObject({ value: 'LIMITED' });
    expect(script.open({ authMode: 'NONE' })).toMatchObject({ value: 'NONE' });
    expect(script.interface.menus).toEqual({
      'Sync to Shopify': {
        title: 'Sync to Shopify',
        place: 'menu bar',
        items: [
          { kind: 'item', caption: 'Sync now', functionName: 'syncNow' },
          { kind: 'separator' },
          {
            kind: 'submenu',
            title: 'More',
            items: [{ kind: 'item', caption: 'Sync prices', functionName: 'syncPrices' }],
          },
        ],
      },
    });
  });

  test('of a published add-on has its menus below Extensions', () => {
    const script = project({ code, installed: 'addon' });
    script.open();
    expect(script.interface.menus['Sync to Shopify']?.place).toBe('extensions');
  });

  test('shows one sidebar of 300 pixels, from a file of the project', () => {
    const script = project();
    script.evaluate(
      `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Sync').setWidth(900))`,
    );
    expect(script.interface.sidebar).toMatchObject({
      title: 'Sync',
      html: '<title>Sync</title><p>Hello</p>',
      width: 300,
    });
    expect(() => script.evaluate(`HtmlService.createHtmlOutputFromFile('Nothing')`)).toThrow(
      'No HTML file named Nothing was found.',
    );
  });

  test('answers an alert with the button that the person presses', () => {
    const script = project();
    const body = `const ui = SpreadsheetApp.getUi(); return ui.alert('Sync', 'Go?', ui.ButtonSet.YES_NO) === ui.Button.YES`;
    expect(script.evaluate(body)).toBe(true);
    script.interface.answerAlert = () => 'NO';
    expect(script.evaluate(body)).toBe(false);
    expect(script.interface.alerts).toHaveLength(2);
  });
});

describe('google.script.run', () => {
  const code = `
    function echo(value) { return value; } function hidden_() { return 1; } function nothing() {}
    function dated() { return { rows: [1], at: new Date() }; } function circular() { const a = {}; a.a = a; return a; }
    function fails() { const error = new TypeError('no shop'); error.code = 7; throw error; }
    function user() { return Session.getTemporaryActiveUserKey(); }`;
  const script = project({ code });

  test('copies JSON-safe values both ways', () => {
    const value = { list: [1, 'a', null, true, { deep: [] }] };
    expect(scriptRun(script, 'echo', [value])).toEqual({ ok: true, value });
    expect(scriptRun(script, 'echo', [[undefined]])).toEqual({ ok: true, value: [null] });
    expect(scriptRun(script, 'nothing', [])).toEqual({ ok: true, value: null });
  });

  test('refuses to send what cannot travel', () => {
    for (const value of [new Date(), () => 1, { deep: [new Map()] }]) {
      expect(scriptRun(script, 'echo', ['fine', value])).toEqual({
        ok: false,
        error: { name: 'TypeError', message: 'Failed due to illegal value in property: 1' },
      });
    }
  });

  test('hands over nothing where an answer holds a date or itself', () => {
    expect(scriptRun(script, 'dated', [])).toEqual({ ok: true, value: null });
    expect(scriptRun(script, 'circular', [])).toEqual({ ok: true, value: null });
  });

  test('keeps of an error only its message', () => {
    expect(scriptRun(script, 'fails', [])).toEqual({
      ok: false,
      error: { name: 'ScriptError', message: 'no shop' },
    });
  });

  test('reaches no private function', () => {
    expect(scriptRun(script, 'hidden_', [])).toMatchObject({ ok: false });
    expect(scriptRun(script, 'absent', [])).toMatchObject({ ok: false });
  });

  test('runs as the person at the sidebar', () => {
    const key = (user: string) => scriptRun(script, 'user', [], user);
    expect(key('ada@example.com')).not.toEqual(key('bob@example.com'));
  });
});
