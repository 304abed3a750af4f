import type { DesiredCatalog } from '../../catalog/building/desired';
import { fieldOf } from '../../catalog/columns/columns';
import { type FieldValue, textsIn } from '../../catalog/values/cell';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import { canonicalTags } from '../../catalog/values/names';
import { canonical } from '../compare/canonical';
import { type CellsNow, cellsNow, placeOf } from '../identity/current-cells';
import type { FieldChange } from '../model/action';
import type { Base } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import { listedField, type ReplacedTags, type ReplacedValue } from '../model/replaced-value';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import { PlanDraft, type SyncPlan } from '../model/sync-plan';
import { withoutUnlisted } from '../price-lists/undo-list-prices';
import { fieldActions } from '../product/field-actions';
import { planTags } from '../tags/plan-tags';
import { createAgain } from './create-again';
import { decideUndo, isStock, withOtherHalf } from './decide-undo';
import { listsOf } from './fold-replaced';
import { sayImages } from './images-that-stay';
import type { UndoableRun } from './logged-runs';
import { replacedKindOf } from './replaced-kinds';
import { withoutGone } from './undo-images';
import { UndoNotes } from './undo-notes';

/**
 * Values that a run replaced × Shopify's present ones → actions that give the old values back. What moved since is left alone and
 * its row says so; nothing is ever removed.
 */
export function planUndo(input: UndoInput): SyncPlan {
  const { undoable, desired, base, policy, shop, snapshot } = input;
  const draft = new PlanDraft();
  const context: ListContext = { ...input, draft, ...cellsNow(desired, base, policy, shop) };
  const fields = new Map<ProductId | VariantId, FieldChange[]>();
  const notes = new UndoNotes(base);
  const nowOf = (replaced: ReplacedValue) => replacedKindOf(replaced).now(replaced, input);
  const decisionOf = (replaced: ReplacedValue, now: FieldValue | null) =>
    decideUndo(replaced, now, undoable.run, undoable.laterWriter(replaced));
  const isLeft = (replaced: ReplacedValue) => {
    const now = nowOf(replaced);
    return now !== undefined && decisionOf(replaced, now).kind === 'left';
  };
  const stuck = [...undoable.values.values()].filter(isStock).filter(isLeft);
  for (const value of undoable.values.values()) {
    const replaced = withoutGone(value, snapshot);
    const place = placeOf(replaced, context, base);
    const now = nowOf(replaced);
    if (now === undefined) {
      const what = isVariant(replaced.id) ? 'variant' : 'product';
      const words = () => `This ${what} is no longer in Shopify, so nothing of it was undone.`;
      draft.tell(place, { status: 'skipped', words });
      continue;
    }
    const decision = withOtherHalf(replaced, decisionOf(replaced, now), stuck);
    if (decision.kind === 'left') {
      const words = () => decision.reason;
      draft.tell(place, { status: 'skipped', words, shopifyId: replaced.id });
      if (decision.isMoved) notes.leave(replaced, decision.reason);
    } else if (decision.kind === 'stands' && !replacedKindOf(replaced).isMore)
      notes.note(replaced, place, draft);
    else replacedKindOf(replaced).giveBack(replaced, now, { place, context, fields });
  }
  for (const replaced of undoable.tags.values()) planListUndo(replaced, context, fields);
  const others = draft.actions.splice(0);
  const sent = new Map([...fields].map(([id, own]) => [id, withoutUnlisted(id, own, context)]));
  for (const action of [...fieldActions(sent, snapshot, shop), ...others]) draft.actions.push(action);
  createAgain(undoable.deleted, context);
  sayImages(undoable, context);
  for (const record of notes.records()) draft.adopt(record);
  return draft;
}

/** Takes off what a run added to a list and puts back what it removed; what others added meanwhile stays. */
function planListUndo(
  replaced: ReplacedTags,
  context: ListContext,
  fields: Map<ProductId | VariantId, FieldChange[]>,
): void {
  const { snapshot, draft, base } = context;
  const key = listedField(replaced);
  const place = placeOf(replaced, context, base);
  const store = snapshot.products.get(replaced.id);
  if (!store) {
    const words = () => 'This product is no longer in Shopify, so nothing of it was undone.';
    draft.tell(place, { status: 'skipped', words });
    return;
  }
  const { minus, unite } = listsOf(key);
  const present = textsIn(store.fields[key]);
  const to = unite(minus(present, replaced.added), replaced.removed);
  const change: FieldChange = { key, from: present, to, ...place };
  if (fieldOf(key).writtenBy === 'tags')
    draft.actions.push(...planTags(store, change, [canonicalTags(replaced.added), '']));
  else if (canonical(key, to) !== canonical(key, present))
    fields.set(replaced.id, [...(fields.get(replaced.id) ?? []), change]);
}

export interface UndoInput {
  readonly undoable: UndoableRun;
  readonly desired: DesiredCatalog;
  readonly snapshot: StoreSnapshot;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

interface ListContext extends UndoInput, CellsNow {
  readonly draft: PlanDraft;
}
