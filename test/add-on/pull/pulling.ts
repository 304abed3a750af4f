import { fakeAccessToken } from '../../../local/store/embedded-store';
import type { PreviewSummary } from '../../../src/answers/answers';
import type { PullChoice, PullEstimate, PullView } from '../../../src/answers/pull';
import { FORMS, type Form, USUAL_PACKS } from '../../../src/catalog/writing/forms';
import { foreseenRows, previewLines } from '../../support/foreseen';
import { answered } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

export const EVERY_FORM = Object.keys(FORMS) as Form[];
const EVERY_PACK = USUAL_PACKS;

/** A connected spreadsheet with one tab of the merchant's own. */
export function openConnected(options: BenchOptions = {}): Workbench {
  const bench = openWorkbench(options);
  bench.paste({ Notes: 'to do\n' });
  bench.call('saveConnection', {
    method: 'permanent-token',
    shop: bench.store.shop,
    accessToken: fakeAccessToken,
  });
  return bench;
}

export function choiceOf(form: Form, more: Partial<PullChoice> = {}): PullChoice {
  return { form, packs: EVERY_PACK, filter: {}, ...more };
}

/** Gets the catalog, going on as often as it pauses. */
export function pull(bench: Workbench, choice: PullChoice): PullView {
  let view = answered(bench.call<PullView>('startPull', choice));
  for (let again = 0; view.outcome === 'paused' && again < 50; again += 1)
    view = answered(bench.call<PullView>('continuePull'));
  return view;
}

export const estimate = (bench: Workbench, choice: PullChoice) =>
  bench.call<PullEstimate>('estimatePull', choice);

/** Statuses of a preview other than *Up to date*, as `row status message`, and how many rows are up to date. */
export function previewOf(bench: Workbench): {
  readonly upToDate: number;
  readonly others: readonly string[];
} {
  const { totals } = answered(bench.call<PreviewSummary>('previewSync'));
  const about = previewLines(bench)
    .filter((line) => line.Product === '' && line['What would happen'] !== 'Error')
    .map((line) => [line.Tab, line.Row, line['What would happen'], line.Why].join(' '));
  const lines = [...foreseenRows(bench).map((row) => row.join(' ')), ...about];
  return {
    upToDate: totals.unchanged,
    others: lines.filter((line) => !line.includes('Up to date')),
  };
}
