import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtFolder } from '../support/built-once';
import { listedEntryPoints } from './built';

let page: string;
let script: string;

beforeAll(() => {
  page = readFileSync(path.join(builtFolder(), 'Sidebar.html'), 'utf8');
  script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
});

describe('the built sidebar', () => {
  test('is one page that loads nothing from anywhere', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|<script [^>]*src|@import|url\(/);
    expect(page).not.toMatch(/sidebar\.(css|js) \*\//);
  });

  test('has a script that Google serves unchanged', () => {
    expect(script.length).toBeGreaterThan(10_000);
    for (const text of ['`', '<?', '</script']) expect(script).not.toContain(text);
  });

  test('calls nothing but entry points', () => {
    const called = [
      'getOverview',
      'saveConnection',
      'chooseTabs',
      'previewSync',
      'startSync',
      'continueSync',
    ];
    for (const name of called) {
      expect(script).toContain(`"${name}"`);
      expect(listedEntryPoints()).toContain(name);
    }
  });

  test('stays light although the system is dark', () => {
    expect(page).toContain('color-scheme:light');
    expect(page).not.toContain('prefers-color-scheme');
  });
});
