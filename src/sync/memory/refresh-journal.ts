import { fieldNamed } from '../../catalog/columns/columns';
import { chunk } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import type { KeptCell } from '../../plan/model/kept-cell';
import type { ValueKey } from '../../plan/model/replaced-value';
import { cellParts } from '../../ports/journal';
import {
  amount,
  anyOf,
  fields,
  flag,
  listOf,
  maybe,
  orNull,
  productId,
  readStored,
  text,
  variantId,
} from '../../ports/shape';
import { rowRef } from './stored-stock';
import { weight } from './stored-undo';
import { inOrder, type JournalContext } from './undo-journal';

/** A cell that a refresh was about to write. */
export type RefreshedCell = Omit<KeptCell, 'edit'> & { readonly value: ValueKey };

const CELLS_PER_ROW = 100;

const fieldValue = anyOf<FieldValue>(text(600_000), amount, flag, listOf(text(255), 250), weight);

const stored = fields<RefreshedCell>({
  question: text(2_000),
  id: anyOf<RefreshedCell['id']>(productId, variantId),
  value: (key): key is ValueKey => typeof key === 'string' && key.length <= 2_000,
  ref: rowRef,
  column: text(),
  field: maybe(
    (key): key is NonNullable<KeptCell['field']> => typeof key === 'string' && fieldNamed(key) !== undefined,
  ),
  sheet: orNull(text(600_000)),
  store: text(600_000),
  from: orNull(fieldValue),
  to: orNull(fieldValue),
  words: maybe(text(600_000)),
});

/**
 * Cells of the sheet that refreshes replaced stand in the journal of replaced values, under a name that is no shop's, to
 * keep them apart from what a run replaced in Shopify.
 */
const headOf = ({ shop }: Pick<JournalContext, 'shop'>, refresh: number) => [
  `refresh ${shop}`,
  String(refresh),
];

export function saveRefreshed(
  context: JournalContext,
  refresh: number,
  cells: readonly RefreshedCell[],
): void {
  const { journals, clock, signer } = context;
  const head = [...headOf(context, refresh), String(clock.now())];
  const rows = chunk(cells, CELLS_PER_ROW).map((part) => [
    ...head,
    ...cellParts(signer.sign(head.join(' '), JSON.stringify(part))),
  ]);
  journals.open('undo').append(rows);
}

/** In the order in which they were written; a damaged row counts for nothing. */
export function loadRefreshed(context: JournalContext, refresh: number): readonly RefreshedCell[] {
  const { journals, signer } = context;
  const [name, number] = headOf(context, refresh);
  const rows = journals.open('undo').read();
  return inOrder(rows.filter(([ofShop, of]) => ofShop === name && of === number)).flatMap(
    ([ofShop = '', of = '', atMs = '', ...parts]) => {
      const { text: json } = signer.read([ofShop, of, atMs].join(' '), parts.join(''));
      return readStored(listOf(stored), json) ?? [];
    },
  );
}
