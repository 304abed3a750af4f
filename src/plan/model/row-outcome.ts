import type { NameHeaders, NameOfRow } from '../../catalog/building/name-headers';
import { fitMessage, joinMessages } from '../../catalog/tab/fit-message';
import type { RowRef } from '../../catalog/tab/row';
import { ROW_STATUSES, type RowStatus } from '../../catalog/tab/status-block';
import type { Gid } from '../../catalog/values/gid';
import { sentencesOf } from '../../language/patterns';

/** One thing that happened, or is known, about a row. A row may have several. */
export interface RowOutcome {
  readonly ref: RowRef;
  readonly status: RowStatus;
  /** The header of the cell that it is about; absent where it is about more than one. */
  readonly column?: string | undefined;
  /** The name of its item that it is about, until the header of that is known. */
  readonly name?: NameOfRow | undefined;
  /** Short and plain, ending in what to do next; empty where the status says all. */
  readonly message: string;
  readonly shopifyId?: Gid;
  /** Set where something changed in Shopify although the status speaks of what is held. */
  readonly isWritten?: true;
  /** Row with the change that it follows from: where that is refused, it is not so. */
  readonly cause?: RowRef;
  /** Names the one cell that it speaks of, or the image: what is said of it later takes its place. */
  readonly about?: string;
  /** Waits for what the run sends first: it is no longer so once the same run plans again. */
  readonly waits?: true;
}

/** The header in place of the name that a message is about. */
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

/** Folds a row's outcomes into its one status: the gravest wins, and the message names each. */
export function rowResult(ref: RowRef, outcomes: readonly RowOutcome[]): RowResult {
  const [first] = outcomes;
  // Most rows of most runs.
  if (first && outcomes.length === 1)
    return { ref, status: first.status, message: fitMessage(first.message), shopifyId: first.shopifyId };
  const ordered = lastSaid(outcomes).sort((a, b) => severity(a.status) - severity(b.status));
  // What happened to the row is told alone: when a part was last compared is left out.
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

/** Without what a later outcome about the same cell takes the place of. */
export function lastSaid(outcomes: readonly RowOutcome[]): RowOutcome[] {
  const last = new Map(outcomes.map((outcome) => [outcome.about, outcome]));
  return outcomes.filter((outcome) => !outcome.about || last.get(outcome.about) === outcome);
}

/** The next step is the last sentence of a message; several things with the same one say it once, after the last. */
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
