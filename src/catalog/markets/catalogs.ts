import type { Gid, PublicationId } from '../values/gid';
import { nameKey, nearName } from '../values/plain-name';
import { lackedScopes } from '../values/scope-uses';
import { NO_CATALOG } from './headers';

export type PriceListId = Gid<'PriceList'>;

/** The prices of a catalog: fixed ones, and for all other variants the shop's, adjusted. */
export interface PriceList {
  readonly id: PriceListId;
  readonly currency: string;
  /** Added to the shop's price: -10 is 10 % below it. */
  readonly percent: number;
}

/** Products that a market, or a company's location, can buy, and at which prices. */
export interface Catalog {
  readonly title: string;
  /** Names of its markets, where it has some that the app may read. */
  readonly markets: readonly string[];
  readonly list: PriceList | null;
  /** The products that it includes; null where it includes all. */
  readonly publication: PublicationId | null;
  /**
   * Only catalogs for companies have quantities; `unknown` where the app may not read what kind of markets the catalog
   * has.
   */
  readonly sellsTo: 'companies' | 'customers' | 'unknown';
}

export interface Catalogs {
  readonly all: readonly Catalog[];
  /** Scopes that the app lacks to read the names of markets. */
  readonly lacked: readonly string[];
}

/** The end of a sentence that begins with the cell: why a name matches no catalog. */
export interface NoCatalog {
  readonly why: string;
}

const MOST_NAMES = 4;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The catalog that a header or a cell names: by its title first, by the name of a market if that has one catalog. */
export function catalogNamed(name: string, { all, lacked }: Catalogs): Catalog | NoCatalog {
  if (all.length === 0)
    return { why: `is for “${name}”, and the shop has no catalog. Make one in Shopify admin, under Markets` };
  const isNamed = (other: string) => nameKey(other) === nameKey(name);
  const [titled, ...alike] = all.filter(({ title }) => isNamed(title));
  if (titled && alike.length === 0) return titled;
  if (titled)
    return {
      why: `may be for any of ${alike.length + 1} catalogs called “${name}”. Give them different titles in Shopify admin`,
    };
  const [only, ...others] = all.filter(({ markets }) => markets.some(isNamed));
  if (only && others.length === 0) return only;
  if (only)
    return {
      why: `is for the market “${name}”, which has several catalogs. Name one of them: ${listed([only, ...others].map(({ title }) => title))}`,
    };
  return { why: unknown(name, all, lacked) };
}

function unknown(name: string, all: readonly Catalog[], lacked: readonly string[]): string {
  const titles = all.map(({ title }) => title);
  const names = [...new Set([...titles, ...all.flatMap(({ markets }) => markets)])];
  const near = nearName(name, names);
  const there = `Name one of ${listed(near ? [near, ...names.filter((other) => other !== near)] : names)}`;
  if (name === NO_CATALOG) return `names no catalog. ${there}`;
  return lacked.length > 0 && !near
    ? `is for “${name}”, the title of no catalog. ${there}. To read the names of markets, ${lackedScopes(lacked).replace(/\.$/, '')}`
    : `is for “${name}”, which is no catalog or market of the shop. ${near ? `Did you mean “${near}”? ` : ''}${there}`;
}
