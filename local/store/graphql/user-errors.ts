/** One entry of `userErrors`; mutations whose payload has no code leave it out. */
export interface UserError {
  /** From the argument down, indexes as text; null where Shopify names no field. */
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
  readonly elementIndex?: number | null;
}

export function userError(
  field: readonly (string | number)[] | null,
  message: string,
  code: string | null = null,
): UserError {
  return { field: field?.map(String) ?? null, message, code };
}
