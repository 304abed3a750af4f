import type { DesiredFields, DesiredValue } from '../../catalog/building/desired';
import { cellsOf } from '../../catalog/tab/row';
import { hasValue } from '../../catalog/values/cell';
import { show } from '../compare/messages';
import { codesIn } from '../compare/piece';
import type { PlanDraft } from '../model/sync-plan';

/** Cells for one barcode and for several whose first barcode differs; undefined where they agree or one asks for nothing. */
export function contradictingBarcodes(
  fields: DesiredFields,
): { readonly one: DesiredValue; readonly several: DesiredValue; readonly message: string } | undefined {
  const { barcode: one, barcodes: several } = fields;
  if (!one || !several) return undefined;
  const [first, listed] = [firstCode(one), firstCode(several)];
  if (first === undefined || listed === undefined || first === listed) return undefined;
  const message = `${one.column} says ${show(first)}, and the first of ${several.column} is ${show(listed)}: both mean one barcode. Make them agree, or leave one of them empty.`;
  return { one, several, message };
}

function firstCode({ cell }: DesiredValue): string | undefined {
  if (cell.kind === 'clear') return '';
  return hasValue(cell) ? codesIn(cell.value)[0] : undefined;
}

/** The fields without such cells, whose rows are told. */
export function withoutContradiction(fields: DesiredFields, draft: PlanDraft): DesiredFields {
  const found = contradictingBarcodes(fields);
  if (!found) return fields;
  const { one, several, message } = found;
  for (const { ref, column } of cellsOf(one)) draft.outcomes.push({ ref, column, status: 'error', message });
  for (const { ref, column } of cellsOf(several))
    if (cellsOf(one).every((cell) => cell.ref !== ref))
      draft.outcomes.push({ ref, column, status: 'error', message });
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== one && value !== several));
}
