/** The text that replaces a secret. */
export const MASK = '***';

/**
 * Texts that open something, whoever they belong to: Shopify's tokens, Google's, signed addresses, and whatever a field
 * that is named for a secret holds. Only the secret itself is matched, so that JSON stays JSON without it.
 */
const SECRETS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a Shopify token', pattern: /shp[a-z]{2}_\w{4,}/g },
  { what: 'a Google token', pattern: /\bya29\.[\w-]{8,}/g },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{30,}/g },
  { what: 'a bearer token', pattern: /\b[Bb]earer +[\w.~+/-]{8,}=*/g },
  {
    what: 'a signed address',
    pattern:
      /(?<=\b(?:X-Goog-(?:Signature|Credential|Security-Token)|Signature|GoogleAccessId|hmac|code|state|access_token|token)(?:=|%3D))[^&\s"'\\*]{8,}/gi,
  },
  {
    what: 'a field named for a secret',
    pattern:
      /(?<=\b(?:client_?secret|access_?token|refresh_?token|api_?key|password|x-goog-signature|policy)\\*["']?\s*[:=]\s*\\*["']?)[^"'\\\s,}*&[\]{]{4,}/gi,
  },
];

/** Names what looks like a secret in a text; undefined where nothing does. The secret itself is not repeated. */
export function secretIn(text: string): string | undefined {
  return SECRETS.find(({ pattern }) => text.search(pattern) >= 0)?.what;
}

/** Takes secrets out of texts: the known ones in every spelling, and whatever looks like one. */
export interface Mask {
  (text: string): string;
  /** A secret that became known on the way, such as a token that was granted. */
  learn(secret: string): void;
}

export function createMask(secrets: readonly string[]): Mask {
  const known = new Set<string>();
  const learn = (secret: string): void => {
    if (secret === '') return;
    const bytes = Buffer.from(secret, 'utf8');
    const inJson = JSON.stringify(secret).slice(1, -1);
    const spellings = [
      secret,
      inJson,
      JSON.stringify(inJson).slice(1, -1),
      encodeURIComponent(secret),
      new URLSearchParams({ s: secret }).toString().slice(2),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ];
    for (const spelling of spellings) known.add(spelling);
  };
  for (const secret of secrets) learn(secret);
  const mask = (text: string): string => {
    // The longest first: one spelling may stand within another.
    const longestFirst = [...known].sort((a, b) => b.length - a.length);
    const without = longestFirst.reduce((rest, secret) => rest.split(secret).join(MASK), text);
    return SECRETS.reduce((rest, { pattern }) => rest.replace(pattern, MASK), without);
  };
  return Object.assign(mask, { learn });
}
