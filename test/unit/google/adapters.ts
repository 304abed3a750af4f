import path from 'node:path';
import { buildSync } from 'esbuild';
import {
  newRuntimeState,
  newSheet,
  newWorkbook,
  type RuntimeOptions,
} from '../../../local/apps-script/runtime';
import type { CellValue } from '../../../local/apps-script/workbook/workbook';
import { recogniseTab } from '../../../src/catalog/tab/layout';
import type { TabLayout } from '../../../src/catalog/tab/tab-layout';
import type { Journal, JournalName } from '../../../src/ports/journal';
import type { Services } from '../../../src/sync/ground/services';
import { type Project, project } from '../../stand-ins/apps-script/script-project';

const FOLDER = path.resolve(__dirname, '../../../src/google');

const MODULES = [
  'spreadsheet',
  'journals/hidden-tab',
  'services/url-fetch-http',
  'services/properties-settings',
  'services/cache-service-cache',
  'services/lock-service-lock',
  'services/utilities',
  'services/menu',
  'services/html-sidebar',
];

/** All adapters in one script, as `Adapters`, so that tests run them where they will run: in a script's realm. */
const [bundle] = buildSync({
  stdin: { contents: MODULES.map((name) => `export * from './${name}';`).join('\n'), resolveDir: FOLDER },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'Adapters',
  target: 'es2019',
}).outputFiles;

/** A script whose functions see `Adapters`. */
export function adapters(options: Partial<RuntimeOptions> = {}): Project {
  return project({ code: bundle!.text, ...options });
}

/** Each port by the name that its adapter has. */
type SheetPorts = Pick<Services, 'spreadsheet' | 'tabs' | 'cells' | 'statusBlock' | 'reports'>;

export interface Spreadsheet extends Project {
  readonly sheets: SheetPorts;
  journal(name: JournalName): Journal;
  /** The cells of a tab as they stand, row by row. */
  cells(tab: string): readonly (readonly CellValue[])[];
}

/** A spreadsheet with these tabs, and the Sheets adapter on it; each call is an execution of its own. */
export function spreadsheet(
  tabs: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  options: Pick<RuntimeOptions, 'gate' | 'apostrophesInPlainText'> & {
    readonly maxRows?: number;
    readonly maxColumns?: number;
  } = {},
): Spreadsheet {
  const { gate = () => undefined, apostrophesInPlainText = 'taken-off', ...size } = options;
  const workbook = newWorkbook({
    sheets: Object.entries(tabs).map(([name, rows], index) => ({
      ...newSheet({ id: (index + 1) * 11, name, ...size }),
      rows: rows.map((row) => [...row]),
    })),
  });
  const script = adapters({ state: newRuntimeState(workbook), gate, apostrophesInPlainText });
  const adapter = <Port extends object>(name: string): Port =>
    new Proxy({} as Port, {
      get:
        (_, method) =>
        (...args: unknown[]) =>
          script.evaluate(`return Adapters.${name}.${String(method)}(...${JSON.stringify(args)})`),
    });
  return {
    ...script,
    sheets: {
      spreadsheet: adapter('spreadsheet'),
      tabs: adapter('tabs'),
      cells: adapter('cells'),
      statusBlock: adapter('statusBlock'),
      reports: adapter('reportsIn(String)'),
    },
    journal: (name) => adapter(`hiddenTabs.open('${name}')`),
    cells: (tab) => workbook.sheets.find(({ name }) => name === tab)?.rows ?? [],
  };
}

/** What the columns of a recognised tab mean, read through the adapter. */
export function layoutOf(sheets: Pick<SheetPorts, 'tabs'>, sheetId: number): TabLayout {
  const recognition = recogniseTab(sheets.tabs.readTop(sheetId, 10));
  if (recognition.kind === 'ignored') throw new Error(recognition.reason);
  return recognition.layout;
}
