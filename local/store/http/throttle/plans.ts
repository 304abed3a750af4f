/** Points that one app may spend at one store (https://shopify.dev/docs/api/usage/limits). */
export interface RateLimit {
  /** Points that a rested bucket holds; 2,000 is recorded on the standard plan, the others keep its ratio. */
  readonly maximumAvailable: number;
  /** Points restored per second. */
  readonly restoreRate: number;
}

export const plans = {
  standard: { maximumAvailable: 2000, restoreRate: 100 },
  advanced: { maximumAvailable: 4000, restoreRate: 200 },
  plus: { maximumAvailable: 20_000, restoreRate: 1000 },
  enterprise: { maximumAvailable: 40_000, restoreRate: 2000 },
} as const satisfies Readonly<Record<string, RateLimit>>;

export type Plan = keyof typeof plans;

export const isPlan = (text: string): text is Plan => text in plans;
