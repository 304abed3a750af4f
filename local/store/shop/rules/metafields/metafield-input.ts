/** The schema's MetafieldInput: a metafield written together with its owner. */
export interface MetafieldInput {
  readonly id?: string | null;
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
}
