import { type Build, listedEntryPoints, runBuild } from './built';

let built: Build;
let page: string;
let script: string;

beforeAll(() => {
  built = runBuild();
  if (built.exitCode !== 0) throw new Error(built.stderr);
  page = built.read('Sidebar.html');
  script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
}, 60_000);

afterAll(() => built.remove());

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
