import type { RowRef } from '../catalog/row';
import { rowsOf, rowsOfNewVariant, rowsOfVariantChange, type SyncAction } from './action';
import { hashText } from './hash-text';

/** What a plan does to each row, as one short word by `sheetId:row`; rows that nothing happens to are left out. */
export type RowDigests = Readonly<Record<string, string>>;

/** Two plans with the same word for a row do the same to it, value for value. */
export function rowDigests(actions: readonly SyncAction[]): RowDigests {
  const parts = new Map<string, string[]>();
  const add = (refs: readonly RowRef[], what: unknown) => {
    const text = JSON.stringify(what);
    for (const { sheetId, row } of refs) {
      const key = `${sheetId}:${row}`;
      const known = parts.get(key);
      if (known) known.push(text);
      else parts.set(key, [text]);
    }
  };
  for (const action of actions) {
    if (action.kind === 'update-variants') {
      for (const variant of action.variants) add(rowsOfVariantChange(variant), variant);
    } else if (action.kind === 'create-variants') {
      for (const variant of action.variants) add(rowsOfNewVariant(variant), variant);
    } else add(rowsOf(action), action);
  }
  return Object.fromEntries([...parts].map(([key, texts]) => [key, hashText(texts.sort().join('\n'))]));
}
