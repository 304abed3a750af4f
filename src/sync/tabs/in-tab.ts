import type { JournalName, Journals } from '../../ports/journal';
import type { Problem, ProblemKind, RefusalOf } from '../../ports/problem';

/** Error while a tab was read or written: Google's text names none. */
class ThrownInTab extends Error {
  constructor(
    readonly tab: string,
    readonly thrown: unknown,
  ) {
    super(String(thrown));
  }
}

/** Refusals for which something about the tab is to be changed. */
const OF_TAB: ReadonlySet<ProblemKind> = new Set(['protected', 'not-allowed']);

export function inTab<Value>(tab: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw error instanceof ThrownInTab ? error : new ThrownInTab(tab, error);
  }
}

/** Google's refusal in words for a person, with the tab that it is about. */
export function refusalNaming(refusalOf: RefusalOf, error: unknown): Problem | undefined {
  if (!(error instanceof ThrownInTab)) return refusalOf(error);
  const refusal = refusalOf(error.thrown);
  if (!refusal || !OF_TAB.has(refusal.kind)) return refusal;
  return { ...refusal, message: `“${error.tab.slice(0, 60)}”: ${refusal.message}` };
}

/** The original error, for the log. */
export function thrownBy(error: unknown): unknown {
  return error instanceof ThrownInTab ? error.thrown : error;
}

/** Journals whose errors name the hidden tab that each is kept in. */
export function namingTabs({ open }: Journals, tabs: Readonly<Record<JournalName, string>>): Journals {
  return {
    open(name) {
      const { read, append, checkWritable, replace, dropFirst } = open(name);
      const named =
        <Args extends readonly unknown[], Value>(act: (...args: Args) => Value) =>
        (...args: Args) =>
          inTab(tabs[name], () => act(...args));
      return {
        read: named(read),
        append: named(append),
        checkWritable: named(checkWritable),
        replace: named(replace),
        dropFirst: named(dropFirst),
      };
    },
  };
}
