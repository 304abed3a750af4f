import { nextSteps } from '../../local/cli/next-steps';
import { type CliOptions, parseOptions } from '../../local/cli/options';
import type { Report } from '../../local/cli/report';
import { NO_ROWS } from '../../src/catalog/tab/status-block';

const after = (totals: Partial<Report['totals']>, ...args: string[]) =>
  nextSteps(
    { outcome: 'finished', totals: { ...NO_ROWS, ...totals } } as Report,
    parseOptions(args) as CliOptions,
  ).join(' ');

test.each([
  ['a preview of changes', { updated: 2 }, ['--preview'], 'without --preview; it sends what is listed above'],
  ['a preview of nothing', { unchanged: 2 }, ['--preview'], 'Nothing would be sent: change a cell'],
  ['an explanation', { updated: 2 }, ['--explain', 'M-1'], 'without --explain'],
  ['an explanation of what would be held', { skipped: 1 }, ['--explain', 'M-1'], 'without --explain'],
  ['an explanation beside an error', { error: 1 }, ['--explain', 'M-1'], 'without --explain'],
  ['a row with an error', { error: 1, updated: 2 }, [], 'mend what is named above'],
  ['a change that is held', { skipped: 1 }, [], '--confirm-held'],
  ['a sync without a state', { created: 2 }, [], '--state shop.json'],
  ['a sync with a state', { created: 2 }, ['--state', 's.json'], 'change a cell in examples/'],
  ['an error while a file is watched', { error: 1 }, ['--watch', 'a.csv'], 'named above and save it.'],
  [
    'a sync while a file is watched',
    { created: 2 },
    ['--watch', 'a.csv'],
    'change a cell in a file and save it;',
  ],
])('after %s the next command is one that does something', (_what, totals, args, words) => {
  expect(after(totals, ...args)).toContain(words);
});
