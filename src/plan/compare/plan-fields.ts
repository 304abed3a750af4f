import type { DesiredFields, DesiredValue } from '../../catalog/building/desired';
import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { type Field, type FieldKey, fieldOf, fieldsIn, isKeptApart } from '../../catalog/columns/columns';
import { cellsOf } from '../../catalog/tab/row';
import type { RowStatus } from '../../catalog/tab/status-block';
import { textIn } from '../../catalog/values/cell';
import type { Gid, ProductId, VariantId } from '../../catalog/values/gid';
import type { FieldChange } from '../model/action';
import type { Difference, Differences, Pair } from '../model/base';
import { chosenSide } from '../model/conflict';
import type { ChangeContext } from '../model/item-context';
import type { KeptCell } from '../model/kept-cell';
import type { Preferences, SyncPolicy } from '../model/policy';
import type { StoreFields } from '../model/snapshot';
import { canonical, canonicalCell } from './canonical';
import { countEdit, isTagsEdit, joinTags } from './count-edits';
import { decide, isOnlyMoved, takesInto, takesIntoEmpty } from './decide';
import { closedMessage, groupsOf, staysMessage } from './listed-groups';
import { keptByRule, mergeGroups } from './merge-groups';
import { bothChanged, describeDrift, showField, unsentMessage } from './messages';
import { differ, notYetSet } from './pairs';
import { placeOf, refusalOf, resolveValue, sayUnresolved, shownWords, wordsFor } from './resolve-value';
import { isMarked } from './undone-marks';

export interface PlannedFields {
  readonly changes: readonly FieldChange[];
  /** The base pairs after this plan, without those that wait for an answer of the store. */
  readonly pairs: Partial<Record<FieldKey, Pair>>;
  readonly differs: Differences;
}

