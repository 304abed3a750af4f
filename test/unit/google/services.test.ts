import { adapters } from './adapters';

describe('settings and secrets', () => {
  test('come back as saved, and not at all once removed', () => {
    const script = adapters();
    for (const store of ['documentSettings', 'userSecrets']) {
      const load = `return Adapters.${store}.load('key') === undefined ? 'nothing' : Adapters.${store}.load('key')`;
      expect(script.evaluate(load)).toBe('nothing');
      script.evaluate(`Adapters.${store}.save('key', '{"a":1}')`);
      expect(script.evaluate(load)).toBe('{"a":1}');
      script.evaluate(`Adapters.${store}.remove('key')`);
      expect(script.evaluate(load)).toBe('nothing');
    }
  });

  test('keep secrets from the other people of the spreadsheet', () => {
    const script = adapters();
    script.evaluate(`Adapters.userSecrets.save('token', 'shpat_fake_example')`, { user: 'anna@example.com' });
    const load = (user: string) =>
      script.evaluate(`return String(Adapters.userSecrets.load('token'))`, { user });
    expect(load('anna@example.com')).toBe('shpat_fake_example');
    expect(load('ben@example.com')).toBe('undefined');
    expect(JSON.stringify(script.state.documentProperties)).not.toContain('shpat');
  });
});

describe('the cache', () => {
  test('forgets after the time given', () => {
    const script = adapters();
    script.evaluate(`Adapters.documentCache.save('progress', '5', 60)`);
    expect(script.evaluate(`return Adapters.documentCache.load('progress')`)).toBe('5');
    script.clock.advance(61_000);
    expect(script.evaluate(`return String(Adapters.documentCache.load('progress'))`)).toBe('undefined');
  });

  test('of the script is one for everybody, and another than the document’s', () => {
    const script = adapters();
    script.evaluate(`Adapters.scriptCache.save('pace', '7', 60)`, { user: 'anna@example.com' });
    const load = (cache: string) =>
      script.evaluate(`return String(Adapters.${cache}.load('pace'))`, { user: 'ben@example.com' });
    expect([load('scriptCache'), load('documentCache')]).toEqual(['7', 'undefined']);
  });
});

describe('the lock', () => {
  const answer = (scope: string, action: string) =>
    `return String(Adapters.lockServiceLock.withLock('${scope}', 1000, () => { ${action} }))`;

  test('runs the action and is free again, also when it throws', () => {
    const script = adapters();
    for (const scope of ['document', 'user']) {
      expect(script.evaluate(answer(scope, `return 'done'`))).toBe('done');
      expect(() => script.evaluate(answer(scope, `throw new Error('broken')`))).toThrow('broken');
      expect(script.evaluate(answer(scope, `return 'again'`))).toBe('again');
    }
    expect(script.state.documentLock.holder).toBeNull();
  });

  test('answers nothing where somebody else holds it', () => {
    const script = adapters();
    script.state.documentLock.holder = 'another execution';
    expect(script.evaluate(answer('document', `return 'done'`))).toBe('undefined');
  });

  test('of the document sends pending writes out before it is released', () => {
    const calls: string[] = [];
    const script = adapters({ gate: ({ service, method }) => calls.push(`${service}.${method}`) });
    script.evaluate(answer('document', ''));
    expect(calls.slice(-2)).toEqual(['SpreadsheetApp.flush', 'Lock.releaseLock']);
  });
});

describe('the clock', () => {
  test('tells the time and sleeps', () => {
    const script = adapters();
    const { tookMs } = script.execute(`Adapters.utilitiesClock.sleep(1500)`);
    expect(tookMs).toBe(1500);
    expect(script.evaluate(`return Adapters.utilitiesClock.now()`)).toBe(script.clock.now());
  });
});

describe('a new UUID', () => {
  test('is another one each time', () => {
    const [first, second] = adapters().evaluate(
      `return [Adapters.utilitiesUuid(), Adapters.utilitiesUuid()]`,
    ) as string[];
    expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
  });
});

describe('the log', () => {
  test('goes to the executions page', () => {
    expect(adapters().execute(`Adapters.consoleLog.error('the store answered nonsense')`).logs).toMatchObject(
      [{ message: 'the store answered nonsense' }],
    );
  });
});

describe('the menu', () => {
  test('names what a person can do', () => {
    const script = adapters();
    script.evaluate('Adapters.addMenu()', { kind: 'simple-trigger', authMode: 'LIMITED' });
    const menu = script.interface.menus['Sync to Shopify'];
    expect(menu?.items.map((item) => ('caption' in item ? item.caption : item.kind))).toEqual([
      'Preview changes',
      'Choose what to send…',
      'Sync now',
      'Sync selected rows',
      'submenu',
      'separator',
      'Get from Shopify…',
      'Refresh from Shopify',
      'Fill this column from Shopify',
      'separator',
      'History…',
      'Undo last run…',
      'separator',
      'Show only problems, or all rows',
      'Set up tabs',
      'Open sidebar',
      'Help',
    ]);
  });

  test('can be added where an add-on may do nothing else', () => {
    const script = adapters({ installed: 'addon' });
    const result = script.execute('Adapters.addMenu()', { kind: 'simple-trigger', authMode: 'NONE' });
    expect(result.outcome).toBe('returned');
  });
});

describe('the sidebar', () => {
  test('opens under its title', () => {
    const script = adapters();
    script.evaluate('Adapters.openSidebar()');
    expect(script.interface.sidebar).toMatchObject({ title: 'Sync to Shopify' });
  });

  test('lets no words of a row break out of the help page', () => {
    const script = adapters();
    script.evaluate(`Adapters.openHelp({ message: '"><script>$&</script>' })`);
    const [dialog] = script.interface.dialogs;
    expect(dialog).toMatchObject({ title: 'Help: Sync to Shopify', modal: false });
    expect(dialog?.html).not.toContain('"><script>$&');
    expect(dialog?.html.match(/<script/g)).toHaveLength(1);
  });
});
