import type { ExecutionContext } from '../../graphql/execution/context';
import { failure } from '../../graphql/execution/failures';
import { type UserError, userError } from '../../graphql/user-errors';
import { longestText } from '../rules/limits';
import type { MetafieldInput } from '../rules/metafields/metafield-input';
import type { Collection, CollectionRule } from '../state/publishing';
import type { StoreState } from '../state/store-state';
import { isHttpUrl } from '../writes/put-media';
import { type SourceToCreate, type SourceToUpdate, selectedProducts } from './source-input';

/** CollectionInput of the old model, and CollectionCreateInput and CollectionUpdateInput of the new one. */
export interface CollectionInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly redirectNewHandle?: boolean | null;
  readonly descriptionHtml?: string | null;
  readonly sortOrder?: string | null;
  readonly templateSuffix?: string | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly image?: { readonly src?: string | null; readonly altText?: string | null } | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly products?: readonly string[] | null;
  readonly ruleSet?: {
    readonly appliedDisjunctively: boolean;
    readonly rules?:
      | readonly (Omit<CollectionRule, 'conditionObjectId'> & { conditionObjectId?: string | null })[]
      | null;
  } | null;
  readonly sources?: readonly SourceToCreate[] | null;
  readonly sourcesToCreate?: readonly SourceToCreate[] | null;
  readonly sourcesToUpdate?: readonly SourceToUpdate[] | null;
  readonly sourcesToDelete?: readonly string[] | null;
}

export interface CollectionArgs {
  readonly input?: CollectionInput | null;
  readonly collection?: CollectionInput | null;
}

/** Both at once or none says nothing (schema: one of the two). */
export function inputOf({ input, collection }: CollectionArgs): CollectionInput {
  const given = input ?? collection;
  if (!given || (input && collection))
    throw failure('Exactly one of `input` or `collection` must be provided.', { code: 'BAD_REQUEST' });
  return given;
}

/** Errors of the fields; messages as recorded, that a source needs something to choose inferred. */
export function checkCollection(
  state: StoreState,
  input: CollectionInput,
  self: Collection | null,
): readonly UserError[] {
  const { title, products, ruleSet } = input;
  const errors: UserError[] = [];
  if ((!self || title !== undefined) && !title?.trim())
    errors.push(userError(['title'], "Title can't be blank"));
  if ((title?.length ?? 0) > longestText)
    errors.push(userError(['title'], `Title is too long (maximum is ${longestText} characters)`));
  if (input.image?.src && !isHttpUrl(input.image.src))
    errors.push(userError(['image'], 'Image URL is invalid'));
  if (ruleSet && !ruleSet.rules) errors.push(userError(['ruleSet', 'rules'], 'Rules cannot be an empty set'));
  for (const [index, id] of (products ?? []).entries()) {
    if (!state.products.get(id)) errors.push(userError(['products', index], 'Product does not exist'));
  }
  const chosen = selectedProducts(
    [...(input.sources ?? []), ...(input.sourcesToCreate ?? [])],
    input.sourcesToUpdate ?? [],
  );
  if (chosen.some((id) => !state.products.get(id)))
    errors.push(userError([input.sources ? 'sources' : 'sourcesToUpdate'], 'Product does not exist'));
  return errors;
}

/** A new address is another image, an alt text alone is the same one's; null takes it away. */
export function imageAfter(
  { nowMs }: ExecutionContext,
  before: Collection['image'],
  { image }: CollectionInput,
): Collection['image'] {
  if (image === undefined) return before ?? null;
  const src = image?.src ?? before?.src;
  if (image === null || !src) return null;
  const altText = image.altText === undefined ? (before?.altText ?? null) : image.altText;
  return { src, altText, setAtMs: image.src || !before ? nowMs : before.setAtMs };
}

/** Rules that are an empty list are none (recorded). */
export const ruleSetOf = ({ ruleSet }: CollectionInput): Collection['ruleSet'] =>
  ruleSet?.rules?.length
    ? {
        appliedDisjunctively: ruleSet.appliedDisjunctively,
        rules: ruleSet.rules.map((rule) => ({ ...rule, conditionObjectId: rule.conditionObjectId ?? null })),
      }
    : null;
