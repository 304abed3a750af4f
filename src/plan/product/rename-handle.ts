import type { DesiredProduct } from '../../catalog/building/desired';
import { describeRow, distinctRows, type Place, type RowRef, rowKey } from '../../catalog/tab/row';
import { asHandle } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { canonical } from '../compare/canonical';
import { renamedProduct } from '../identity/anchors';
import { handleInSheet } from '../identity/former-names';
import { productName } from '../identity/item-name';
import { withHandleRows } from '../identity/other-names';
import { anchoredItem } from '../identity/row-item';
import type { FieldChange } from '../model/action';
import { chosenSide } from '../model/conflict';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreProduct } from '../model/snapshot';

/**
 * A product whose handle was changed in the sheet, told by the Shopify IDs of its rows. No setting chooses a side, because
 * a handle is an address: a person renames it in Shopify, which redirects the old one, or takes Shopify's into the cells.
 * Answers what the rows are told; undefined where the product is really new.
 */
export function askAboutHandle(
  product: DesiredProduct,
  byOldHandle: (store: StoreProduct) => readonly RowRef[],
  context: ItemContext,
): readonly RowOutcome[] | undefined {
  const { anchors, base, snapshot, policy, confirmed, draft } = context;
  const told = renamedProduct(product, anchors, base);
  if (told?.status !== 'conflict') return undefined;
  const { name, status } = told;
  const [place, ...also] = product.handleCells ?? [];
  const ofHandle = new Set(product.handleCells?.map(({ ref }) => rowKey(ref)));
  const tellRows = (message = told.message) =>
    product.rows.map((ref) => {
      const isNamed = !place || ofHandle.has(rowKey(ref));
      return { ref, name, status, message: isNamed ? message : waitingFor(place, ref) };
    });
  const id = anchoredItem(told.ref, context)?.productId;
  const [store, known] = [id && snapshot.products.get(id), id && base.product(id)];
  const { handle = '' } = product;
  const isOne = product.rows.every((ref) => (anchoredItem(ref, context)?.productId ?? id) === id);
  const others = store ? byOldHandle(store) : [];
  // If only some of its rows have the new handle, it is a mistake, whichever handle is right.
  const isHalf = others.some(({ sheetId }) => sheetId === product.ref.sheetId);
  if (!place || !store || !isOne || asHandle(handle) === '' || isHalf) return tellRows();
  if (!isOfProducts(policy) || product.badRows.length > 0) return tellRows();
  const question = `${store.id}|handle|${nameKey(handle)}|${store.handle}`;
  const sides = { from: handle, to: store.handle };
  switch (chosenSide(question, confirmed)) {
    case 'sheet': {
      const change: FieldChange = {
        key: 'handle',
        from: store.handle,
        to: handle,
        sheet: canonical('handle', handle),
        ...place,
        also,
      };
      const named = withHandleRows(change, product, store, context);
      const calledBy = distinctRows([...(named.calledBy ?? []), ...others]);
      draft.actions.push({
        kind: 'update-product',
        ref: product.ref,
        productId: store.id,
        images: [],
        changes: [{ ...named, ...(calledBy.length > 0 && { calledBy }) }],
      });
      // Other values of its rows are compared once the rows find it again.
      draft.followsUp = true;
      return [];
    }
    case 'shopify':
      for (const cell of [place, ...also])
        draft.kept.push({
          question,
          id: store.id,
          value: 'handle',
          field: 'handle',
          ...cell,
          ...sides,
          sheet: canonical('handle', handle),
          store: canonical('handle', store.handle),
        });
      return [];
    case 'add':
    case undefined:
      draft.conflicts.push({
        key: question,
        group: 'products',
        field: 'handle',
        ...place,
        sheet: handle,
        shopify: store.handle,
      });
      return tellRows(
        `This row was ${productName(store.id, known && handleInSheet(known))} at the last sync. Choose in the sidebar to rename it in Shopify, or type that handle again; for a new product, clear this row's Shopify ID.`,
      );
  }
}

/** Message for a row of prices or stock, which has no handle to type. */
function waitingFor({ ref }: Place, from: RowRef): string {
  return `It waits: the handle of its product was typed over in ${describeRow(ref, from)}, which says what to do.`;
}
