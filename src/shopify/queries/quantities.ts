import type { PriceListId } from '../../catalog/markets/catalogs';
import { joinQuantityPrices } from '../../catalog/markets/quantity-prices';
import { legacyId, type VariantId } from '../../catalog/values/gid';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type QuantityPricesData,
  QuantityPricesDocument,
  type QuantityRulesData,
  QuantityRulesDocument,
} from '../documents/generated/markets';
import { amountIn, type PricesPart } from './markets';
import { nextCursor } from './nodes';

const RULES_PER_PAGE = 250;
const PRICES_PER_PAGE = 100;
const QUANTITIES_OF_PRICE = 50;

/** Rules have no search: all of a list are read. */
export interface RulesPart {
  readonly list: PriceListId;
  readonly after?: string;
}

export interface QuantityRule {
  readonly variant: VariantId;
  readonly minimum: number;
  readonly maximum: number | null;
  readonly increment: number;
}

export function rulesRequest({ list, after }: RulesPart): GraphqlRequest<QuantityRulesData> {
  const variables = { list, ...(after && { after }) };
  return readRequest(QuantityRulesDocument, variables, 1 + connectionCost(RULES_PER_PAGE, 1));
}

export function rulesIn(
  part: RulesPart,
  { priceList }: QuantityRulesData,
): { readonly found: readonly QuantityRule[]; readonly next: RulesPart | undefined } {
  const after = priceList ? nextCursor(priceList.quantityRules.pageInfo) : undefined;
  return {
    found: (priceList?.quantityRules.nodes ?? []).map(({ productVariant, minimum, maximum, increment }) => ({
      variant: productVariant.id,
      minimum,
      maximum,
      increment,
    })),
    next: after === undefined ? undefined : { ...part, after },
  };
}

export interface PricesByQuantity {
  readonly variant: VariantId;
  /** As a cell's value has them; null where the price is the same for any quantity. */
  readonly prices: string | null;
}

export function quantityPricesRequest({
  list,
  variants,
  after,
}: PricesPart): GraphqlRequest<QuantityPricesData> {
  const query = variants?.map((id) => `variant_id:${legacyId(id)}`).join(' OR ');
  const variables = { list, ...(query && { query }), ...(after && { after }) };
  const children = 1 + connectionCost(QUANTITIES_OF_PRICE, 0);
  return readRequest(QuantityPricesDocument, variables, 1 + connectionCost(PRICES_PER_PAGE, children));
}

export const quantityPricesIn =
  (currency: string) =>
  (
    part: PricesPart,
    { priceList }: QuantityPricesData,
  ): {
    readonly found: readonly PricesByQuantity[];
    readonly next: PricesPart | undefined;
    readonly pages: number;
  } => {
    const after = priceList ? nextCursor(priceList.prices.pageInfo) : undefined;
    return {
      found: (priceList?.prices.nodes ?? []).map(({ variant, quantityPriceBreaks: { nodes } }) => ({
        variant: variant.id,
        prices:
          nodes.length === 0
            ? null
            : joinQuantityPrices(
                nodes.map(({ minimumQuantity, price }) => ({
                  from: minimumQuantity,
                  amount: amountIn(price.amount, currency),
                })),
              ),
      })),
      next: after === undefined ? undefined : { ...part, after },
      pages: Math.ceil((priceList?.fixedPricesCount ?? 0) / PRICES_PER_PAGE),
    };
  };
