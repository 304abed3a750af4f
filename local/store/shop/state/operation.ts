import type { UserError } from '../../graphql/user-errors';
import type { Row } from './table';

/** A product mutation that runs in the background; `node` and `productOperation` answer it. */
export interface ProductOperation extends Row {
  readonly kind: 'ProductSetOperation' | 'ProductDeleteOperation' | 'ProductDuplicateOperation';
  readonly productId: string | null;
  readonly newProductId: string | null;
  readonly userErrors: readonly UserError[];
  /** Epoch milliseconds (virtual): CREATED in the answer that starts it, ACTIVE until it completes. */
  readonly createdAtMs: number;
  readonly completesAtMs: number;
  /** The arguments of a productSet that has not run yet. */
  readonly awaiting?: unknown;
}

/** Answers of `@idempotent` mutations, by `root|key`; Shopify remembers a key for 24 hours. */
export interface RememberedKey extends Row {
  /** A digest of the arguments, to tell a re-send from a misuse of the key. */
  readonly parameters: string;
  readonly answer: unknown;
  readonly succeeded: boolean;
  readonly rememberedAtMs: number;
}
