import type { ParsedTab } from '../reading/parsed-row';
import { STATUS_HEADERS } from '../tab/status-block';
import type { TabLayout } from '../tab/tab-layout';

/** Names by which a row means an item. */
export type NameOfRow = 'handle' | 'sku' | 'options' | 'productId' | 'variantId' | 'shopifyId';

/** Header of the cell of each name, as the sheet has it; none where several cells make the name. */
export type NameHeaders = Readonly<Partial<Record<NameOfRow, string>>>;

/** By `sheetId`. */
export function nameHeaders(tabs: readonly ParsedTab[]): ReadonlyMap<number | null, NameHeaders> {
  return new Map(
    tabs.flatMap(({ rows: [first] }) =>
      first ? [[first.ref.sheetId, headersIn(first.layout)] as const] : [],
    ),
  );
}

function headersIn({ columns }: TabLayout): NameHeaders {
  const headerOf = (...keys: readonly string[]) => {
    const [one, ...others] = columns.filter(({ column }) => keys.includes(column.key));
    return others.length === 0 ? one?.header : undefined;
  };
  const [, , , shopifyId] = STATUS_HEADERS;
  const headers = {
    handle: headerOf('handle'),
    sku: headerOf('sku'),
    options: headerOf('option1Value', 'option2Value', 'option3Value'),
    productId: headerOf('productId'),
    variantId: headerOf('variantId'),
    shopifyId,
  };
  return Object.fromEntries(Object.entries(headers).filter(([, header]) => header !== undefined));
}
