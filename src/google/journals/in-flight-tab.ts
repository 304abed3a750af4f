import { appendRows, findHidden, openHidden, readRows } from './hidden-tab';

export const IN_FLIGHT_TAB = 'Sync to Shopify in flight';

export function readInFlight(): readonly (readonly string[])[] {
  const sheet = findHidden(IN_FLIGHT_TAB);
  return sheet && sheet.getLastRow() > 0 ? readRows(sheet) : [];
}

export function appendInFlight(rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) appendRows(openHidden(IN_FLIGHT_TAB), rows);
}

export function clearInFlight(): void {
  findHidden(IN_FLIGHT_TAB)?.clearContents();
}
