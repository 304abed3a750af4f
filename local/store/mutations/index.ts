import type { MutationRoot } from '../execution/run-mutation';
import { productCreate } from './product-create';

/** Every mutation that is modelled; one that is not here answers NOT_IMPLEMENTED. */
export const mutationRoots: Readonly<Record<string, MutationRoot>> = {
  productCreate: { run: productCreate },
};
