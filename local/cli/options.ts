import path from 'node:path';
import { parseArgs } from 'node:util';
import type { FieldGroup } from '../../src/catalog/columns/column';
import { FORMS, type Form, PACKS, type Pack } from '../../src/catalog/writing/forms';

export interface CliOptions {
  readonly files: readonly string[];
  readonly convert: boolean;
  /** As Google writes it, for example `de_DE`. */
  readonly locale: string | undefined;
  readonly preview: boolean;
  readonly only: readonly FieldGroup[] | undefined;
  readonly stateFile: string | undefined;
  /** Stands in for the person who looks at what is held and says yes. */
  readonly confirmHeld: boolean;
  /** How many items that person typed that are deleted. */
  readonly confirmDeletions: number | undefined;
  readonly onConflict: OnConflict;
  readonly dumpFile: string | undefined;
  readonly json: boolean;
  /** The SKU of an item whose values are explained; nothing is sent then. */
  readonly explain: string | undefined;
  /** Shows every row, up to date or not. */
  readonly all: boolean;
  /** Colours are for a terminal, and for nobody who asked for none. */
  readonly hasColours: boolean;
  /** Syncs again each time that one of the files is saved. */
  readonly watch: boolean;
  /** Set where the catalog is got from the store, after the files were synced. */
  readonly pull: PullOptions | undefined;
  /** Brings the tabs up to date with the store, after the files were synced. */
  readonly refresh: boolean;
  /** Names of the embedded store's locations; only a fresh store takes them. */
  readonly locations: readonly string[] | undefined;
  /** Shopify's published list of categories. */
  readonly taxonomyFile: string | undefined;
}

interface PullOptions {
  readonly form: Form;
  /** All of them, unless it is said. */
  readonly packs: readonly Pack[] | undefined;
  /** In the words of Shopify's search. */
  readonly filter: string | undefined;
  readonly out: string | undefined;
}

type OnConflict = 'ask' | 'sheet' | 'shopify' | 'add';

const GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];
const SIDES: readonly OnConflict[] = ['ask', 'sheet', 'shopify', 'add'];

export const USAGE = `Usage: npm start --silent -- [options] [FILE.csv …]

Syncs CSV files, each as a tab of a spreadsheet, into an embedded Shopify store. Without files: examples/.

  --preview             plan only, send nothing
  --only GROUPS         products,inventory,prices: limit the run to these
  --convert             read the cells as Google Sheets does on import; otherwise they stay text
  --locale NAME         the spreadsheet's locale, for example de_DE
  --state FILE          load the store and the spreadsheet before, save them after: the next run is the next sync
  --hold                what is held stays held (default)
  --confirm-held        confirm what is held, and let the sheet count where it was never synced
  --confirm-deletions N with --confirm-held: delete N items, where there are more than ten
  --on-conflict SIDE    ask (default), sheet, shopify or add
  --locations NAMES     locations of a fresh store, separated by commas
  --taxonomy FILE       Shopify's published categories.txt, in place of the hundred categories that come with the store
  --dump FILE           write the store's catalog
  --pull                get the store's catalog into a new tab, after the files are synced; without files and with
                        --state nothing is synced before
  --refresh             let cells that nobody edited take what the store has now, after the files are synced; without files
                        and with --state nothing is synced before
  --filter SEARCH       only what this finds, in the words of Shopify's search: "status:active vendor:Acme"
  --form FORM           csv (default), classic, matrixify, prices or inventory
  --columns PACKS       basics,prices,stock,customs,seo,images,publishing and, only if they are
                        said, barcodes,valueOrder,photo,collections,channels,
                        metafields,markets
  --out FILE            write the new tab as a CSV
  --all                 show every row; otherwise 20 of a tab, those that need you first
  --explain SKU         preview, and show of each field, stock and image what the sheet says, what both last said, what the store has, and why
  --watch               sync, and sync again each time that a file is saved, until Ctrl+C
  --json                print one JSON report and nothing else
  --help                this text

Colours are for terminals alone, and none where NO_COLOR is set.

Exit code: 0 no row in error or conflict, 1 some, 2 wrong usage.`;

/** Wrong usage: one sentence, and exit code 2. */
export class UsageError extends Error {}

