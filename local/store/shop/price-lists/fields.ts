import type { GraphQLResolveInfo } from 'graphql';
import { connection, type PageArgs } from '../../graphql/connections';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import { id, type SearchFields } from '../../graphql/search/search-fields';
import { searchRows } from '../../graphql/search/search-rows';
import { money } from '../../graphql/types/values';
import { gidNumber } from '../state/ids';
import type { PriceList, QuantityPriceBreak } from './price-list';
import { fixedPricesOf, type ShownPrice, shownPrices } from './prices';
import { breaksOf, shownRule } from './quantity-rules';

interface PricesArgs extends PageArgs {
  readonly originType?: ShownPrice['originType'] | null;
  readonly query?: string | null;
}

/** The filters of `PriceList.prices(query:)` (schema). */
const priceFields: SearchFields<ShownPrice> = {
  product_id: id(({ variant }) => [gidNumber(variant.productId)], { isLive: true }),
  variant_id: id(({ variant }) => [gidNumber(variant.id)], { isLive: true }),
};

export const priceListFields: ObjectFields<PriceList> = {
  catalog: ({ catalogId }, _args, { state }) => state.catalogs.get(catalogId ?? '') ?? null,
  fixedPricesCount: (list, _args, { state }) => fixedPricesOf(state, list).length,
  prices: (list, args: PricesArgs, context, info: GraphQLResolveInfo) => {
    const ofOrigin = shownPrices(context.state, list).filter(
      ({ originType }) => args.originType == null || originType === args.originType,
    );
    return connection(searchRows(ofOrigin, args.query, priceFields, context, info), args);
  },
  quantityRules: (list, args: PageArgs & { readonly originType?: string | null }, { state }) =>
    connection(
      state.variants
        .all()
        .map((variant) => shownRule(state, list, variant))
        .filter(({ originType }) => args.originType == null || originType === args.originType),
      args,
    ),
};

export const priceListPriceFields: ObjectFields<ShownPrice> = {
  quantityPriceBreaks: ({ id, variant }, args: PageArgs, { state }) => {
    const [listId = ''] = id.split('|');
    const breaks = breaksOf(state, listId, variant.id);
    return connection(
      [...breaks].sort((one, other) => one.minimumQuantity - other.minimumQuantity),
      args,
    );
  },
};

export const quantityPriceBreakFields: ObjectFields<QuantityPriceBreak> = {
  price: ({ price, priceListId }, _args, { state }) =>
    money(price, state.priceLists.get(priceListId)?.currency ?? state.shop.currencyCode),
  priceList: ({ priceListId }, _args, { state }) => state.priceLists.get(priceListId) ?? null,
  variant: ({ variantId }, _args, { state }) => state.variants.get(variantId) ?? null,
};
