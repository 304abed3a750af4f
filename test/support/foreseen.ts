import type { PreviewSummary } from '../../src/answers/answers';
import type { ForeseenRow } from '../../src/answers/waiting';
import { FORESEEN_WORDS } from '../../src/catalog/tab/status-block';
import { answered } from './running';
import type { Workbench } from './workbench';

/** What a preview of now says of every row: tab, row, what would happen, and its message where there is one. */
export function foreseenRows(bench: Workbench): string[][] {
  return wordsOf(answered(bench.call<PreviewSummary>('previewSync', { rows: true })));
}

/** The same of a preview that was asked for its rows. */
export function wordsOf({ rows = [] }: { readonly rows?: readonly ForeseenRow[] }): string[][] {
  return rows.map(rowWords);
}

function rowWords({ tab, row, status, message }: ForeseenRow): string[] {
  return [tab, String(row), FORESEEN_WORDS[status], ...(message ? [message] : [])];
}

/** The tab “Sync preview” as it stands, without the sum and the header. */
export function previewLines({ runtime }: Workbench): readonly Readonly<Record<string, string>>[] {
  const rows = runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview')?.rows ?? [];
  const header = (rows[1] ?? []).map(String);
  return rows
    .slice(2)
    .map((cells) => Object.fromEntries(header.map((name, index) => [name, String(cells[index] ?? '')])));
}

/** The sentence on top of it. */
export function previewSum({ runtime }: Workbench): string {
  return String(
    runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview')?.rows[0]?.[0] ?? '',
  );
}
