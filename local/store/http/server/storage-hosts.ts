/**
 * Shopify names storage hosts in its answers; a client of the served store must reach them there. So their
 * addresses are rewritten on the way out, and back on the way in.
 */

const prefix = '/_storage/';

/** Hosts observed in recorded answers. */
const address = /https:\/\/((?:[a-z0-9-]+\.)*storage\.googleapis\.com)\//g;

export const toServed = (text: string, origin: string): string =>
  text.replace(address, (_all, host: string) => `${origin}${prefix}${host}/`);

export const fromServed = (text: string, origin: string): string =>
  text.replaceAll(`${origin}${prefix}`, 'https://');

/** The absolute address that a served path stands for. */
export const addressOf = (path: string, shop: string): string =>
  path.startsWith(prefix) ? `https://${path.slice(prefix.length)}` : `https://${shop}${path}`;
