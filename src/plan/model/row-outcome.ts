import type { NameHeaders, NameOfRow } from '../../catalog/building/name-headers';
import { fitMessage, joinMessages } from '../../catalog/tab/fit-message';
import type { RowRef } from '../../catalog/tab/row';
import { ROW_STATUSES, type RowStatus } from '../../catalog/tab/status-block';
import type { Gid } from '../../catalog/values/gid';
import { sentencesOf } from '../../language/patterns';

/** One event or fact about a row. A row may have several. */
export interface RowOutcome {
  readonly ref: RowRef;
  readonly status: RowStatus;
  /** The header of the cell that it is about; absent where it is about more than one. */
  readonly column?: string | undefined;
  /** The kind of name of its item that it is about, until the header of that name is known. */
  readonly name?: NameOfRow | undefined;
  /** Message, short and plain, ending in the next step; empty where the status says everything. */
  readonly message: string;
  readonly shopifyId?: Gid;
  /** Set where something changed in Shopify although the status speaks of what is held. */
  readonly isWritten?: true;
  /** Row with the change that it follows from: if that change is refused, the outcome does not apply. */
  readonly cause?: RowRef;
  /** Names the one cell or image that it is about: a later outcome about it replaces this one. */
  readonly about?: string;
  /** Set where it waits for what the run sends first: it no longer applies once the same run plans again. */
  readonly waits?: true;
}

/** Replaces the name that a message is about by its header. */
export function withHeaders(
  outcomes: readonly RowOutcome[],
  headers: ReadonlyMap<number | null, NameHeaders> = new Map(),
): readonly RowOutcome[] {
  return outcomes.map((outcome) => {
    const { name, ...others } = outcome;
    if (!name) return outcome;
    return { ...others, column: headers.get(others.ref.sheetId)?.[name] };
  });
}

/** Status and message next to a row. */
export interface RowResult {
  readonly ref: RowRef;
  readonly status: RowStatus;
  readonly message: string;
  readonly shopifyId: Gid | undefined;
}

/** Combines a row's outcomes into one status: the most serious wins, and the message lists each. */
export function rowResult(ref: RowRef, outcomes: readonly RowOutcome[]): RowResult {
  const [first] = outcomes;
  // The usual case: most rows of most runs have one outcome.
  if (first && outcomes.length === 1)
    return { ref, status: first.status, message: fitMessage(first.message), shopifyId: first.shopifyId };
  const ordered = lastSaid(outcomes).sort((a, b) => severity(a.status) - severity(b.status));
  // Events are reported without the remark about parts that were not compared.
  const isNews = ({ status, message }: RowOutcome) => status !== 'not-compared' && message !== '';
  const spoken = ordered.some(isNews) ? ordered.filter(isNews) : ordered;
  const told = [...new Map(spoken.map((outcome) => [outcome.message, outcome])).values()];
  const shopifyId = ordered.map((outcome) => outcome.shopifyId).find(Boolean);
  return {
    ref,
    status: ordered[0]?.status ?? 'unchanged',
    message: joinMessages(told, adviseOnce),
    shopifyId,
  };
}

/** Leaves out outcomes that a later outcome about the same cell replaces. */
export function lastSaid(outcomes: readonly RowOutcome[]): RowOutcome[] {
  const last = new Map(outcomes.map((outcome) => [outcome.about, outcome]));
  return outcomes.filter((outcome) => !outcome.about || last.get(outcome.about) === outcome);
}

/** The next step is the last sentence of a message; outcomes with the same next step show it once, after the last of them. */
function adviseOnce(told: readonly RowOutcome[]): string {
  return told
    .map(({ message, status }, index) => {
      const next = told[index + 1];
      if (!next || severity(status) >= severity('created')) return message;
      const advice = lastOf(message);
      const isRepeated = advice !== message && lastOf(next.message) === advice;
      return isRepeated ? message.slice(0, -advice.length).trimEnd() : message;
    })
    .filter(Boolean)
    .join(' ');
}

function lastOf(message: string): string {
  return sentencesOf(message).pop() ?? '';
}

export function severity(status: RowStatus): number {
  return ROW_STATUSES.indexOf(status);
}
