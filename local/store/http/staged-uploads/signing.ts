/** Random names and signatures of the right length and alphabet; nothing is really signed. */

const hexDigits = '0123456789abcdef';

export function randomHex(random: () => number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += hexDigits[Math.floor(random() * 16)];
  return text;
}

export function randomUuid(random: () => number): string {
  const hex = randomHex(random, 30);
  const variant = hexDigits[8 + Math.floor(random() * 4)];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(12, 15)}`,
    `${variant}${hex.slice(15, 18)}`,
    hex.slice(18),
  ].join('-');
}

export const randomBase64 = (random: () => number, bytes: number): string =>
  Buffer.from(randomHex(random, bytes * 2), 'hex').toString('base64');

/** `20260505T200341Z`, as Google signs dates. */
export const compactTime = (epochMs: number): string =>
  new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** The policy document of a form upload; Shopify writes its slashes escaped (recorded). */
export const encodePolicy = (policy: unknown): string =>
  Buffer.from(JSON.stringify(policy).replaceAll('/', '\\/')).toString('base64');
