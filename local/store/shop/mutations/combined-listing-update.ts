import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { longestText } from '../rules/limits';
import { newOption } from '../rules/variants/option-input';

interface Relation {
  readonly childProductId: string;
  readonly selectedParentOptionValues: readonly { readonly name: string; readonly value: string }[];
}

interface Args {
  readonly parentProductId: string;
  readonly title?: string | null;
  readonly productsAdded?: readonly Relation[] | null;
  readonly productsEdited?: readonly Relation[] | null;
  readonly productsRemovedIds?: readonly string[] | null;
  readonly optionsAndValues?: readonly { readonly name: string; readonly values: readonly string[] }[] | null;
}

/** Children join and leave a combined listing; its parent's own options become those of the listing. */
export function combinedListingUpdate(args: Args, context: ExecutionContext): Payload {
  const { state, now } = context;
  const problem = firstProblem(args, context);
  if (problem) return { product: null, userErrors: [problem] };
  const parentId = args.parentProductId;
  const setRole = (id: string, isChild: boolean): void => {
    const child = state.products.get(id);
    if (!child) return;
    const combinedListingRole = isChild ? 'CHILD' : null;
    const combinedListingParentId = isChild ? parentId : null;
    state.products.put({ ...child, combinedListingRole, combinedListingParentId, updatedAt: now });
  };
  for (const { childProductId } of args.productsAdded ?? []) setRole(childProductId, true);
  for (const id of args.productsRemovedIds ?? []) setRole(id, false);
  const parent = state.products.get(parentId);
  if (!parent) return { product: null, userErrors: [] };
  const options = args.optionsAndValues?.map(({ name, values }) =>
    newOption(state, { name, values: values.map((value) => ({ name: value })) }),
  );
  const product = state.products.put({
    ...parent,
    title: args.title ?? parent.title,
    options: options ?? parent.options,
    updatedAt: now,
  });
  return { product, userErrors: [] };
}

/** Messages and order as recorded. */
function firstProblem(args: Args, { state }: ExecutionContext): UserError | null {
  const parent = state.products.get(args.parentProductId);
  const added = args.productsAdded ?? [];
  const edited = args.productsEdited ?? [];
  if (!parent) {
    return userError(
      ['parentProductId'],
      'The parent product could not be found.',
      'PARENT_PRODUCT_NOT_FOUND',
    );
  }
  if (parent.combinedListingRole !== 'PARENT') {
    const message = 'The product must be a combined listing.';
    return userError(['parentProductId'], message, 'PARENT_PRODUCT_MUST_BE_A_COMBINED_LISTING');
  }
  if ((args.title?.length ?? 0) > longestText) {
    return userError(
      ['title'],
      `The title cannot be longer than ${longestText} characters.`,
      'TITLE_TOO_LONG',
    );
  }
  if (added.length + edited.length > 0 && !args.optionsAndValues?.length) {
    const message = 'Options and values must be present when adding or editing products.';
    return userError(['optionsAndValues'], message, 'MISSING_OPTION_VALUES');
  }
  if (edited.some(({ childProductId }) => args.productsRemovedIds?.includes(childProductId))) {
    const message = 'Cannot edit and remove same child products.';
    return userError(['productsEdited'], message, 'EDIT_AND_REMOVE_ON_SAME_PRODUCTS');
  }
  return checkAdded(added, args.parentProductId, state);
}

function checkAdded(
  added: readonly Relation[],
  parentProductId: string,
  state: ExecutionContext['state'],
): UserError | null {
  const ids = added.map(({ childProductId }) => childProductId);
  const error = (message: string, code: string): UserError => userError(['productsAdded'], message, code);
  if (ids.includes(parentProductId)) {
    return error('A parent product cannot have itself as child.', 'CANNOT_HAVE_PARENT_AS_CHILD');
  }
  if (new Set(ids).size < ids.length) {
    return error('The field cannot receive duplicated products.', 'CANNOT_HAVE_DUPLICATED_PRODUCTS');
  }
  const missing = ids.filter((id) => !state.products.get(id));
  if (missing.length > 0) {
    return error(
      `The product with ID(s) ${JSON.stringify(missing)} could not be found.`,
      'PRODUCT_NOT_FOUND',
    );
  }
  const unselected = added.findIndex((relation) => relation.selectedParentOptionValues.length === 0);
  if (unselected >= 0) {
    const at = ['productsAdded', unselected, 'selectedParentOptionValues'];
    return userError(at, 'The selected option values cannot be empty.', 'MUST_HAVE_SELECTED_OPTION_VALUES');
  }
  if (ids.some((id) => state.products.get(id)?.combinedListingParentId)) {
    const message = "A product can't belong to more than one product Combined Listing.";
    return error(message, 'PRODUCT_IS_ALREADY_A_CHILD');
  }
  return null;
}
