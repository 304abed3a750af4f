import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { freeHandle, handleFrom } from '../../normalise/handle';
import { longestText } from '../../rules/limits';
import type { CollectionRule } from '../../state/publishing';
import { startJob } from '../../writes/start-job';

interface CollectionInput {
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly sortOrder?: string | null;
  readonly templateSuffix?: string | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly products?: readonly string[] | null;
  readonly ruleSet?: {
    readonly appliedDisjunctively: boolean;
    readonly rules?:
      | readonly (Omit<CollectionRule, 'conditionObjectId'> & { conditionObjectId?: string | null })[]
      | null;
  } | null;
}

/** Recorded: the answer that creates a smart collection counts no products, a read right after does. */
const ruleSetTakesMs = 1;

export function collectionCreate(
  args: { input?: CollectionInput | null; collection?: CollectionInput | null },
  { state, now, nowMs }: ExecutionContext,
): Payload {
  const input = args.input ?? args.collection ?? {};
  const title = input.title?.trim() ?? '';
  const userErrors: UserError[] = [];
  if (title === '') userErrors.push(userError(['title'], "Title can't be blank"));
  if (title.length > longestText) {
    userErrors.push(userError(['title'], `Title is too long (maximum is ${longestText} characters)`));
  }
  if (userErrors.length > 0) return { collection: null, userErrors };
  const isTaken = (handle: string): boolean => state.collections.find('handle', handle).length > 0;
  const collection = state.collections.put({
    id: state.newId('Collection'),
    title,
    handle: freeHandle(handleFrom(input.handle || title), isTaken),
    descriptionHtml: input.descriptionHtml ?? '',
    sortOrder: input.sortOrder ?? 'BEST_SELLING',
    templateSuffix: input.templateSuffix ?? null,
    seo: { title: input.seo?.title ?? null, description: input.seo?.description ?? null },
    ruleSet: input.ruleSet
      ? {
          appliedDisjunctively: input.ruleSet.appliedDisjunctively,
          rules: (input.ruleSet.rules ?? []).map((rule) => ({
            ...rule,
            conditionObjectId: rule.conditionObjectId ?? null,
          })),
        }
      : null,
    productIds: input.products ?? [],
    rulesApplyFromMs: nowMs + ruleSetTakesMs,
    updatedAt: now,
  });
  return { collection, userErrors: [] };
}

interface MembersArgs {
  readonly id: string;
  readonly productIds: readonly string[];
}

export function collectionAddProducts(args: MembersArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const collection = state.collections.get(args.id);
  if (!collection) return { collection: null, userErrors: [userError(['id'], 'Collection does not exist')] };
  const known = args.productIds.filter((id) => state.products.get(id));
  const productIds = [...new Set([...collection.productIds, ...known])];
  return { collection: state.collections.put({ ...collection, productIds, updatedAt: now }), userErrors: [] };
}

/** The same through a job. */
export function collectionAddProductsV2(args: MembersArgs, context: ExecutionContext): Payload {
  const { userErrors } = collectionAddProducts(args, context);
  const failed = (userErrors as readonly UserError[]).map((error) => ({
    ...error,
    code: 'COLLECTION_DOES_NOT_EXIST',
  }));
  return failed.length > 0 ? { job: null, userErrors: failed } : { job: startJob(context), userErrors: [] };
}

export function collectionRemoveProducts(args: MembersArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const collection = state.collections.get(args.id);
  if (!collection) return { job: null, userErrors: [userError(['id'], 'Collection does not exist')] };
  const productIds = collection.productIds.filter((id) => !args.productIds.includes(id));
  state.collections.put({ ...collection, productIds, updatedAt: now });
  return { job: startJob(context), userErrors: [] };
}
