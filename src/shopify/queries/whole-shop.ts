import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { productFields, variantFields } from './fields';
import { LEVELS_IN_BULK } from './inventory-levels';
import { MEDIA_FIELDS, optionFields } from './products';

/**
 * Bulk queries: without pages or variables, at most five connections, one in the other at most twice.
 * Source: https://shopify.dev/docs/api/usage/bulk-operations/queries
 */
export type WholeShopParts = Pick<SnapshotNeeds, 'media' | 'descriptions' | 'onlineStore' | 'options'> & {
  readonly levels: boolean;
};

/** Every product with what stands below it. */
export function allProductsQuery({ levels, media, onlineStore, options, ...parts }: WholeShopParts): string {
  return `{
  products { edges { node {${productFields(parts)}
    ${optionFields(options)}
    variants { edges { node {${variantFields(levels ? LEVELS_IN_BULK : '')} } } }
    ${media ? `media { edges { node { ${MEDIA_FIELDS} } } }` : ''}
    ${onlineStore ? 'resourcePublicationsV2(onlyPublished: false) { edges { node { publication { id } } } }' : ''}
  } } }
}`;
}

/** Every variant. */
export function allVariantsQuery({ levels }: Pick<WholeShopParts, 'levels'>): string {
  return `{
  productVariants { edges { node {${variantFields(levels ? LEVELS_IN_BULK : '')}
    product { id handle }
  } } }
}`;
}
