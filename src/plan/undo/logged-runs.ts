import { textsOf } from '../compare/describe-replaced';
import {
  listedField,
  type ReplacedTags,
  type ReplacedValue,
  targetOf,
  type UndoEntry,
} from '../model/replaced-value';
import { type FoldedRun, foldReplaced, listsOf } from './fold-replaced';

/** Entries that were saved of one run, in order. */
export interface LoggedRun {
  readonly run: number;
  readonly entries: readonly UndoEntry[];
  /** Set where a part of it was not recorded by the user who undoes. */
  readonly isForeign?: true;
}

/** A run as it can be undone: what it replaced, and what later runs made of that. */
export interface UndoableRun extends FoldedRun {
  readonly run: number;
  readonly isForeign: boolean;
  /** The last of the later runs that wrote the same value once more. */
  laterWriter(replaced: ReplacedValue): number | undefined;
}

/** `runs` begins with the one to undo. */
export function undoableRun([first, ...later]: readonly LoggedRun[]): UndoableRun | undefined {
  if (!first) return undefined;
  const folded = foldReplaced(first.entries);
  const laterRuns = later.map(({ run, entries }) => ({ run, ...foldReplaced(entries) }));
  const writers = new Map<string, number>();
  for (const { run, values } of laterRuns)
    for (const [key, value] of values) writers.set(`${key} ${textsOf(value).to}`, run);
  return {
    ...folded,
    tags: withoutLaterTags(folded.tags, laterRuns),
    run: first.run,
    isForeign: first.isForeign ?? false,
    laterWriter: (replaced) => writers.get(`${targetOf(replaced)} ${textsOf(replaced).to}`),
  };
}

/** A tag that a later run added as well is that run's to undo. */
function withoutLaterTags(
  tags: FoldedRun['tags'],
  later: readonly Pick<FoldedRun, 'tags'>[],
): FoldedRun['tags'] {
  const own = [...tags].map(([id, change]): readonly [string, ReplacedTags] => {
    const others = later.flatMap((run) => run.tags.get(id) ?? []);
    const { minus } = listsOf(listedField(change));
    const added = minus(
      change.added,
      others.flatMap((other) => other.added),
    );
    const removed = minus(
      change.removed,
      others.flatMap((other) => other.removed),
    );
    return [id, { ...change, added, removed }];
  });
  return new Map(own.filter(([, { added, removed }]) => added.length + removed.length > 0));
}
