import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtFolder } from '../support/built-once';
import { listedEntryPoints } from './built';

const pageOf = (name: string) => readFileSync(path.join(builtFolder(), name), 'utf8');
const scriptOf = (page: string) => /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';

let page: string;
let script: string;

beforeAll(() => {
  page = pageOf('Sidebar.html');
  script = scriptOf(page);
});

describe.each(['Sidebar.html', 'Help.html'])('the built %s', (name) => {
  test('is one page that loads nothing from anywhere', () => {
    const page = pageOf(name);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|<script [^>]*src|@import|url\(/);
    expect(page).not.toMatch(/(sidebar|help)\.(css|js) \*\//);
  });

  test('has a script that Google serves unchanged', () => {
    const script = scriptOf(pageOf(name));
    expect(script.length).toBeGreaterThan(10_000);
    for (const text of ['`', '<?', '</script']) expect(script).not.toContain(text);
  });
});

describe('the built sidebar', () => {
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
