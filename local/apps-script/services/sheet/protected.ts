import { ServiceException } from '../../runtime/exception';
import type { Call } from '../../runtime/service-object';
import type { Area } from '../../workbook/layers';
import type { Sheet } from '../../workbook/workbook';

/** Whether a protection that does more than warn keeps this user out of a part of the area. */
export function isProtected(sheet: Sheet, area: Area, { execution }: Call): boolean {
  return sheet.protections.some(
    ({ warningOnly, editors, area: own }) =>
      !warningOnly &&
      editors !== undefined &&
      !editors.includes(execution.user) &&
      (own === null || overlaps(own, area)),
  );
}

function overlaps(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rowCount &&
    other.row < one.row + one.rowCount &&
    one.column < other.column + other.columnCount &&
    other.column < one.column + one.columnCount
  );
}

/** Google's text. */
export function refuseProtected(sheet: Sheet, area: Area, call: Call): void {
  if (!isProtected(sheet, area, call)) return;
  throw new ServiceException(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

const FORMATS =
  /^(setNumberFormats?|setDataValidations?|clearDataValidations|insertCheckboxes|createFilter)$/;

/** Google's text, as it is reported of the typed columns of a table. */
export function refuseTyped(sheet: Sheet, area: Area, method: string): void {
  const isRefused = (sheet.tables ?? []).some(
    (table) => overlaps(table.area, area) && (table.refuses === 'writes' || FORMATS.test(method)),
  );
  if (isRefused) throw new ServiceException('This operation is not allowed on cells in typed columns.');
}
