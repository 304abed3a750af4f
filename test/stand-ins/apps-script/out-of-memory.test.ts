import { limitThreads } from '../../../local/apps-script/runtime';
import { project } from './script-project';

const CODE = `
  function hoard() {
    const held = [];
    for (;;) held.push(new Array(100000).fill(held.length));
  }
  function small() { Utilities.sleep(10); return 'fits'; }`;

test('a script that needs more memory than it may use is ended at once, and says so; the next one runs', () => {
  limitThreads({ mostMb: 40, endlessMs: 20_000 });
  const both = project({ code: CODE }).sideBySide(1);
  both.start('hoard');
  both.start('small', { afterMs: 5 });
  const results = both.run();
  expect(results).toContainEqual(
    expect.objectContaining({ outcome: 'killed', reason: 'Out of memory error.' }),
  );
  expect(results).toContainEqual(expect.objectContaining({ outcome: 'returned', value: 'fits' }));
});
