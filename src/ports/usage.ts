/** What this execution has taken so far of what Google allows a user in a day. */
export interface Usage {
  readonly urlFetchCalls: number;
  readonly propertyCalls: number;
}
