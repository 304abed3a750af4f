/** A GraphQL error as Shopify shapes it. Source: https://shopify.dev/docs/api/admin-graphql#status_and_error_codes */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly requiredAccess?: string;
    /** Place in a variable that does not fit the schema, and the reason. */
    readonly problems?: readonly VariableProblem[];
  };
}

interface VariableProblem {
  readonly path?: readonly (string | number)[];
  readonly explanation?: string;
}

export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
}

/** Our code of a search of which Shopify left something out. */
export const IGNORED_FILTER = 'IGNORED_FILTER';

/** Code and text of the refusal; which of the two comes, and where, no source says for this version. */
export const DAILY_VARIANTS = 'Daily variant creation limit reached';
const CODE = 'VARIANT_THROTTLE_EXCEEDED';

/**
 * A store of 50,000 variants or more takes 1,000 new ones a day from an app. Source: https://shopify.dev/docs/api/usage/limits;
 * the text from public reports of 2019. It is looked at because a user error may come without a code.
 */
export function isDailyVariantLimit(error: GraphqlError | UserError): boolean {
  const code = 'extensions' in error ? error.extensions?.code : 'code' in error ? error.code : undefined;
  return code === CODE || error.message.startsWith(DAILY_VARIANTS);
}

/** The same as an answer of status 429, whose body names it: waiting for seconds helps nothing. */
export function dailyVariantErrors(body: string): GraphqlError[] {
  return body.includes(DAILY_VARIANTS) ? [{ message: DAILY_VARIANTS, extensions: { code: CODE } }] : [];
}