/** Decides every field of one item that the run's groups cover, and says on the row what is not sent. */
export function planFields(
  context: ChangeContext,
  id: Gid,
  desired: DesiredFields,
  store: StoreFields,
  base: Readonly<Partial<Record<FieldKey, Pair>>>,
): PlannedFields {
  const { policy, snapshot, shop, draft, confirmed, tagsCommand, adopts, refreshes, base: memory } = context;
  const changes: FieldChange[] = [];
  const pairs: Partial<Record<FieldKey, Pair>> = { ...base };
  const keep = (key: FieldKey, value: DesiredValue, sides: Pick<KeptCell, 'sheet' | 'from' | 'to'>): void => {
    const now = canonical(key, sides.to);
    const words = wordsFor(fieldOf(key), sides, snapshot.products.get(id as ProductId)?.categoryName);
    const item = { id: id as ProductId | VariantId, value: key, field: key, ...(words && { words }) };
    for (const { ref, column } of cellsOf(value)) {
      draft.kept.push({
        question: `${id}|${key}|${sides.sheet ?? ''}|${now}`,
        ...item,
        ref,
        column,
        store: now,
        ...sides,
      });
    }
  };
  const tell = (value: DesiredValue, status: RowStatus, words: (column: string) => string): void =>
    draft.tell(value, { status, words, shopifyId: id });
  const differs: Record<string, Difference> = {};
  const tellDifference = (
    key: FieldKey,
    value: DesiredValue,
    sheet: string,
    words: (column: string) => string,
  ): void => {
    tell(value, 'differs', words);
    differs[key] = { sheet, words: words('') };
  };
  for (const field of fieldsIn(desired)) {
    const typed = desired[field.key];
    if (!typed || !policy.groups.includes(field.group)) continue;
    const value = countEdit(typed, { id, key: field.key, from: store[field.key] ?? null }, context);
    if ('problem' in value) {
      tell(typed, 'error', value.problem);
      continue;
    }
    const isEdit = isTagsEdit(typed);
    const sheet = canonicalCell(field.key, isEdit ? typed.cell : value.cell);
    const known = store[field.key] ?? null;
    if (sheet === undefined) {
      if (
        refreshes &&
        takesIntoEmpty({ key: field.key, value, now: known, pair: base[field.key] }, refreshes)
      )
        keep(field.key, value, { sheet: null, from: null, to: known });
      else pairs[field.key] ??= [null, canonical(field.key, known)];
      continue;
    }
    const groups = field.lists && groupsOf(field.lists, value, { store, id, snapshot, shop });
    const from = groups ? groups.from : known;
    const asked = groups ? groups.to : resolveValue(field.key, value, snapshot, id);
    const found = asked === undefined && field.whyShown ? textIn(value.cell) : asked;
    const to = field.writtenBy === 'tags' && tagsCommand ? joinTags(tagsCommand, found, from) : found;
    if (to === undefined) {
      draft.tell(value, { ...sayUnresolved(field.key, value, context), shopifyId: id });
      continue;
    }
    const now = canonical(field.key, from);
    // The creation was interrupted before the steps that follow it.
    const unset = adopts && isKeptApart(field) ? notYetSet(field) : undefined;
    const pair = base[field.key] ?? (isEdit ? notYetSet(field) : now === unset?.[1] ? unset : undefined);
    if (groups && groups.closed.length > 0)
      tellDifference(field.key, value, sheet, (column) => closedMessage(column, groups));
    // Computed for groups only: other fields do not need these lists.
    const stays = groups ? keptByRule(sheet, pair, groups.byRule) : [];
    if (stays.length > 0) tell(value, 'differs', (column) => staysMessage(column, stays));
    const wanted = isResolved(field) ? canonical(field.key, to) : sheet;
    if (wanted === now) {
      if (value.counted && !refreshes)
        keep(field.key, value, { sheet: value.counted.text, from: value.counted.source, to: from });
      if (pair?.[0] !== sheet || pair[1] !== now) pairs[field.key] = [sheet, now];
      continue;
    }
    if (field.isFixed || (field.whyShown && !isOnlyMoved({ sheet, now, pair }))) {
      pairs[field.key] = [sheet, now];
      tellDifference(field.key, value, sheet, (column) =>
        unsentMessage({ key: field.key, column, from, to }),
      );
      continue;
    }
    const isForeign = value.cell.kind === 'clear' && hasTagsOfOthers(now, pair);
    const isAskedAnew = value.counted !== undefined || (isEdit && pair?.[0] !== sheet);
    const decided = isAskedAnew ? 'send' : decide(sheet, now, pair, preferences(field, policy, isForeign));
    // An undone value has its own message.
    const isUndone = isMarked(id as ProductId, field.key, memory);
    const decision = decided === 'same' && !isUndone && differ(field.key, sheet, now) ? 'drift' : decided;
    const shownAs = shownWords(field, value, snapshot.products.get(id as ProductId));
    const [shownFrom, shownTo] = [shownAs?.from ?? from, shownAs?.to ?? to];
    const question = `${id}|${field.key}|${sheet}|${now}`;
    const isAsked = decision === 'conflict' || decision === 'held';
    const chosen = isAsked ? chosenSide(question, confirmed) : undefined;
    const conflict = {
      key: question,
      ref: value.ref,
      group: field.group,
      field: field.key,
      column: value.column,
      sheet: shownTo,
      shopify: shownFrom,
    };
    const drift = (column: string) => describeDrift({ column, key: field.key, from: shownFrom, to: shownTo });
    switch (chosen ? (chosen === 'shopify' ? 'keep' : 'send') : decision) {
      case 'same':
        pairs[field.key] = [sheet, now];
        // Tags that others added stay next to the sheet's, and tags that somebody removed are not added again.
        if (field.mergesWithStore && !isUndone) tellDifference(field.key, value, sheet, drift);
        break;
      case 'keep':
        if (adopts) {
          pairs[field.key] = [sheet, now];
          tell(value, 'differs', drift);
        } else keep(field.key, value, { sheet, from: to, to: from });
        break;
      case 'send': {
        const merged = groups ? mergeGroups(groups, pair) : to;
        if (groups && canonical(field.key, merged) === now) {
          pairs[field.key] = [sheet, now];
          tellDifference(field.key, value, sheet, drift);
          break;
        }
        const change: FieldChange = {
          key: field.key,
          from,
          to: merged,
          sheet,
          ...placeOf(value),
          ...(value.counted && { counted: value.counted }),
          ...(shownAs && { shownAs }),
        };
        const refused = refusalOf(change);
        if (refused) tell(value, 'error', (column) => refusalOf({ ...change, column }) ?? refused);
        else changes.push(change);
        break;
      }
      case 'drift':
        if (refreshes && !refreshes.fills && takesInto({ key: field.key, sheet, now, pair }) && !isUndone) {
          keep(field.key, value, { sheet, from: to, to: from });
          break;
        }
        tellDifference(field.key, value, sheet, drift);
        break;
      case 'conflict':
        draft.conflicts.push(conflict);
        tell(value, 'conflict', (column) =>
          bothChanged(
            column,
            showField(field.key, shownTo, shownFrom),
            showField(field.key, shownFrom, shownTo),
          ),
        );
        break;
      case 'held':
        draft.unsynced.push(conflict);
        tell(value, 'skipped', (column) => `${drift(column)} Choose in the sidebar which one counts.`);
        break;
    }
  }
  return { changes, pairs, differs };
}

/**
 * Categories and references to items are typed as names and stored as IDs; a list may name only a part of the stored
 * values.
 */
function isResolved({ kind, resolvedBy, mergesWithStore, orders }: Field): boolean {
  const { refers }: CellKind = cellKind(kind);
  return [resolvedBy, mergesWithStore, refers, orders].some((one) => one !== undefined);
}

/** Tags that neither side had at the last sync: `[clear]` would remove what its author may not have seen. */
function hasTagsOfOthers(now: string, pair: Pair | undefined): boolean {
  const known = new Set([...(pair?.[0] ?? '').split(','), ...(pair?.[1] ?? '').split(',')]);
  return now.split(',').some((tag) => !known.has(tag));
}

/** Tags are merged, what the sheet gained and lost, so that they never conflict; only `[clear]` asks for all of them. */
function preferences(field: Field, policy: SyncPolicy, isForeign: boolean): Preferences {
  const onConflict = policy.onConflict[field.group];
  const asked = field.mergesWithStore && !isForeign ? 'sheet' : 'ask';
  return {
    onConflict: onConflict === 'add' || onConflict === 'ask' ? asked : onConflict,
    onUnknownBase: policy.onUnknownBase[field.group],
  };
}
