import { joinMessages } from '../../catalog/tab/fit-message';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { type RowStatus, STATUS_WORDS, statusOfWord } from '../../catalog/tab/status-block';
import { groupBy } from '../../catalog/values/arrays';
import { type RowOutcome, type RowResult, rowResult, severity } from '../../plan/model/row-outcome';
import type { StatusRow } from '../../ports/status-block';
import type { Services } from '../ground/services';
import { inTab } from '../tabs/in-tab';
import type { TabInRun } from '../tabs/read-catalog';
import { findRows } from '../tabs/row-finder';
import type { ChooseItem } from './shopify-id-cell';

/** A killed execution leaves at most this much unwritten; the next one reports it from what is kept for an undo. */
const WRITE_EVERY_MS = 3_000;

/**
 * Holds what is known of every row, and the status next to it in the sheet. Rows are written once all that was planned for
 * them is done, and only where the words change.
 */
export class StatusBoard {
  private readonly services: Services;
  private readonly tabs: ReadonlyMap<number, TabInRun>;
  private readonly startedAtMs: number;
  private readonly chooseItem: ChooseItem;
  private readonly outcomes = new Map<string, RowOutcome[]>();
  private readonly waiting = new Map<string, number>();
  private readonly shown = new Map<string, StatusRow>();
  private readonly dirty = new Map<string, RowRef>();
  private isPlanned = false;
  private writtenAtMs = 0;

  constructor(services: Services, tabs: readonly TabInRun[], startedAtMs: number, chooseItem: ChooseItem) {
    this.services = services;
    this.startedAtMs = startedAtMs;
    this.chooseItem = chooseItem;
    this.tabs = new Map(tabs.map((tab) => [tab.sheetId, tab]));
    for (const { sheetId, status } of tabs) {
      for (const row of status) this.shown.set(rowKey({ sheetId, row: row.row }), row);
    }
  }

  /** Replaces what an earlier plan of this run foresaw. */
  plan(rows: readonly RowRef[], outcomes: readonly RowOutcome[], actionRows: readonly RowRef[]): void {
    // What this run compared stays compared, though a later plan of it reads less.
    const told = this.isPlanned ? outcomes.filter((outcome) => !this.wasCompared(outcome)) : outcomes;
    this.isPlanned = true;
    for (const [key, known] of this.outcomes) {
      const still = known.filter(({ waits }) => !waits);
      if (still.length > 0) this.outcomes.set(key, still);
      else this.outcomes.delete(key);
    }
    this.waiting.clear();
    for (const ref of actionRows) this.waiting.set(rowKey(ref), (this.waiting.get(rowKey(ref)) ?? 0) + 1);
    for (const ref of rows) this.mark(ref);
    this.add(told);
  }

  private wasCompared({ ref, status }: RowOutcome): boolean {
    const known = this.outcomes.get(rowKey(ref)) ?? [notCompared(ref)];
    return status === 'not-compared' && known.every((outcome) => outcome.status !== 'not-compared');
  }

  add(outcomes: readonly RowOutcome[]): void {
    for (const outcome of outcomes) {
      const key = rowKey(outcome.ref);
      const known = this.outcomes.get(key);
      if (known) known.push(outcome);
      else this.outcomes.set(key, [outcome]);
      this.mark(outcome.ref);
    }
  }

  /** One thing that was planned for each of these rows is done. */
  finish(rows: readonly RowRef[]): void {
    for (const ref of rows) {
      this.waiting.set(rowKey(ref), (this.waiting.get(rowKey(ref)) ?? 1) - 1);
      this.mark(ref);
    }
  }

  /** Writes every few seconds between waves: to find the rows and to write next to them takes as long as a wave does. */
  writeNowAndThen(nowMs: number): void {
    if (nowMs - this.writtenAtMs >= WRITE_EVERY_MS) this.write(nowMs);
  }

  /** Writes what changed, one call per stretch of rows. */
  write(nowMs: number): void {
    this.writtenAtMs = nowMs;
    const changed: { readonly sheetId: number; readonly row: StatusRow }[] = [];
    for (const [key, ref] of this.dirty) {
      this.dirty.delete(key);
      if ((this.waiting.get(key) ?? 0) > 0) continue;
      const row = this.toStatusRow(this.resultOf(ref), nowMs);
      if (ref.sheetId === null || isSame(row, this.shown.get(key))) continue;
      const replaces = this.shown.get(key)?.status;
      this.shown.set(key, row);
      changed.push({ sheetId: ref.sheetId, row: replaces === undefined ? row : { ...row, replaces } });
    }
    for (const [sheetId, ofTab] of groupBy(changed, (each) => each.sheetId)) {
      const tab = this.tabs.get(sheetId);
      const rows = ofTab.map(({ row }) => row);
      if (tab) inTab(tab.name, () => this.writeTab(tab, rows));
    }
  }

