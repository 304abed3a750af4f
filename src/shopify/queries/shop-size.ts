import type { GraphqlRequest } from '../client/graphql';

export interface ShopSize {
  readonly products: number;
  readonly variants: number;
}

/** Without a limit counting ends at ten thousand. Source: the schema. Each count costs ten points (recorded). */
export const shopSizeRequest: GraphqlRequest = {
  document: `query ShopSize {
  productsCount(limit: null) { count }
  productVariantsCount(limit: null) { count }
}`,
  variables: {},
  cost: 20,
  repeatable: true,
};

interface Count {
  readonly count: number;
}

export function readShopSize(data: unknown): ShopSize {
  const counted = data as {
    readonly productsCount: Count | null;
    readonly productVariantsCount: Count | null;
  };
  return { products: counted.productsCount?.count ?? 0, variants: counted.productVariantsCount?.count ?? 0 };
}
