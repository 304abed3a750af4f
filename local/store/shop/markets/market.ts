import type { Row } from '../state/table';

export interface Market extends Row {
  readonly name: string;
  readonly handle: string;
  readonly status: 'ACTIVE' | 'DRAFT';
  readonly countryCodes: readonly string[];
  /** A market of company locations (B2B) has no countries. */
  readonly companyLocationIds?: readonly string[];
  readonly currencyCode: string;
  readonly localCurrencies: boolean;
  readonly roundingEnabled: boolean;
  readonly taxPricingStrategy: string;
  readonly dutiesPricingStrategy: string;
}

/** A catalog of markets or of company locations; its id tells which. Apps' catalogs are their channels. */
export interface Catalog extends Row {
  readonly title: string;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT';
  readonly marketIds: readonly string[];
  readonly companyLocationIds?: readonly string[];
  readonly publicationId?: string | null;
}

export interface Company extends Row {
  readonly name: string;
  readonly externalId: string | null;
  readonly note: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CompanyLocation extends Row {
  readonly companyId: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly phone: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An address of the shop for some markets: its own domain with a folder. */
export interface WebPresence extends Row {
  readonly defaultLocale: string;
  readonly alternateLocales: readonly string[];
  readonly subfolderSuffix: string | null;
}
