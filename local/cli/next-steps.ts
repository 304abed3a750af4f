import type { CliOptions } from './options';
import type { Report } from './report';

const COMMAND = 'npm start --silent --';

/** Commands that a person may want to type after this run. */
export function nextSteps({ totals, outcome }: Report, options: CliOptions): string[] {
  const files = options.files.map(quoted).join(' ');
  const state = options.stateFile ?? 'shop.json';
  const again = [COMMAND, '--state', quoted(state), files].filter(Boolean).join(' ');
  if (options.explain !== undefined && outcome === 'finished')
    return ['Try next: the same command without --explain; it syncs, and holds what looks like a slip.'];
  if (outcome !== 'finished' || totals.error > 0)
    return [`Try next: mend what is named above and ${runAgain(options)}.`];
  if (totals.conflict > 0)
    return ['Try next: the same command with --on-conflict sheet, shopify or, for stock, add.'];
  if (totals.skipped > 0 && !options.confirmHeld)
    return [
      'Try next: look at what is held above, and run the same command with --confirm-held if it is meant.',
    ];
  if (options.preview)
    return totals.created + totals.updated > 0
      ? ['Try next: the same command without --preview; it sends what is listed above.']
      : [`Nothing would be sent: change a cell, and ${runAgain(options)}.`];
  if (options.stateFile === undefined && !options.watch)
    return [
      'Nothing was kept: the store lived as long as the command. Try next:',
      ...inColumns([
        [again, 'keep it in a file; run it twice, and nothing is sent twice'],
        [`${again} --preview`, 'after changing a cell: what would happen, sending nothing'],
        [`${COMMAND} --help`, 'everything else'],
      ]),
    ];
  return [
    `Try next: change a cell in ${options.files.length > 0 ? 'a file' : 'examples/'} and ${runAgain(options)}; only that row is sent.`,
  ];
}

/** Names the way in which the next run begins. */
function runAgain({ watch }: CliOptions): string {
  return watch ? 'save it' : 'run the same command again';
}

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `"${text}"`;
}

function inColumns(steps: readonly (readonly [command: string, what: string])[]): string[] {
  const width = Math.max(...steps.map(([command]) => command.length));
  return steps.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`);
}
