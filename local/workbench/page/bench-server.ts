import type { CatalogDump } from '../../store/dump';
import type { ShopifyAct } from '../shopify-act';
import type { WorkbenchView } from '../view';

/** Rows count from 1. */
export interface SelectedRows {
  readonly sheetId: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Texts that go into cells as if each was typed; row and column of the first count from 1. */
export interface Block {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly texts: readonly (readonly string[])[];
}

/** The bench behind the page. Each action answers what is seen after it. */
export const benchServer = {
  view: () => get<WorkbenchView>('/view'),
  store: () => get<CatalogDump>('/store'),
  chooseMenuItem: (name: string) => post('/menu', { name }),
  paste: (block: Block) => post('/paste', block),
  undo: () => post('/undo', {}),
  redo: () => post('/redo', {}),
  addTab: () => post('/tab', {}),
  insertRow: (sheetId: number, afterRow: number) => post('/rows', { sheetId, afterRow, count: 1 }),
  showAllRows: (sheetId: number) => post('/all-rows', { sheetId }),
  select: (rows: SelectedRows) => post('/selection', rows),
  beginWithCatalog: () => post('/catalog', {}),
  closeDialog: () => post('/close-dialog', {}),
  sitDown: (user: string) => post('/user', { user }),
  wait: (ms: number) => post('/wait', { ms }),
  actInShopify: (act: ShopifyAct) => post('/act', act),
};

async function get<Value>(path: string): Promise<Value> {
  return (await (await fetch(path)).json()) as Value;
}

async function post(path: string, body: unknown): Promise<WorkbenchView> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as WorkbenchView;
}
