import type { Pace } from '../../plan/batches/choose-lane';
import { ITEMS_PER_REQUEST, LEVELS_COST } from '../queries/inventory-levels';
import {
  HANDLES_PER_REQUEST,
  PRODUCTS_PER_REQUEST,
  type ProductParts,
  productsCost,
} from '../queries/products';
import type { ShopSize } from '../queries/shop';
import {
  LISTED_PER_REQUEST,
  LISTING_COST,
  SEARCH_COST,
  SKUS_PER_REQUEST,
  VARIANTS_COST,
  VARIANTS_PER_REQUEST,
} from '../queries/variants';
import { type Asked, bulkCost, comparableCost, directCost, each, sumOfCosts, type WayCost } from './way-cost';

/** Counts of what is to be looked up. */
export interface LookUpSize {
  readonly products: number;
  /** Products that are found by their handles, and the SKUs that are looked up for those that are not found. */
  readonly handles: number;
  readonly skusOfHandles: number;
  readonly variants: number;
  /** SKUs of rows that name nothing else. */
  readonly skus: number;
  readonly stock: boolean;
  readonly parts: ProductParts;
}

/**
 * `direct`: by id and by handle, and each SKU by `search` or in a `list` of all that the shop has. `bulk`: everything
 * that the shop has of products or of variants, by Shopify's bulk engine, and directly what that leaves open.
 */
export type LookUpWay = DirectWay | BulkWay;

interface DirectWay {
  readonly kind: 'direct';
  readonly skus: 'search' | 'list';
}

export interface BulkWay {
  readonly kind: 'bulk';
  readonly of: 'products' | 'variants';
  readonly levels: boolean;
  /** Way of looking up SKUs if the bulk engine declines. */
  readonly skus: DirectWay['skus'];
}

export interface PricedWay {
  readonly way: LookUpWay;
  readonly cost: WayCost;
  /** The part of the cost that no later execution can continue. */
  readonly direct: WayCost;
}

/** Most items are stocked at one or two locations; a product has a few images, and channels where it is shown. */
const USUAL = { levels: 2, media: 3, channels: 2 };

/** Every way there is with its cost, the cheapest first. */
export function lookUpWays(size: LookUpSize, shop: ShopSize, pace: Pace): PricedWay[] {
  const questions = questionsOf(size, shop);
  const direct = directWays(questions, pace).sort(cheapestFirst);
  const skus = direct[0]?.way.skus ?? 'search';
  return [...direct, ...bulkWays(size, shop, questions, { pace, skus })].sort(cheapestFirst);
}

/** The requests of each step where no bulk query was read. */
interface Questions {
  readonly products: readonly Asked[];
  readonly variants: Asked;
  readonly skus: Readonly<Record<DirectWay['skus'], Asked>>;
  /** Requests for the levels of everything that is found, or only of what is found in products. */
  readonly levels: Readonly<Record<'all' | 'ofProducts', readonly Asked[]>>;
}

function questionsOf({ handles, stock, parts, ...size }: LookUpSize, shop: ShopSize): Questions {
  const found = Math.min(handles, shop.products);
  const products = size.products + found;
  const loose = size.variants + size.skus;
  const ofProducts = products * variantsPerProduct(shop);
  const newSkus = handles > 0 ? size.skusOfHandles * (1 - found / handles) : 0;
  const skus = Math.ceil(size.skus + newSkus);
  const levelsOf = (items: number): Asked[] =>
    stock ? [each({ perRequest: ITEMS_PER_REQUEST, points: LEVELS_COST }, items)] : [];
  const listing = each(
    { perRequest: LISTED_PER_REQUEST, points: LISTING_COST },
    skus > 0 ? shop.variants : 0,
  );
  return {
    products: [
      { requests: Math.ceil(handles / HANDLES_PER_REQUEST), points: handles },
      each({ perRequest: PRODUCTS_PER_REQUEST, points: productsCost(parts) }, products),
    ],
    variants: each({ perRequest: VARIANTS_PER_REQUEST, points: VARIANTS_COST }, loose),
    skus: {
      search: each({ perRequest: SKUS_PER_REQUEST, points: SEARCH_COST }, skus),
      list: { ...listing, turns: listing.requests },
    },
    levels: { all: levelsOf(ofProducts + loose), ofProducts: levelsOf(ofProducts) },
  };
}

function directWays({ products, variants, skus, levels }: Questions, pace: Pace) {
  return (['search', 'list'] as const).map((by) => {
    const cost = directCost([...products, skus[by], variants, ...levels.all], pace);
    return { way: { kind: 'direct' as const, skus: by }, cost, direct: cost };
  });
}

function bulkWays(
  { products, handles, stock, parts }: LookUpSize,
  shop: ShopSize,
  questions: Questions,
  { pace, skus }: { readonly pace: Pace; readonly skus: DirectWay['skus'] },
): PricedWay[] {
  const wayOf = (of: BulkWay['of'], levels: boolean, objects: number, asked: readonly Asked[]): PricedWay => {
    const direct = directCost(asked, pace);
    return { way: { kind: 'bulk', of, levels, skus }, cost: sumOfCosts(bulkCost(objects), direct), direct };
  };
  const perProduct =
    1 + (parts.media ? USUAL.media : 0) + (parts.onlineStore || parts.channels ? USUAL.channels : 0);
  return (stock ? [false, true] : [false]).flatMap((levels) => {
    const ofVariants = shop.variants * (levels ? 1 + USUAL.levels : 1);
    const ofProducts = shop.products * perProduct + ofVariants;
    const left = levels ? questions.levels.ofProducts : questions.levels.all;
    return [
      wayOf('variants', levels, ofVariants, [...questions.products, ...left]),
      ...(products + handles > 0
        ? [wayOf('products', levels, ofProducts, levels ? [] : questions.levels.all)]
        : []),
    ];
  });
}

function cheapestFirst(one: Pick<PricedWay, 'cost'>, other: Pick<PricedWay, 'cost'>): number {
  return comparableCost(one.cost) - comparableCost(other.cost);
}

/**
 * Chooses the cheapest of the ways that leave as much time again for what follows: an execution that only reads gets
 * nowhere. Stock levels change with each order, so they are read last and directly where there is time for it. Where no
 * way is short enough, chooses the one that leaves most to the bulk engine, which continues while we pause.
 */
export function chooseLookUp(ways: readonly PricedWay[], secondsLeft: number): LookUpWay {
  const inTime = ways.filter(({ cost }) => cost.seconds <= secondsLeft / 2);
  const fresh = inTime.find(({ way }) => way.kind === 'direct' || !way.levels);
  const [most] = [...ways].sort((one, other) => one.direct.seconds - other.direct.seconds);
  return ((fresh ?? inTime[0] ?? most) as PricedWay).way;
}

function variantsPerProduct({ products, variants }: ShopSize): number {
  return products > 0 ? Math.max(1, variants / products) : 1;
}
