import type { Workbench } from '../../../support/workbench';

type Rows = readonly (readonly string[])[];

export interface Trap {
  readonly trap: string;
  /** What was synced before. */
  readonly before?: Rows;
  readonly sheet: Rows;
  readonly args?: readonly string[];
  /** By row: its status and its sentence. */
  readonly says: Readonly<Record<number, string>>;
  /** Root fields of the mutations sent, and how many; none where it is left out. */
  readonly sends?: Readonly<Record<string, number>>;
  readonly leaves?: (bench: Workbench) => void;
}

export const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Barcode'];
export const HAT = ['hat', 'Hat', '', '', 'H-1', '5.00', ''];
export const SMALL = ['tee', 'Tee', 'Size', 'S', 'T-S', '10.00', ''];
export const LARGE = ['tee', '', '', 'L', 'T-L', '12.00', ''];
export const DRAFT = 'created Status is empty, so it is draft.';

export const variants = (bench: Workbench, product = 0) =>
  bench.store.dump().products[product]?.variants ?? [];
export const product = (bench: Workbench) => bench.store.dump().products[0];
