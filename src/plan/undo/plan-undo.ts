import type { DesiredCatalog } from '../../catalog/building/desired';
import { fieldOf } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import { canonicalTags, optionKey } from '../../catalog/values/names';
import { canonical } from '../compare/canonical';
import { knownProduct } from '../compare/known-items';
import { type CellsNow, cellsNow, placeOf, type UndoPlace } from '../identity/current-cells';
import type { FieldChange } from '../model/action';
import type { Base } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import {
  listedField,
  type RemovedImage,
  type ReplacedImageOrder,
  type ReplacedOptions,
  type ReplacedOptionValue,
  type ReplacedTags,
  type ReplacedValue,
  type ReplacedVariantImage,
} from '../model/replaced-value';
import { levelKey, type ShopFacts, type StoreSnapshot } from '../model/snapshot';
import { PlanDraft, type SyncPlan } from '../model/sync-plan';
import { withoutUnlisted } from '../price-lists/undo-list-prices';
import { fieldActions } from '../product/field-actions';
import { planTags } from '../tags/plan-tags';
import { createAgain } from './create-again';
import { decideUndo, isStock, withOtherHalf } from './decide-undo';
import { listsOf } from './fold-replaced';
import { sayImages } from './images-that-stay';
import type { UndoableRun } from './logged-runs';
import { rowsThatSay } from './option-cells';
import { attachAgain, orderAgain, showAgain, variantImageNow, withoutGone } from './undo-images';
import { UndoNotes } from './undo-notes';

/**
 * Values that a run replaced × Shopify's present ones → actions that give the old values back. What moved since is left alone and
 * its row says so; nothing is ever removed.
 */
