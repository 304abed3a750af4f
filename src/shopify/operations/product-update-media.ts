import { groupBy } from '../../catalog/values/arrays';
import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { type BatchOf, indexAfter, type OperationOf, refuse } from './operation';

/**
 * Alt texts. Shopify prefers `fileUpdate`, which needs the access scope `write_files` on top of `write_products`;
 * a merchant is not asked for a scope that opens all files of the store for the sake of a caption.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productUpdateMedia
 */
const DOCUMENT = `mutation UpdateAltTexts($productId: ID!, $media: [UpdateMediaInput!]!) {
  productUpdateMedia(productId: $productId, media: $media) {
    media { id alt }
    mediaUserErrors { code field message }
  }
}`;

export const productUpdateMedia: OperationOf<BatchOf<'productUpdateMedia'>> = {
  request({ actions }) {
    return {
      document: DOCUMENT,
      variables: {
        productId: actions[0]?.productId,
        media: actions.map(({ mediaId, alt }) => ({ id: mediaId, alt })),
      },
      cost: 10,
      repeatable: true,
    };
  },
  answer({ actions }, payload) {
    const errors = payload.mediaUserErrors as typeof payload.userErrors;
    const byIndex = groupBy(errors, (error) => indexAfter(error, 'media'));
    const general = byIndex.get(undefined);
    const refused = actions.flatMap(({ ref }, index) => {
      const own = general ?? byIndex.get(index);
      return own ? [refuse(ref, own)] : [];
    });
    // One refused and none is written: the others are sent again without it.
    const rest = actions.filter((_, index) => errors.length > 0 && !general && !byIndex.has(index));
    return {
      kind: 'answered',
      written: NOTHING_WRITTEN,
      refused,
      retry: rest.length > 0 ? [{ operation: 'productUpdateMedia', actions: rest }] : [],
    };
  },
};
