/** The way back from Shopify's permission page into this script. */
export interface Authorization {
  /** Where Shopify must be told to send people back to; it is entered in the app's settings. */
  redirectUri(): string;
  /** A token that leads the answer to `callback` with these arguments, once, within the hour. */
  newState(callback: string, args: Readonly<Record<string, string>>): string;
}
