import { withNearHeader } from '../../src/catalog/columns/header-match';
import {
  FORESEEN_WORDS,
  ROW_STATUSES,
  type RowStatus,
  STATUS_WORDS,
} from '../../src/catalog/tab/status-block';
import { nextSteps } from './next-steps';
import type { CliOptions } from './options';
import type { Report, RowReport, TabReport } from './report';
import type { RowLabels } from './row-label';

type StatusWords = Readonly<Record<RowStatus, string>>;

const MOST_ROWS_SHOWN = 20;
const LONGEST_LABEL = 32;
const SHORTEST_LINE = 40;
const NEEDS_A_PERSON: readonly RowStatus[] = ['error', 'conflict', 'skipped'];

interface Shown extends Pick<CliOptions, 'all' | 'hasColours'> {
  /** In characters. */
  readonly width: number;
}

/** Colours of a terminal, by the numbers of ANSI; the words say the same without them. */
const COLOURS: Readonly<Record<RowStatus, number | undefined>> = {
  error: 31,
  conflict: 33,
  skipped: 33,
  created: 34,
  updated: 32,
  differs: 35,
  'not-synced': 2,
  'not-compared': undefined,
  unchanged: undefined,
};

function coloured(line: string, word: string, colour: number | undefined): string {
  return colour === undefined ? line : line.replace(`  ${word}`, () => `  \x1b[${colour}m${word}\x1b[0m`);
}

/** The report as a person reads it in a terminal of `width` characters. */
export function printReport(
  report: Report,
  labelsOf: (tab: string) => RowLabels,
  options: CliOptions,
  width: number,
): string {
  const { requests, cost, time, totals, executions } = report;
  const words = options.preview ? FORESEEN_WORDS : STATUS_WORDS;
  const lines = report.tabs.flatMap((tab) => [
    ...printTab(tab, labelsOf(tab.name), words, { ...options, width }),
    '',
  ]);
  lines.push(
    `All rows  ${countWords(totals, words) || 'none'}`,
    ...(report.planned?.words ? [`In all    ${report.planned.words}`] : []),
    `Requests  ${requests.total}: ${operationList(requests.byOperation)}`,
    ...(options.preview ? [] : [`Cost      ${cost.points} points, ${requests.throttled} requests throttled`]),
    ...(report.estimate ? [`Sending   would take about ${report.estimate.seconds} s`] : []),
    `Time      ${time.virtualSeconds} s on the store's clock, ${plural(executions, 'execution')}; ${time.wallSeconds} s here`,
  );
  if (report.explained) lines.push('', ...printExplained(report.explained, options, width));
  if (report.unwritten) lines.push('', report.unwritten);
  const isIgnoredWhole = report.tabs.length > 0 && report.tabs.every(({ kind }) => kind === 'ignored');
  // That no tab takes part is what each of them has said already.
  if (report.problem && !isIgnoredWhole) lines.push('', report.problem.message, report.problem.nextStep);
  lines.push('', ...nextSteps(report, options));
  return lines.join('\n');
}

function printExplained(
  cells: NonNullable<Report['explained']>,
  { explain = '' }: CliOptions,
  width: number,
): string[] {
  if (cells.length === 0)
    return [`No row has the SKU ${explain}. Check the SKU, or look at the rows with --all.`];
  return [
    `${explain}  what the sheet says, what both said when they were last in step, and what the store has`,
    ...cells.flatMap(({ tab, row, column, sheet, last, shopify, rule }) => [
      ...hang(`  ${tab} ${row}  `, column, width),
      ...hang('    Sheet         ', sheet, width),
      ...hang(
        '    Last in step  ',
        last ? `${last.sheet}, in the store ${last.shopify}` : 'not known',
        width,
      ),
      ...hang('    Store         ', shopify, width),
      ...hang('    ', rule, width),
    ]),
  ];
}

function printTab(
  { name, kind, message, rows, unknownColumns = [], unsyncedColumns = [], misread, counted }: TabReport,
  labels: RowLabels,
  words: StatusWords,
  { width, hasColours, all }: Shown,
): string[] {
  if (kind === 'ignored') return [`${name} was ignored`, ...hang('  ', message ?? '', width)];
  const shown = all ? rows : mostTelling(rows);
  const hidden = rows.length - shown.length;
  const rowWidth = String(shown.at(-1)?.row ?? 0).length;
  const labelWidth = Math.min(LONGEST_LABEL, Math.max(0, ...shown.map(({ row }) => labels(row).length)));
  return [
    `${name}  ${plural(rows.length, 'row')}: ${countWords(countStatuses(rows), words) || 'none'}`,
    ...shown.flatMap(({ row, status, message: said }) => {
      const label = cut(labels(row), labelWidth).padEnd(labelWidth);
      const start = `  ${String(row).padStart(rowWidth)}  ${label}  ${words[status].padEnd(15)}  `;
      const [first = '', ...more] = hang(start, said, width);
      return [hasColours ? coloured(first, words[status], COLOURS[status]) : first, ...more];
    }),
    ...(misread ? hang('  ', misread, width) : []),
    ...(counted ? hang('  ', counted, width) : []),
    ...columnLine('Columns that are not known', unknownColumns.map(withNearHeader), width),
    ...columnLine('Columns that are not synced', unsyncedColumns, width),
    ...(shown.length > 0 && hidden > 0 ? [`  and ${plural(hidden, 'more row')}`] : []),
  ];
}

function columnLine(start: string, columns: readonly string[], width: number): string[] {
  return columns.length > 0 ? hang(`  ${start}: `, columns.join(', '), width) : [];
}

/** `words` behind `start`, going on below itself where the line is full: the end of a message is what to do next. */
function hang(start: string, words: string, width: number): string[] {
  const room = Math.max(SHORTEST_LINE, width - start.length);
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `${index === 0 ? start : ' '.repeat(start.length)}${line}`.trimEnd());
}

/** Rows that wait for a person first, then rows that something happened to; in the order of the tab. */
function mostTelling(rows: readonly RowReport[]): RowReport[] {
  const waiting = rows.filter(({ status }) => NEEDS_A_PERSON.includes(status));
  const changed = rows.filter(
    ({ status, message }) =>
      !NEEDS_A_PERSON.includes(status) &&
      status !== 'not-compared' &&
      (status !== 'unchanged' || message !== ''),
  );
  return [...waiting, ...changed].slice(0, MOST_ROWS_SHOWN).sort((a, b) => a.row - b.row);
}

function countStatuses(rows: readonly RowReport[]): Readonly<Partial<Record<RowStatus, number>>> {
  const counts: Partial<Record<RowStatus, number>> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function countWords(totals: Readonly<Partial<Record<RowStatus, number>>>, words: StatusWords): string {
  return ROW_STATUSES.flatMap((status) => {
    const count = totals[status] ?? 0;
    if (count === 0) return [];
    return status === 'error' ? plural(count, 'error') : `${count} ${words[status].toLowerCase()}`;
  }).join(', ');
}

function operationList(byOperation: Report['requests']['byOperation']): string {
  return Object.entries(byOperation)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** `████████░░░░ 12 of 34` */
export function progressBar(sent: number, total: number): string {
  const filled = total > 0 ? Math.round((sent / total) * 24) : 0;
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${sent} of ${total} requests`;
}
