import type { Answer } from '../../src/answers/answers';
import type { PullView } from '../../src/answers/pull';
import type { RefreshView } from '../../src/answers/refresh';
import { PACKS } from '../../src/catalog/writing/forms';
import type { Runtime } from '../apps-script/runtime';
import { newSheet } from '../apps-script/workbook/workbook';
import { CREDENTIALS } from '../cli/session';
import { meteredRuntime } from './add-on';
import { openBenchStore } from './bench-store';
import type { Case } from './cases';
import type { Measured } from './measured';
import type { Kind } from './workloads';

const KINDS = ['pull', 'refresh'] as const satisfies readonly Kind[];
type CatalogKind = (typeof KINDS)[number];

function isCatalogKind(kind: Kind): kind is CatalogKind {
  return (KINDS as readonly Kind[]).includes(kind);
}

/** A pull that is still paused after this many executions is not getting anywhere. */
const MOST_EXECUTIONS = 100;

/** Measures the catalog on its way into the sheet: all of it into a new tab, or a refresh of that tab right after. Undefined of other kinds. */
export function measureCatalog(each: Case, distDir: string): Measured | undefined {
  if (!isCatalogKind(each.kind)) return undefined;
  const bench = openBenchStore(each);
  const metered = meteredRuntime(bench, distDir);
  const { runtime } = metered;
  const { workbook } = runtime.state;
  workbook.sheets.push(newSheet({ id: 0, name: 'Sheet1' }));
  call(runtime, 'saveConnection', { method: 'permanent-token', shop: bench.store.shop, ...CREDENTIALS });
  if (each.kind === 'pull') {
    const pulled = pull(metered.counting(['startPull', 'continuePull']));
    return { ...measured(metered), outcome: pulled.outcome, ...said(pulled), rowsDone: pulled.rows };
  }
  const { tab, rows } = pull(runtime);
  bench.clock.advance(600_000);
  const cells = () => JSON.stringify(workbook.sheets.find(({ name }) => name === tab)?.rows);
  const before = cells();
  const refreshed = call<RefreshView>(metered.counting(['refreshTabs']), 'refreshTabs', null);
  const isSame = refreshed.cells === 0 && cells() === before;
  return {
    ...measured(metered),
    outcome: refreshed.outcome,
    ...said(refreshed),
    rowsDone: isSame ? rows : 0,
  };
}

function pull(runtime: Runtime): PullView {
  let view = call<PullView>(runtime, 'startPull', { form: 'csv', packs: PACKS, filter: {} });
  for (let again = 0; view.outcome === 'paused' && again < MOST_EXECUTIONS; again += 1)
    view = call<PullView>(runtime, 'continuePull');
  return view;
}

function measured({ measured: counted }: ReturnType<typeof meteredRuntime>) {
  const result = counted();
  if (!result) throw new Error('It did not start.');
  return result;
}

function said({ problem }: { readonly problem: { readonly message: string } | null }) {
  return problem ? { problem: problem.message } : {};
}

function call<Value>(runtime: Runtime, name: string, ...args: unknown[]): Value {
  const result = runtime.run(name, args, { kind: 'sidebar' });
  if (result.outcome !== 'returned')
    throw new Error(result.outcome === 'killed' ? `It was killed: ${result.reason}` : result.error.message);
  const answer = JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}
