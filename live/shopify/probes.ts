import type { Probe } from './bench';
import { accessProbes } from './probes/access';
import { barcodeProbes } from './probes/barcodes';
import { bulkProbes } from './probes/bulk';
import { creationProbes, renameProbes } from './probes/product';
import { readingProbes } from './probes/reading';
import { stockProbes } from './probes/stock';

/** In the order they are asked: the product is made before what needs it. */
export const SHOPIFY_PROBES: readonly Probe[] = [
  ...accessProbes,
  ...creationProbes,
  ...stockProbes,
  ...readingProbes,
  ...bulkProbes,
  ...barcodeProbes,
  ...renameProbes,
];
