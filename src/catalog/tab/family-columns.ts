import type { FamilyFacts } from '../columns/column';
import { isFamilyKey, settledColumn } from '../columns/families';
import { duplicateReason } from './layout';
import type { LayoutColumn, TabRecognition } from './tab-layout';

/** Whether the shop must be asked what columns of a tab mean. */
export function needsFacts(recognition: TabRecognition): boolean {
  return (
    recognition.kind !== 'ignored' && recognition.layout.columns.some(({ column }) => isFamilyKey(column.key))
  );
}

/** Gives the columns of families the meaning that they have in the shop; the others stay. */
export function assignFamilyColumns(
  recognition: TabRecognition,
  facts: FamilyFacts | undefined,
): TabRecognition {
  if (recognition.kind === 'ignored' || !facts || !needsFacts(recognition)) return recognition;
  const { layout } = recognition;
  const left: Record<string, string> = {};
  const columns = layout.columns.flatMap((place): LayoutColumn[] => {
    const { key } = place.column;
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
