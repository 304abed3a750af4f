import type { FamilyFact, FamilyFacts } from '../columns/column';
import type { Column } from '../columns/columns';
import { factOf, isFamilyKey, settledColumn } from '../columns/families';
import { ONE_OF } from '../values/memberships';
import { duplicateReason } from './layout';
import type { LayoutColumn, TabRecognition } from './tab-layout';

/** The facts of the shop that tell what columns of a tab mean. */
export function factsNeeded(recognition: TabRecognition): readonly FamilyFact[] {
  if (recognition.kind === 'ignored') return [];
  return recognition.layout.columns.flatMap(({ column }) => column.lists ?? factOf(column.key) ?? []);
}

/** Whether the shop must tell what its header or its cells mean. */
function isOfShop({ key, lists }: Column): boolean {
  return lists !== undefined || isFamilyKey(key);
}

/** Gives the columns of families the meaning that they have in the shop; the others stay. */
export function assignFamilyColumns(
  recognition: TabRecognition,
  facts: FamilyFacts | undefined,
): TabRecognition {
  if (recognition.kind === 'ignored' || !facts) return recognition;
  const { layout } = recognition;
  if (!layout.columns.some(({ column }) => isOfShop(column))) return recognition;
  const left: Record<string, string> = {};
  const columns = layout.columns.flatMap((place): LayoutColumn[] => {
    const { key, lists } = place.column;
    if (lists) return [{ ...place, groups: { one: ONE_OF[lists], groups: facts[lists] ?? [] } }];
    if (!isFamilyKey(key)) return [place];
    const settled = settledColumn(key, facts);
    if ('why' in settled) {
      left[place.header] = settled.why;
      return [];
    }
    return [{ ...place, column: settled.column, ...(settled.rules.length > 0 && { rules: settled.rules }) }];
  });
  const settled = {
    ...layout,
    columns,
    unsynced: [...layout.unsynced, ...Object.keys(left)],
    whyLeft: { ...layout.whyLeft, ...left },
  };
  const reason = recognition.kind === 'refused' ? recognition.reason : duplicateReason(columns);
  return reason ? { kind: 'refused', layout: settled, reason } : { kind: 'recognised', layout: settled };
}
