import type { Row } from '../state/table';

export interface Market extends Row {
  readonly name: string;
  readonly handle: string;
  readonly status: 'ACTIVE' | 'DRAFT';
  readonly countryCodes: readonly string[];
  readonly currencyCode: string;
  readonly localCurrencies: boolean;
  readonly roundingEnabled: boolean;
  readonly taxPricingStrategy: string;
  readonly dutiesPricingStrategy: string;
}

/** A catalog of markets; companies and apps have none here. */
export interface MarketCatalog extends Row {
  readonly title: string;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT';
  readonly marketIds: readonly string[];
}
