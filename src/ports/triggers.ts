/** Times at which a trigger comes again. Google picks the minute within the hour. */
export type Recurrence =
  | { readonly every: 'hours'; readonly hours: number }
  /** `hour` from 0 to 23, in the time zone. */
  | { readonly every: 'day'; readonly hour: number; readonly timeZone: string };

/** The clock triggers that call the scheduled sync for the user at work. Nobody sees a colleague's. */
export interface Triggers {
  list(): readonly string[];
  /** The new trigger's id; undefined where Google refuses, as it does beyond its limits and sometimes without a reason. */
  createRecurring(recurrence: Recurrence): string | undefined;
  /** Runs once; it stays in the list until it is removed. A published add-on has one trigger in all. */
  createAfter(delayMs: number): string | undefined;
  remove(id: string): void;
  /** Tells whether Google wants this user to allow the script again, and at which address. */
  permission(): Permission;
}

export type Permission = { readonly kind: 'granted' } | { readonly kind: 'required'; readonly url: string };

/**
 * The id in an event and the id in the list were seen to differ in their last digits.
 * Source: https://github.com/ljay79/jira-tools, `trigger.gs`
 */
export function isSameTrigger(one: string, other: string): boolean {
  return one.slice(0, COMPARED_DIGITS) === other.slice(0, COMPARED_DIGITS);
}

const COMPARED_DIGITS = 14;

/** The way back from Shopify's permission page into this script. */
export interface Authorization {
  /** Address to which Shopify sends people back; it is entered in the app's settings. */
  redirectUri(): string;
  /** A token that leads the answer to `callback` with these arguments, once, within the hour. */
  newState(callback: string, args: Readonly<Record<string, string>>): string;
}
