import type { Answer } from '../../src/answers/answers';
import type { PullChoice, PullEstimate, PullView } from '../../src/answers/pull';
import { USUAL_PACKS } from '../../src/catalog/writing/forms';
import { displayText } from '../apps-script/workbook/display-text';
import { columnReader } from '../apps-script/workbook/layers';
import { sheetLocale } from '../apps-script/workbook/locale';
import { newSheet, type Workbook } from '../apps-script/workbook/workbook';
import { writeOutput } from './files';
import type { CliOptions } from './options';
import { plural } from './print';
import type { Report } from './report';
import { CREDENTIALS, type Session } from './session';

/** Output of `--pull --json`. Others build on this shape. */
export interface PullReport extends Pick<Report, 'requests' | 'cost' | 'time' | 'executions' | 'problem'> {
  readonly outcome: PullView['outcome'];
  readonly pull: {
    readonly form: PullChoice['form'];
    readonly tab: string;
    readonly products: number;
    readonly rows: number;
    readonly columns: number;
    /** Cells that could not take Shopify's value. */
    readonly unshown: number;
    /** Products that stand in other ticked tabs too. */
    readonly shared: number;
    /** Estimate before the pull. */
    readonly estimate: string;
  };
}

/** A pull that is still paused after this many executions is not getting anywhere. */
const MOST_EXECUTIONS = 200;

const nothing = {
  ...({ form: 'csv', tab: '', estimate: '' } as const),
  ...{ products: 0, rows: 0, columns: 0, unshown: 0, shared: 0 },
};

/** Reason why it did not run. */
export const NOT_PULLED = { outcome: 'failed', pull: nothing, executions: 0 } as const;

/** Does what a person does in the sidebar: connect, look at the estimate, get the catalog, go on while it pauses. */
export function pullCatalog(
  session: Session,
  wanted: NonNullable<CliOptions['pull']>,
): Pick<PullReport, 'outcome' | 'pull' | 'executions' | 'problem'> {
  const { runtime, store } = session;
  const { workbook } = runtime.state;
  if (workbook.sheets.length === 0) workbook.sheets.push(newSheet({ id: 0, name: 'Sheet1' }));
  const call = <Value>(name: string, ...args: unknown[]): Answer<Value> => {
    const result = runtime.run(name, args, { kind: 'sidebar' });
    if (result.outcome === 'returned') return JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
    const message = result.outcome === 'killed' ? `It was killed: ${result.reason}` : result.error.message;
    return { ok: false, problem: { kind: 'unexpected', message, nextStep: 'Run the command again.' } };
  };
  const choice: PullChoice = {
    form: wanted.form,
    packs: wanted.packs ?? USUAL_PACKS,
    filter: wanted.filter === undefined ? {} : { search: wanted.filter },
  };
  const connected = call('saveConnection', { method: 'permanent-token', shop: store.shop, ...CREDENTIALS });
  const estimate = connected.ok ? call<PullEstimate>('estimatePull', choice) : connected;
  if (!estimate.ok)
    return { ...NOT_PULLED, pull: { ...nothing, form: choice.form }, problem: estimate.problem };
  let executions = 1;
  let answer = call<PullView>('startPull', choice);
  while (answer.ok && answer.value.outcome === 'paused' && executions < MOST_EXECUTIONS) {
    executions += 1;
    answer = call<PullView>('continuePull');
  }
  const problem = answer.ok ? answer.value.problem : answer.problem;
  const { tab, products, rows, unshown, shared } = answer.ok ? answer.value : nothing;
  if (wanted.out !== undefined && answer.ok) writeOutput(wanted.out, csvOf(workbook, tab));
  const { columns, words } = estimate.value;
  return {
    outcome: answer.ok ? answer.value.outcome : 'failed',
    pull: { form: choice.form, tab, products, rows, columns, unshown, shared, estimate: words },
    executions,
    ...(problem && { problem }),
  };
}

export function printPull({ pull, outcome, problem, requests, time }: PullReport): string {
  const { tab, products, rows, columns, unshown, estimate } = pull;
  return [
    ...(estimate ? [estimate] : []),
    ...(outcome === 'finished'
      ? [
          `Filled “${tab}” with ${plural(rows, 'row')} × ${plural(columns, 'column')} of ${plural(products, 'product')}.`,
        ]
      : []),
    ...(unshown > 0
      ? [`${plural(unshown, 'cell')} could not take Shopify's value; a row of such a cell says so.`]
      : []),
    `Requests  ${requests.total}`,
    `Time      ${time.virtualSeconds} s on the store's clock`,
    ...(problem ? ['', problem.message, problem.nextStep] : []),
  ].join('\n');
}

/** As the cells show it, the way File ▸ Download does. */
function csvOf(workbook: Workbook, tab: string): string {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  const locale = sheetLocale(workbook.locale);
  const width = sheet?.rows[0]?.length ?? 0;
  const rows = (sheet?.rows ?? []).map((cells, row) =>
    Array.from({ length: width }, (_, index) => {
      const pattern = columnReader(sheet?.layers.numberFormat, index + 1)(row + 1);
      return displayText(cells[index] ?? '', pattern, locale);
    }),
  );
  return `${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
