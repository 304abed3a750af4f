import { type Catalog, catalogNamed, type NoCatalog, type PriceListId } from '../markets/catalogs';
import { headerFor, nameIn, type QuantityColumn } from '../markets/headers';
import { gidOf, legacyId, type PublicationId } from '../values/gid';
import { lackedScopes, scopesLacked } from '../values/scope-uses';
import { kindOfCurrency } from './amount-kinds';
import type { FamilyFacts } from './column';
import type { ColumnFamily, FamilyMember, ResolvedMember } from './column-family';
import { quantityKindOf } from './quantity-kinds';

type PriceColumn = keyof typeof PRICE_FAMILIES;

/** The families of prices by their columns. */
const PRICE_FAMILIES = { price: 'listPrice', compareAt: 'listCompareAt' } as const;

/** The families of quantities by theirs. */
const QUANTITY_FAMILIES = {
  minimum: 'listMinimum',
  maximum: 'listMaximum',
  increment: 'listIncrement',
  quantityPrices: 'listQuantityPrices',
} as const satisfies Readonly<Record<QuantityColumn, string>>;

/** The member's numeric ID and the title of its catalog, encoded because names of values have no blanks. */
function nameOf(id: PriceListId | PublicationId, title: string): string {
  return `${legacyId(id)}/${encodeURIComponent(title)}`;
}

function partsOf(name: string): { readonly id: string; readonly title: string } {
  const slash = name.lastIndexOf('/');
  return { id: name.slice(0, slash), title: decodeURIComponent(name.slice(slash + 1)) };
}

/** Before the shop is known, the name has a title and no ID. */
function unresolved(level: FamilyMember['level'], name: string): FamilyMember {
  return { level, kind: 'unplaced', name: `/${encodeURIComponent(name)}` };
}

type OfCatalog = (catalog: Catalog, facts: FamilyFacts) => Omit<FamilyMember, 'level'> | NoCatalog;

function resolve(member: FamilyMember, facts: FamilyFacts, of: OfCatalog): ResolvedMember {
  const { title } = partsOf(member.name);
  const catalog = catalogNamed(title, facts.catalogs ?? { all: [], lacked: [] });
  const found = 'why' in catalog ? catalog : of(catalog, facts);
  return 'why' in found ? { member, whyCells: found.why } : { member: { ...member, ...found }, rules: [] };
}

function priceFamily(column: PriceColumn) {
  return {
    group: 'prices',
    needs: 'catalogs',
    writtenBy: 'price-list',
    uses: 'marketNames',
    ...(column === 'compareAt' && { zeroClears: true }),
    named: (header) => {
      const name = nameIn(column, header);
      return name === undefined ? undefined : unresolved('variant', name);
    },
    resolve: (member, facts) => resolve(member, facts, inPriceList),
    header: ({ name }) => headerFor(column, partsOf(name).title),
    entry: ({ level, kind, name }) => {
      const { id } = partsOf(name);
      if (!id) return {};
      const list = gidOf('PriceList', id);
      const key = (of: PriceColumn) => `${PRICE_FAMILIES[of]}:${level}:${kind}:${name}` as const;
      return { soldAt: { list, price: key('price'), compareAt: key('compareAt') } };
    },
  } as const satisfies ColumnFamily;
}

const inPriceList: OfCatalog = ({ title, list }) => {
  if (!list)
    return {
      why: `is for “${title}”, a catalog without prices of its own. Open it in Shopify admin, give it a price adjustment, and sync again`,
    };
  const kind = kindOfCurrency(list.currency);
  return kind
    ? { kind, name: nameOf(list.id, title) }
    : { why: `is in ${list.currency}, a currency that this version does not know. Update the add-on` };
};

/**
 * Kinds of cells in a list's currency. Their names contain it, so that each column's key also gives the kinds of the
 * related columns.
 */
function quantityKinds(currency: string) {
  const [amount, byQuantity] = [kindOfCurrency(currency), quantityKindOf(currency)];
  return amount && byQuantity
    ? ({
        price: amount,
        minimum: 'orderedAtLeast',
        maximum: 'orderedAtMost',
        increment: 'orderedAtLeast',
        quantityPrices: byQuantity,
      } as const)
    : undefined;
}

const ofQuantities =
  (column: QuantityColumn): OfCatalog =>
  (catalog, facts) => {
    const { title, list, sellsTo } = catalog;
    if (sellsTo === 'customers')
      return {
        why: `is for “${title}”, a catalog of customers, and Shopify takes quantities in catalogs of companies. Empty the cell`,
      };
    const priced = inPriceList(catalog, facts);
    const kinds = list && quantityKinds(list.currency);
    if ('why' in priced || !kinds) return priced;
    return { kind: kinds[column], name: `${list.currency}/${priced.name}` };
  };

function quantityFamily(column: QuantityColumn) {
  return {
    group: 'prices',
    needs: 'catalogs',
    writtenBy: 'quantities',
    uses: 'marketNames',
    named: (header) => {
      const name = nameIn(column, header);
      return name === undefined ? undefined : unresolved('variant', name);
    },
    resolve: (member, facts) => resolve(member, facts, ofQuantities(column)),
    header: ({ name }) => headerFor(column, partsOf(name).title),
    entry: ({ level, name }) => {
      const [currency = '', id = ''] = name.split('/');
      const kinds = id && currency ? quantityKinds(currency) : undefined;
      if (!kinds) return {};
      const key = (of: QuantityColumn) => `${QUANTITY_FAMILIES[of]}:${level}:${kinds[of]}:${name}` as const;
      return {
        orderedAs: {
          list: gidOf('PriceList', id),
          price: `${PRICE_FAMILIES.price}:${level}:${kinds.price}:${name.slice(currency.length + 1)}`,
          minimum: key('minimum'),
          maximum: key('maximum'),
          increment: key('increment'),
          quantityPrices: key('quantityPrices'),
        },
      };
    },
  } as const satisfies ColumnFamily;
}

const inPublication: OfCatalog = ({ title, publication }, { granted = [] }) => {
  const lacked = scopesLacked('publishing', granted);
  if (lacked.length > 0) return { why: `was left alone: ${lackedScopes(lacked).replace(/\.$/, '')}` };
  return publication
    ? { kind: 'boolean', name: nameOf(publication, title) }
    : {
        why: `is for “${title}”, a catalog that includes all products. Choose products for it in Shopify admin, and sync again`,
      };
};

/** Prices, quantities and products of catalogs, which are for markets or for companies' locations. */
export const CATALOG_FAMILIES = {
  listPrice: priceFamily('price'),
  listCompareAt: priceFamily('compareAt'),
  listMinimum: quantityFamily('minimum'),
  listMaximum: quantityFamily('maximum'),
  listIncrement: quantityFamily('increment'),
  listQuantityPrices: quantityFamily('quantityPrices'),
  inCatalog: {
    group: 'products',
    needs: 'catalogs',
    writtenBy: 'catalog',
    uses: 'publishing',
    required: true,
    named: (header) => {
      const name = nameIn('included', header);
      return name === undefined ? undefined : unresolved('product', name);
    },
    resolve: (member, facts) => resolve(member, facts, inPublication),
    header: ({ name }) => headerFor('included', partsOf(name).title),
    entry: ({ name }) => {
      const { id } = partsOf(name);
      return id ? { publication: gidOf('Publication', id) } : {};
    },
  },
} as const satisfies Readonly<Record<string, ColumnFamily>>;