export function parseOptions(args: readonly string[]): CliOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.hold && values['confirm-held'])
    throw new UsageError('--hold and --confirm-held contradict each other. Say one of them.');
  const names = positionals.map(tabName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UsageError(`Two files are named “${twice}”; each becomes a tab, so their names must differ.`);
  return {
    files: positionals,
    convert: values.convert ?? false,
    locale: values.locale === undefined ? undefined : localeOf(values.locale),
    preview: values.preview ?? values.explain !== undefined,
    explain: values.explain,
    only: values.only === undefined ? undefined : groupsOf(values.only),
    stateFile: values.state,
    confirmHeld: values['confirm-held'] ?? false,
    confirmDeletions:
      values['confirm-deletions'] === undefined ? undefined : Number(values['confirm-deletions']),
    onConflict: sideOf(values['on-conflict'] ?? 'ask'),
    dumpFile: values.dump,
    json: values.json ?? false,
    all: values.all ?? false,
    hasColours: wantsColours(process.stdout.isTTY, process.env.NO_COLOR),
    watch: watchOf(values, positionals),
    pull: pullOf(values),
    refresh: refreshOf(values),
    taxonomyFile: values.taxonomy,
    locations: values.locations?.split(',').map((name) => name.trim()),
  };
}

/** A tab is named after its file, as an import names it; Google allows 100 characters. */
export function tabName(file: string): string {
  return path
    .basename(file)
    .replace(/\.csv$/i, '')
    .slice(0, 100);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        convert: { type: 'boolean' },
        locale: { type: 'string' },
        preview: { type: 'boolean' },
        only: { type: 'string' },
        state: { type: 'string' },
        'confirm-held': { type: 'boolean' },
        'confirm-deletions': { type: 'string' },
        hold: { type: 'boolean' },
        'on-conflict': { type: 'string' },
        locations: { type: 'string' },
        taxonomy: { type: 'string' },
        dump: { type: 'string' },
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        explain: { type: 'string' },
        watch: { type: 'boolean' },
        pull: { type: 'boolean' },
        refresh: { type: 'boolean' },
        filter: { type: 'string' },
        form: { type: 'string' },
        columns: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. Try --help.`);
  }
}

function pullOf(values: ReturnType<typeof parse>['values']): PullOptions | undefined {
  const { pull = false, filter, form = 'csv', columns, out } = values;
  if (!pull) {
    const lone = (['filter', 'form', 'columns', 'out'] as const).find((name) => values[name] !== undefined);
    if (lone) throw new UsageError(`--${lone} says what --pull gets. Add --pull.`);
    return undefined;
  }
  if (values.preview) throw new UsageError('--pull and --preview are two things to do. Say one of them.');
  const packs = columns?.split(',').map((name) => name.trim());
  const unknown = packs?.find((name) => !PACKS.some((pack) => pack === name));
  if (!(form in FORMS))
    throw new UsageError(`--form takes ${Object.keys(FORMS).join(', ')}; “${form}” is none of them.`);
  if (unknown !== undefined)
    throw new UsageError(`--columns takes ${PACKS.join(', ')}; “${unknown}” is none of them.`);
  return { form: form as Form, packs: packs as Pack[] | undefined, filter, out };
}

function refreshOf({ refresh = false, pull, preview }: ReturnType<typeof parse>['values']): boolean {
  if (refresh && (pull || preview))
    throw new UsageError(
      `--refresh and --${pull ? 'pull' : 'preview'} are two things to do. Say one of them.`,
    );
  return refresh;
}

/** Colours are for a terminal, and for nobody who asked for none. Source: https://no-color.org */
export function wantsColours(isTerminal: boolean, noColor: string | undefined): boolean {
  return isTerminal && !noColor;
}

function watchOf(
  { watch = false, pull, refresh }: ReturnType<typeof parse>['values'],
  files: readonly string[],
): boolean {
  if (watch && files.length === 0)
    throw new UsageError('--watch waits for a file to be saved. Name the file.');
  if (watch && (pull || refresh))
    throw new UsageError(`--watch syncs; with --${pull ? 'pull' : 'refresh'} there is nothing to wait for.`);
  return watch;
}

function groupsOf(text: string): FieldGroup[] {
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !GROUPS.some((group) => group === name));
  if (unknown !== undefined)
    throw new UsageError(`--only takes ${GROUPS.join(', ')}; “${unknown}” is none of them.`);
  return GROUPS.filter((group) => asked.includes(group));
}

function sideOf(text: string): OnConflict {
  const side = SIDES.find((candidate) => candidate === text);
  if (!side) throw new UsageError(`--on-conflict takes ${SIDES.join(', ')}; “${text}” is none of them.`);
  return side;
}

function localeOf(text: string): string {
  if (!/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(text))
    throw new UsageError(`--locale takes a name such as de_DE; “${text}” is none.`);
  return text;
}