  private writeTab({ sheetId, layout, identities }: TabInRun, rows: readonly StatusRow[]): void {
    const { statusBlock, tabs } = this.services;
    const wanted = rows.map(({ row }) => row);
    tabs.atOnce(() => {
      const { layout: layoutNow, places } = findRows(tabs, sheetId, layout, identities, wanted);
      const placed = rows.flatMap((row) => {
        const place = places.get(row.row);
        return place === undefined ? [] : [{ ...row, row: place }];
      });
      statusBlock.write(sheetId, layoutNow, placed);
    });
  }

  /** Leaves out rows of which nothing is known yet: a run that pauses must not call them up to date. */
  resultsOf(rows: readonly RowRef[]): RowResult[] {
    const isOpen = (ref: RowRef) => !this.isPlanned || (this.waiting.get(rowKey(ref)) ?? 0) > 0;
    return rows
      .map((ref) => this.resultOf(ref))
      .filter(({ ref, status }) => !isQuiet(status) || !isOpen(ref));
  }

  /**
   * A status that this run has written is never lowered: a row that was created in one execution and published in the
   * next counts as created, and one that is up to date now counts as changed. Both messages stay.
   */
  resultOf(ref: RowRef): RowResult {
    const result = rowResult(ref, this.outcomes.get(rowKey(ref)) ?? [notCompared(ref)]);
    const earlier = this.shown.get(rowKey(ref));
    const status = earlier && statusOfWord(earlier.status);
    if (!earlier || !isChange(status) || !isOfRun(earlier, this.startedAtMs)) return result;
    if (severity(status) >= severity(result.status)) return result;
    const found = this.services.speak(result.message);
    const more = earlier.message.includes(found) ? '' : found;
    const message = isQuiet(result.status)
      ? earlier.message
      : joinMessages([{ message: earlier.message }, { message: more }]);
    return { ...result, status, message };
  }

  /** Whether any execution of this run changed something of the row, as far as it was written. */
  isChanged(ref: RowRef): boolean {
    const shown = this.shown.get(rowKey(ref));
    return shown !== undefined && isOfRun(shown, this.startedAtMs);
  }

  hasOutcome(ref: RowRef): boolean {
    return this.outcomes.has(rowKey(ref));
  }

  /** Whether this run has something to tell of the row that changed, written or not. */
  tellsOfChange(ref: RowRef): boolean {
    return isChange(this.resultOf(ref).status);
  }

  private mark(ref: RowRef): void {
    this.dirty.set(rowKey(ref), ref);
  }

  private toStatusRow({ ref, status, message: found, shopifyId }: RowResult, nowMs: number): StatusRow {
    const { speak } = this.services;
    const message = speak(found);
    const earlier = this.shown.get(rowKey(ref));
    const isNew =
      this.hasChanged(ref, status) &&
      !(earlier && isOfRun(earlier, this.startedAtMs) && earlier.message === message);
    const shownId = earlier?.shopifyId ?? '';
    const item = this.isUnchanged(ref, shownId) ? undefined : this.chooseItem(ref, shopifyId, shownId);
    return {
      row: ref.row,
      status: speak(STATUS_WORDS[status]),
      message,
      syncedAtMs: isNew ? nowMs : earlier?.syncedAtMs,
      shopifyId: item?.id ?? shownId,
      ...(item && item.id !== shownId && { link: item.link }),
    };
  }

  private hasChanged(ref: RowRef, status: RowStatus): boolean {
    const outcomes = this.outcomes.get(rowKey(ref)) ?? [];
    return isChange(status) || outcomes.some((outcome) => isChange(outcome.status) || outcome.isWritten);
  }

  /** Nothing happened to the row, and it already says so: true for most rows of most runs. */
  private isUnchanged(ref: RowRef, shownId: string): boolean {
    return shownId !== '' && !this.outcomes.has(rowKey(ref));
  }
}

function isChange(status: RowStatus | undefined): status is 'created' | 'updated' {
  return status === 'created' || status === 'updated';
}

/** Stands for a row that no outcome names: nothing of it was compared. */
function notCompared(ref: RowRef): RowOutcome {
  return { ref, status: 'not-compared', message: '' };
}

/** Nothing happened to the row, and there is nothing to be said of it. */
function isQuiet(status: RowStatus): boolean {
  return status === 'unchanged' || status === 'not-compared';
}

function isOfRun(row: StatusRow, startedAtMs: number): boolean {
  return (row.syncedAtMs ?? 0) >= startedAtMs;
}

function isSame(row: StatusRow, shown: StatusRow | undefined): boolean {
  return (
    shown !== undefined &&
    row.status === shown.status &&
    row.message === shown.message &&
    row.shopifyId === shown.shopifyId &&
    row.syncedAtMs === shown.syncedAtMs
  );
}
