import { ROW_STATUSES, STATUS_WORDS } from '../../src/catalog/status-block';
import type { CliOptions } from './options';
import type { Report, TabReport } from './report';

const MOST_ROWS_SHOWN = 12;

/** The report as a person reads it in a terminal. */
export function printReport(report: Report, options: CliOptions, width: number): string {
  const lines: string[] = [];
  for (const tab of report.tabs) lines.push(...printTab(tab, width), '');
  const totals = ROW_STATUSES.filter((status) => report.totals[status] > 0);
  const { requests, cost, time } = report;
  lines.push(
    `${options.preview ? 'Would be' : 'Rows'}: ${totals.map((status) => `${STATUS_WORDS[status]} ${report.totals[status]}`).join(' · ') || 'none'}`,
    `Requests: ${requests.total} (${operationList(requests.byOperation)}), ${cost.points} cost points, ${requests.throttled} throttled`,
    `Time: ${time.virtualSeconds} s on the store's clock in ${report.executions} execution${report.executions === 1 ? '' : 's'}, ${time.wallSeconds} s here`,
  );
  if (report.problem) lines.push('', report.problem.message, report.problem.nextStep);
  lines.push('', ...nextSteps(options));
  return lines.join('\n');
}

function printTab({ name, kind, message, rows }: TabReport, width: number): string[] {
  if (kind === 'ignored') return [`${name} · ignored`, `  ${message ?? ''}`];
  const speaking = rows.filter(
    (row) => row.status === 'error' || row.status === 'conflict' || row.status === 'skipped',
  );
  const others = rows.filter((row) => !speaking.includes(row));
  const shown = [...speaking, ...others].slice(0, MOST_ROWS_SHOWN).sort((a, b) => a.row - b.row);
  const rowWidth = String(rows.at(-1)?.row ?? 0).length;
  return [
    `${name} · ${kind} · ${rows.length} row${rows.length === 1 ? '' : 's'}`,
    ...shown.map(({ row, status, message: words }) => {
      const line =
        `  ${String(row).padStart(rowWidth)}  ${STATUS_WORDS[status].padEnd(15)}  ${words}`.trimEnd();
      return line.length > width ? `${line.slice(0, width - 1)}…` : line;
    }),
    ...(rows.length > shown.length ? [`  … and ${rows.length - shown.length} more`] : []),
  ];
}

function operationList(byOperation: Report['requests']['byOperation']): string {
  return Object.entries(byOperation)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function nextSteps({ files, stateFile }: CliOptions): string[] {
  if (files.length === 0) {
    return [
      'Try next:',
      '  npm start --silent -- --state shop.json examples/*.csv   and again: nothing is sent twice',
      '  change a price in examples/Prices.csv and run it once more: one row is updated',
      '  npm start --silent -- --preview --state shop.json YOUR-EXPORT.csv',
    ];
  }
  return stateFile === undefined
    ? ['Try next: the same command with --state shop.json, twice; the second run sends nothing.']
    : ['Try next: change a cell in the file and run the same command again; only that row is sent.'];
}

/** `████████░░░░ 12 of 34` */
export function progressBar(sent: number, total: number): string {
  const filled = total > 0 ? Math.round((sent / total) * 24) : 0;
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${sent} of ${total} requests`;
}
