import type { WeightUnit } from './inventory';

export interface Shop {
  readonly id: string;
  readonly name: string;
  /** `embedded-store.myshopify.com`. */
  readonly domain: string;
  readonly email: string;
  readonly currencyCode: string;
  readonly weightUnit: WeightUnit;
  readonly timeZone: string;
  readonly countryCode: string;
  readonly planName: string;
}

/** The app on whose behalf requests come. */
export interface Installation {
  readonly id: string;
  readonly appId: string;
  readonly appTitle: string;
  readonly accessScopes: readonly string[];
}
