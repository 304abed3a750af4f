import { fail, type Result, succeed } from '../../ports/problem';
import { fields, readStored, text, whole } from '../../ports/shape';
import { openConnection } from '../connection/connect';
import type { Services } from '../ground/services';
import { signerOf } from '../memory/signature';
import { loadState, type State } from '../memory/state-tab';
import { forgetPreview } from '../run/consent';
import { loadRun, saveRun } from '../run/run-record';
import { ended } from '../run/run-state';

/**
 * How far the state tab had grown when it was last seen. Document properties stay when somebody puts the spreadsheet
 * back to an older version, tabs do not: a tab that is behind this remembers less than was done.
 */
interface SeenRevision {
  readonly shop: string;
  readonly revision: number;
}

const seenRevision = fields<SeenRevision>({ shop: text(), revision: whole(1) });

const KEY = 'state-revision';

/**
 * Refuses a spreadsheet that was put back to an older version, or whose state tab somebody damaged, so that earlier values
 * would be believed again: nothing is sent until a person chooses. A tab that was lost
 * altogether is accepted, since without a memory everything that differs is held.
 */
export function refuseRestored(services: Services, shop: string, state: State): Result<never> | undefined {
  if (!state.isWhole) return DAMAGED;
  const seen = loadSeen(services, shop);
  if (state.revision === undefined && seen !== undefined) state.forget(seen + 1);
  if (state.revision !== undefined && seen !== undefined && state.revision < seen) return RESTORED;
  if (state.revision !== seen) saveSeen(services, shop, state);
  return undefined;
}

/** Notes how far the tab has grown. Call it at the very end of a run, when the tab surely holds what was written to it. */
export function saveSeen({ settings }: Services, shop: string, { revision }: Pick<State, 'revision'>): void {
  if (revision === undefined) settings.remove(KEY);
  else settings.save(KEY, JSON.stringify({ shop, revision } satisfies SeenRevision));
}

/** Forgets what was last synced, so that a preview shows each cell that differs from Shopify. */
export function compareRestored(services: Services): Result<null> {
  const { settings, journals } = services;
  const opened = openConnection(services);
  if (!opened.ok) return opened;
  const { shop } = opened.value;
  const state = loadState(journals, shop, signerOf(services, shop));
  const revision = Math.max(state.revision ?? 0, loadSeen(services, shop) ?? 0) + 1;
  forgetPreview(settings);
  state.forget(revision);
  const run = loadRun(settings);
  if (run?.state.kind === 'failed' && run.state.summary.problem?.kind === 'restored')
    saveRun(settings, { ...run, state: ended({ ...run.state.summary, problem: null }) });
  return succeed(null);
}

/** Whether what was last seen of the state tab is of this shop. */
export function isMemoryOf(services: Services, shop: string): boolean {
  return loadSeen(services, shop) !== undefined;
}

function loadSeen({ settings }: Services, shop: string): number | undefined {
  const seen = readStored(seenRevision, settings.load(KEY));
  return seen?.shop === shop ? seen.revision : undefined;
}

const RESTORED = fail(
  'restored',
  'This spreadsheet was put back to an older version, which does not know what was synced since.',
  'Choose Compare with Shopify in the sidebar: it sends nothing. Or put the newer version back: File ▸ Version history.',
);

const DAMAGED = fail(
  'restored',
  'Somebody changed rows of a hidden tab of this spreadsheet, which holds the last synced values.',
  'Choose Compare with Shopify in the sidebar: it sends nothing.',
);
