import { compileCopy, type Edits } from '../support/compile-copy';
import { filesOf } from './recipe-files';

/** A kind of change that nobody has said anything of yet. */
const MEMBER: Edits = {
  'plan/model/action.ts': (text) =>
    text.replace(
      'export type SyncAction =',
      `export interface ChangeCollections {
  readonly kind: 'join-collections';
  readonly ref: RowRef;
  readonly productId: ProductId;
}

export type SyncAction =
  | ChangeCollections`,
    ),
};

describe('a further kind of change', () => {
  test('is asked for by the compiler in the table of kinds and in the table of mutations', () => {
    const asked = Object.keys(compileCopy(MEMBER)).sort();
    expect(asked).toEqual(['plan/action-kinds.ts', 'shopify/operations/operations.ts']);
  }, 60_000);

  test('needs no other file than its recipe names', () => {
    expect([...filesOf('A kind of change')].sort()).toEqual([
      'src/plan/action-kinds.ts',
      'src/plan/model/action.ts',
      'src/shopify/operations/operations.ts',
    ]);
  });
});
