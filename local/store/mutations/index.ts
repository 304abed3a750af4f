import type { MutationRoot } from '../execution/run-mutation';
import { productCreate } from './product-create';
import { productDelete } from './product-delete';
import { productSet } from './product-set/product-set';
import { productUpdate } from './product-update';

/** Every mutation that is modelled; one that is not here answers NOT_IMPLEMENTED. */
export const mutationRoots: Readonly<Record<string, MutationRoot>> = {
  productCreate: { run: productCreate },
  productDelete: { run: productDelete },
  productSet: { run: productSet },
  productUpdate: { run: productUpdate },
};