export function planUndo(input: UndoInput): SyncPlan {
  const { undoable, desired, base, policy, shop, snapshot } = input;
  const draft = new PlanDraft();
  const context: UndoContext = { ...input, draft, ...cellsNow(desired, base, policy, shop) };
  const fields = new Map<ProductId | VariantId, FieldChange[]>();
  const notes = new UndoNotes(base);
  const decisionOf = (replaced: ReplacedValue, now: FieldValue | null) =>
    decideUndo(replaced, now, undoable.run, undoable.laterWriter(replaced));
  const isLeft = (replaced: ReplacedValue) => {
    const now = storeValue(replaced, input);
    return now !== undefined && decisionOf(replaced, now).kind === 'left';
  };
  const stuck = [...undoable.values.values()].filter(isStock).filter(isLeft);
  for (const value of undoable.values.values()) {
    const replaced = withoutGone(value, snapshot);
    const place = placeOf(replaced, context, base);
    const now = storeValue(replaced, input);
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
    } else if (replaced.kind === 'removed-image') showAgain(replaced, place, context);
    else if (decision.kind === 'stands') notes.note(replaced, place, draft);
    else if (replaced.kind === 'variant-image') attachAgain(replaced, place, context);
    else if (replaced.kind === 'option-value') nameAgain(replaced, place, context);
    else if (replaced.kind === 'options') optionsAgain(replaced, place, context);
    else if (replaced.kind === 'image-order') orderAgain(replaced, place, context);
    else giveBack(replaced, now, place, fields, draft);
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

/** Undefined where the item is gone; a stock level that is not active is null. */
function storeValue(
  replaced: ReplacedValue,
  { snapshot, base }: Pick<UndoInput, 'snapshot' | 'base'>,
): FieldValue | null | undefined {
  switch (replaced.kind) {
    case 'field': {
      const { id, key } = replaced;
      const item = isVariant(id) ? snapshot.variants.get(id) : snapshot.products.get(id);
      return item && (item.fields[key] ?? null);
    }
    case 'stock': {
      const level = snapshot.levels.get(levelKey(replaced.inventoryItemId, replaced.locationId));
      return snapshot.variants.has(replaced.id) ? (level?.active ? level[replaced.name] : null) : undefined;
    }
    case 'option-value': {
      const options = snapshot.products.get(replaced.id)?.options ?? [];
      const values = options.flatMap(({ optionValues }) => optionValues);
      return values.find(({ id }) => id === replaced.valueId)?.name;
    }
    case 'options':
      return snapshot.products.get(replaced.id)?.optionNames;
    case 'variant-image':
      return variantImageNow(replaced, { snapshot, base });
    case 'removed-image': {
      const media = snapshot.products.get(replaced.id)?.media;
      return media && (media.some(({ id }) => id === replaced.mediaId) ? 'there' : '');
    }
    case 'image-order': {
      const media = snapshot.products.get(replaced.id)?.media.map(({ id }) => id);
      return media?.filter((id) => replaced.to.includes(id));
    }
    case 'alt-text':
      return snapshot.products.get(replaced.id)?.media.find(({ id }) => id === replaced.mediaId)?.alt;
  }
}

function nameAgain(replaced: ReplacedOptionValue, { ref, column }: UndoPlace, context: UndoContext): void {
  const { id: productId, kind: _, from, to, ...rest } = replaced;
  const said = rowsThatSay(replaced, context.desired, context.base);
  context.draft.actions.push({
    ...rest,
    kind: 'rename-option-value',
    productId,
    ref: said[0] ?? ref,
    rows: said.length > 0 ? said : [ref],
    column,
    from: to,
    to: from,
    ...(said.length > 0 && { isStillTyped: true }),
  });
}

function optionsAgain(
  { id, from, to }: ReplacedOptions,
  { ref, column }: UndoPlace,
  context: UndoContext,
): void {
  const { snapshot, desired, base, draft } = context;
  const has = snapshot.products.get(id)?.options ?? [];
  const isOrder = from.every((name) => to.includes(name));
  const options = from.flatMap((name, index) => {
    const option = isOrder ? has.find((one) => one.name === name) : has[index];
    return option ? [{ id: option.id, name }] : [];
  });
  const own = desired.products.find((product) => knownProduct(product, base)?.id === id);
  draft.actions.push({
    kind: isOrder ? 'reorder-options' : 'rename-option',
    productId: id,
    column,
    ref: own?.ref ?? ref,
    rows: own?.rows ?? [ref],
    from: to,
    to: from,
    options,
    ...(own && optionKey(own.optionNames) === optionKey(to) && { isStillTyped: true }),
  });
}

function giveBack(
  replaced: Exclude<
    ReplacedValue,
    ReplacedOptionValue | ReplacedImageOrder | ReplacedOptions | RemovedImage | ReplacedVariantImage
  >,
  now: FieldValue | null,
  { sheet, ...cells }: UndoPlace,
  fields: Map<ProductId | VariantId, FieldChange[]>,
  draft: PlanDraft,
): void {
  switch (replaced.kind) {
    case 'field': {
      const { id, key, from, types } = replaced;
      const ofItem = fields.get(id) ?? [];
      fields.set(id, ofItem);
      ofItem.push({ key, from: now, to: from, sheet, ...cells, ...(types && { types }) });
      return;
    }
    case 'stock': {
      const { id, inventoryItemId, locationId, locationName, name } = replaced;
      draft.actions.push({
        kind: 'set-stock',
        ...cells,
        name,
        variantId: id,
        inventoryItemId,
        locationId,
        locationName,
        from: Number(now),
        to: Number(replaced.from),
        sheet: sheet === null ? null : Number(sheet),
      });
      return;
    }
    case 'alt-text': {
      const { id, mediaId, url, from, to } = replaced;
      const { ref, column } = cells;
      const action = { kind: 'update-alt-text', productId: id, mediaId, url, ref, column, sheet } as const;
      draft.actions.push({ ...action, from: to, alt: from });
    }
  }
}

/** Takes off what a run added to a list and puts back what it removed; what others added meanwhile stays. */
function planListUndo(
  replaced: ReplacedTags,
  context: UndoContext,
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
  const present = (store.fields[key] ?? []) as readonly string[];
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

interface UndoContext extends UndoInput, CellsNow {
  readonly draft: PlanDraft;
}
