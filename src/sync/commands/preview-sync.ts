import type { PreviewSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { batchPlan } from '../../plan/batches/plan-batches';
import { keptOutcome } from '../../plan/compare/kept-cells';
import { foundBy } from '../../plan/identity/differences';
import type { RowItem } from '../../plan/identity/row-item';
import { countPlanned, sumInWords } from '../../plan/preview/count-planned';
import { explainItem } from '../../plan/preview/explain';
import { foreseenResults } from '../../plan/preview/foretell';
import { listChanges } from '../../plan/preview/list-changes';
import { nameInWords, nameRows } from '../../plan/preview/name-rows';
import { describeNewItems } from '../../plan/preview/new-items';
import type { RowDigests } from '../../plan/preview/row-digest';
import { openRun } from '../execution/open-run';
import { planRun } from '../execution/plan-run';
import { estimate } from '../execution/progress';
import { saveSeen } from '../execution/restored-spreadsheet';
import { failedPreview, summarisePreview } from '../execution/summary';
import { deadlineOf } from '../ground/daily-allowance';
import type { Services } from '../ground/services';
import { noteCompared } from '../memory/compared';
import type { State } from '../memory/state-tab';
import { markSeen } from '../run/consent';
import { writeOwnTab } from '../run/run-alone';
import { PREVIEW_TAB } from '../tabs/ticked-tabs';
import type { PreviewRequest } from './arguments';
import { previewReport } from './preview-report';
import { viewChanges } from './view-changes';

/**
 * A preview that finds the same, value for value, as the person's last one has its name: whichever page shows it, they
 * send the same, and a run plans and guards it anew.
 */
function namePreview({ newUuid }: Services, { previewed, savePreview }: State, shown: RowDigests): string {
  const isSame = JSON.stringify(shown) === JSON.stringify(previewed.shown);
  if (previewed.id && isSame) return previewed.id;
  const id = newUuid();
  savePreview({ id, shown });
  return id;
}

/**
 * Plans as a run would, and writes what would happen to each row; sends nothing. Unlike a run it also reads what is in
 * step, so that it can tell which values changed in Shopify.
 */
export function previewSync(
  services: Services,
  groups: readonly FieldGroup[],
  wanted: Omit<PreviewRequest, 'groups'> = {},
): PreviewSummary {
  const nowMs = services.clock.now();
  const deadlineMs = deadlineOf(services, 'person');
  const opened = openRun(services, groups);
  if (!opened.ok) return failedPreview(opened.problem, groups, nowMs);
  const planned = planRun(opened.value, { deadlineMs, scope: 'everything' });
  if (!planned.ok) return failedPreview(planned.problem, groups, nowMs);
  const { desired, tabs, state, store, anchors } = opened.value;
  const { actions, outcomes, unsynced, held, refused, conflicts, kept } = planned.value;
  const said = [...outcomes, ...kept.map((cell) => keptOutcome(cell))];
  const results = foreseenResults(desired.rows, { outcomes: said, actions });
  const id = namePreview(services, state, planned.value.digests());
  state.remember(foundBy(planned.value.adopted, state.base));
  const grew = state.seal();
  services.settingsAtOnce.saveTogether(() => {
    noteCompared(services, opened.value);
    markSeen(services, 'previewed', opened.value.shop.domain);
    if (grew) saveSeen(services, opened.value.shop.domain, state);
  });
  const { snapshot } = planned.value;
  const { base } = state;
  const newItems = describeNewItems(actions);
  const amount = countPlanned(actions, base);
  const nameOf = nameRows({ desired, snapshot, anchors, base });
  const lines = listChanges(planned.value, results);
  const linkTo = (item: RowItem) => store.linkTo(item, opened.value.shop.domain);
  // Photos are only an aid: a preview is complete without them.
  const readPhotos = (ids: readonly (ProductId | VariantId)[]) => {
    const photos = ids.length > 0 ? store.fetchPhotos(ids, deadlineMs) : undefined;
    return photos?.ok ? photos.value : new Map<ProductId | VariantId, string>();
  };
  const { speak } = services;
  const shown = { speak, lines, results, newItems, nameOf, linkTo, tabs, desired, base, snapshot, anchors };
  const unwritten = writeOwnTab(services, PREVIEW_TAB, () =>
    services.reports.write(PREVIEW_TAB, previewReport(sumInWords(amount, results), shown)),
  );
  const summary = summarisePreview({
    results,
    groups,
    preview: id,
    unsynced,
    held,
    refused,
    conflicts,
    nowMs,
    nameOf: (ref) => nameInWords(nameOf(ref)),
    newItems,
    planned: amount,
    estimate: estimate(
      services,
      opened.value,
      batchPlan(actions, { newKey: services.newUuid, limits: store.limits }),
    ),
  });
  return {
    ...summary,
    ...(unwritten && { unwritten }),
    ...(wanted.changes && viewChanges({ ...shown, readPhotos })),
    ...(wanted.explain && {
      explained: explainItem(wanted.explain, { ...opened.value, base, snapshot, plan: planned.value }),
    }),
    ...(wanted.rows && { rows: results.map(({ ref, status, message }) => ({ ...ref, status, message })) }),
  };
}
