const { existsSync } = require('node:fs');
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest begins first. On a fresh clone Jest only knows the size of a file, and these import what they run. */
const LONGEST = [
  'test/browser/sidebar.test.ts',
  'test/interleavings/seeded-schedules.test.ts',
  'test/add-on/pull/large.test.ts',
  'test/campaign/campaign.test.ts',
  'test/add-on/limits/cut-off-life.test.ts',
  'test/add-on/pull/by-the-clock.test.ts',
  'test/add-on/markets/many-prices.test.ts',
  'test/add-on/pull/expired-result.test.ts',
  'test/add-on/sync/look-up.test.ts',
  'test/documents/commands.test.ts',
];

const ROOT = path.join(__dirname, '../..');
for (const name of LONGEST)
  if (!existsSync(path.join(ROOT, name))) throw new Error(`There is no ${name} any more.`);

module.exports = class LongestFirst extends Sequencer {
  /** @param {Iterable<{path: string}>} tests */
  sort(tests) {
    const rank = (test) => {
      const at = LONGEST.findIndex((name) => path.join(ROOT, name) === test.path);
      return at < 0 ? LONGEST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
