import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourcesOf } from './read-imports';

interface Step {
  /** An exported function of `src`; only one has this name. */
  readonly name: string;
  readonly does: string;
}

/** Journey of a row from its tab to its answer. A test follows a row through the built add-on and compares. */
const STEPS: readonly Step[] = [
  {
    name: 'readCatalog',
    does: 'Begins: reads each ticked tab, and looks at its header row once more right before its cells.',
  },
  {
    name: 'readGrid',
    does: 'Reads the cells of the columns that are known, as values and as they are displayed.',
  },
  {
    name: 'parseRows',
    does: 'Turns each cell into a typed value, or into an issue that names the column and what to do.',
  },
  {
    name: 'buildCatalog',
    does: 'Joins the rows of all tabs into products, variants and levels of stock: the desired catalog.',
  },
  {
    name: 'partitionCatalog',
    does: 'Leaves out what says the same as at the last sync, so that Shopify is not asked about it.',
  },
  { name: 'snapshotNeeds', does: 'Lists what must be known of the store: IDs, handles, SKUs, levels.' },
  { name: 'fetchSnapshot', does: 'Reads that from Shopify, in the way that costs least.' },
  {
    name: 'planSync',
    does: 'Decides cell by cell, with the last synced values as third side, and makes actions. Each names its rows.',
  },
  {
    name: 'guardActions',
    does: 'Holds what looks like a slip until a person confirms it. A preview sends nothing of what is left.',
  },
  { name: 'batchPlan', does: 'Groups actions of one kind into batches that fit into one request.' },
  {
    name: 'sendBatches',
    does: 'Works through the batches until time is up; saves what each wave will replace before it sends it.',
  },
  { name: 'splitByLane', does: 'Chooses for each kind: request by request, or a bulk operation.' },
  { name: 'answerOf', does: 'Finds in Shopify’s answer the row that each error belongs to.' },
  {
    name: 'recordOutcomes',
    does: 'Takes the answers of a wave: remembers what they mean, keeps it for an undo, and hands the outcomes on.',
  },
  { name: 'settle', does: 'Says what the answer means for each row, and what both sides have from now on.' },
  {
    name: 'rowResult',
    does: 'Joins all outcomes of a row: the most serious one is its status, the message names them all.',
  },
  { name: 'findRows', does: 'Finds the row where it is now, because people sort and insert meanwhile.' },
  { name: 'writeStatus', does: 'Writes status, message, time and Shopify ID next to it.' },
];

export interface PlacedStep extends Step {
  readonly number: number;
  /** Below `src/`. */
  readonly file: string;
}

/** The steps with the files that hold them today. */
export function findJourney(): readonly PlacedStep[] {
  const sources = sourcesOf('src').map((file) => ({
    file,
    code: readFileSync(path.join(ROOT, 'src', file), 'utf8'),
  }));
  return STEPS.map((step, index) => {
    const holding = sources.filter(({ code }) => code.includes(`export function ${step.name}(`));
    const [only] = holding;
    if (!only || holding.length > 1)
      throw new Error(
        `${holding.length} files of src export a function ${step.name}. Mend STEPS in local/docs/journey.ts.`,
      );
    return { ...step, number: index + 1, file: only.file };
  });
}
