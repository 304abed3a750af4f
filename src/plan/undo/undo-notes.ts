import { rowsSaying } from '../../catalog/tab/row';
import { describeReplaced, textsOf } from '../compare/describe-replaced';
import { pairOf, withPair } from '../compare/pairs';
import { isHeld, isMarked, itemOf } from '../compare/undone-marks';
import type { UndoPlace } from '../identity/current-cells';
import type { Base, BaseProduct, BaseRecord, BaseVariant, UndoneValues } from '../model/base';
import { type ReplacedValue, type ValueKey, valueKey } from '../model/replaced-value';
import type { PlanDraft } from '../model/sync-plan';
import { markUndone, undoneOutcome } from './mark-undone';

/**
 * Values that stand as before the run already: undone by an execution that was cut off before it could say so, or put
 * back by hand. Where that is not known yet it is remembered now, as if it were undone here.
 */
export class UndoNotes {
  private readonly base: Base;
  private readonly items = new Map<UndoneValues['id'], BaseProduct | BaseVariant>();
  private readonly left = new Map<UndoneValues['id'], UndoneValues['values']>();
  private readonly changes = new Map<UndoneValues['id'], Map<ValueKey, string>>();

  constructor(base: Base) {
    this.base = base;
  }

  note(replaced: ReplacedValue, place: UndoPlace, draft: PlanDraft): void {
    const { sheet } = place;
    const { id } = replaced;
    const key = valueKey(replaced);
    const item = this.items.get(id) ?? itemOf(id, this.base);
    const pair = pairOf(item, key);
    if (!item || !pair) return;
    const { from } = textsOf(replaced);
    const isUnsaid = pair[0] === sheet && isHeld([sheet, from]) && !isMarked(id, key, this.base);
    if (pair[1] === from && !isUnsaid) return;
    this.items.set(id, withPair(item, key, [sheet, from]));
    const change = describeReplaced({ ...replaced, from: replaced.to, to: replaced.from } as ReplacedValue);
    this.changes.set(id, (this.changes.get(id) ?? new Map()).set(key, change));
    for (const ref of rowsSaying(place))
      draft.outcomes.push(undoneOutcome(ref, [change], isHeld([sheet, from])));
  }

  /** The item is compared at each run from now on, because its record alone looks in step. */
  leave(replaced: ReplacedValue, change: string): void {
    const { id } = replaced;
    const pair = pairOf(itemOf(id, this.base), valueKey(replaced));
    if (pair)
      this.left.set(id, { ...this.left.get(id), [valueKey(replaced)]: { pair, change, isLeft: true } });
  }

  *records(): Iterable<BaseRecord> {
    const ids = new Set([...this.items.keys(), ...this.left.keys()]);
    for (const id of ids) {
      const item = this.items.get(id);
      const { values } = this.base.undone().get(id) ?? {};
      if (item) yield item;
      const marks = item ? markUndone(item, this.changes.get(id) ?? new Map(), this.base).values : values;
      yield { kind: 'undone', id, values: { ...marks, ...this.left.get(id) } };
    }
  }
}
