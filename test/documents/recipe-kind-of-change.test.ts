import { compileCopy, type Edits, evaluateIn, refusedIn, withCopy } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
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

const KIND = `
  import { updated } from '../compare/messages';
  import { wholly } from '../compare/piece';
  import type { ChangeCollections } from '../model/action';
  import { type ActionKind, none } from '../model/action-kind';

  export const joinCollections: ActionKind<ChangeCollections> = {
    rows: ({ ref }) => [ref],
    ...wholly((action) => [
      {
        key: action.productId,
        kind: 'new',
        ref: action.ref,
        rows: [action.ref],
        column: 'Collection',
        target: action.productId,
        item: action.productId,
        from: '',
        to: 'sale',
        value: null,
        words: () => 'Collection',
        shows: () => ({ field: 'Collection', from: '', to: '', difference: '', size: 0 }),
        sends: () => action,
      },
    ]),
    fields: none,
    foretell: ({ ref, productId }) => [updated(ref, 'Added to a collection', productId)],
    count: () => ({}),
    replaces: none,
    settle: () => ({ records: [] }),
    asksAgain: none,
    batches: (actions) => actions.map((action) => ({ kind: 'join-collections', action })),
    writtenIn: 'rows',
    joins: 1,
    newVariants: none,
    canGoInBulk: () => true,
  };`;

const OPERATION = `
  import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
  import { writeRequest } from '../client/graphql';
  import { PublishDocument } from '../documents/generated/write-products';
  import { type BatchOf, type OperationOf, refuse } from './operation';

  export const collectionAddProducts: OperationOf<BatchOf<'join-collections'>> = {
    request: ({ action }) =>
      writeRequest(PublishDocument, { id: action.productId, input: [] }, { cost: 10, repeatable: true }),
    answer({ action }, errors) {
      const refused = errors.length > 0 ? [refuse(action.ref, errors)] : [];
      return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
    },
  };`;

const ALL: Edits = {
  ...MEMBER,
  'plan/collections/join-collections.ts': KIND,
  'plan/action-kinds.ts': (text) =>
    `import { joinCollections } from './collections/join-collections';\n${text}`.replace(
      '  publish: changePublishing,\n',
      "  publish: changePublishing,\n  'join-collections': joinCollections,\n",
    ),
  'shopify/operations/collection-add-products.ts': OPERATION,
  'shopify/operations/operations.ts': (text) =>
    `import { collectionAddProducts } from './collection-add-products';\n${text}`.replace(
      '    publish: publishablePublish,\n',
      "    publish: publishablePublish,\n    'join-collections': collectionAddProducts,\n",
    ),
};

/** A replaced value of a kind that no undo knows yet. */
const REPLACED: Edits = {
  'plan/model/replaced-value.ts': (text) =>
    text.replace(
      'export type ReplacedValue =',
      `export interface ReplacedPlace extends Sent {
  readonly kind: 'place';
  readonly id: ProductId;
  readonly from: string;
  readonly to: string;
}

export type ReplacedValue =
  | ReplacedPlace`,
    ),
};

/** One action goes through all that knows of kinds: the words of a preview, the batches, the request. */
const JOURNEY = `
  import { batchPlan } from './plan/batches/plan-batches';
  import { foreseenOutcomes } from './plan/preview/foretell';
  import { operations } from './shopify/operations/operations';

  const ref = { sheetId: 1, tab: 'Own', row: 2 };
  const action = { kind: 'join-collections', ref, productId: 'gid://shopify/Product/1' } as any;
  const [batch] = batchPlan([action], { newKey: () => 'key', limits: {} as any }) as any;
  export const result = {
    says: foreseenOutcomes(action).map(({ message }) => message),
    sends: (operations(() => 'key') as any)[batch.kind].request(batch).variables,
  };`;

describe('a further kind of change', () => {
  testInFull(
    'is asked for by the compiler in the table of kinds and in the table of mutations',
    () => {
      const asked = Object.keys(compileCopy(MEMBER)).sort();
      expect(asked).toEqual(['plan/action-kinds.ts', 'shopify/operations/operations.ts']);
    },
    60_000,
  );

  testInFull(
    'whose old value is of a new kind is asked how that is named, saved, read again and given back',
    () => {
      const asked = Object.keys(compileCopy(REPLACED)).sort();
      expect(asked).toEqual([
        'plan/model/replaced-value.ts',
        'plan/undo/replaced-kinds.ts',
        'sync/memory/stored-undo.ts',
      ]);
    },
    60_000,
  );

  test('compiles, is told, grouped and sent once its folder, its lines and its operation are there', () => {
    const [refused, result] = withCopy(ALL, (root) => [refusedIn(root), evaluateIn(root, JOURNEY)]);
    expect(refused).toEqual({});
    expect(result).toMatchObject({
      says: ['Added to a collection.'],
      sends: { id: 'gid://shopify/Product/1', input: [] },
    });
  }, 60_000);

  test('needs no other file than its recipe names', () => {
    expect([...filesOf('A kind of change')].sort()).toEqual([
      'src/plan/action-kinds.ts',
      'src/plan/model/action.ts',
      'src/plan/model/replaced-value.ts',
      'src/plan/undo/replaced-kinds.ts',
      'src/shopify/operations/operations.ts',
      'src/sync/memory/stored-undo.ts',
    ]);
  });
});
