import { gidNumber } from '../../shop/state/ids';
import type { Product } from '../../shop/state/product';
import type { StoreState } from '../../shop/state/store-state';
import { type SearchField, word } from './search-fields';

/** The channels that a product was put on, by the numbers of their publications. */
export function channelsOf(product: Product, state: StoreState): readonly string[] {
  return state.resourcePublications
    .find('publishable', product.id)
    .map(({ publicationId }) => gidNumber(publicationId));
}

/** State of a product on each channel, in the words of the schema's description: `580111-published`. */
function standings(product: Product, state: StoreState): readonly string[] {
  const on = new Set(channelsOf(product, state));
  const isActive = product.status === 'ACTIVE';
  return state.publications.all().flatMap(({ id }) => {
    const channel = gidNumber(id);
    if (!on.has(channel)) return [`${channel}-hidden`];
    const shown = [`${channel}-published`, `${channel}-visible`];
    return isActive ? shown : [`${channel}-intended`, `${channel}-hidden`];
  });
}

type Field = SearchField<Product>;

/** Channel fields of a product and of its variants. Approval is not modelled: everything on a channel is approved. */
export const channelFields: Readonly<Record<string, Field>> = {
  published_status: word(
    (product, state) => {
      const isPublished = product.publishedAt !== null && product.status === 'ACTIVE';
      const onlineStore = isPublished ? ['published', 'visible'] : ['unpublished'];
      const nowhere = channelsOf(product, state).length === 0 ? ['unavailable'] : [];
      return ['online_store_channel', ...onlineStore, ...nowhere, ...standings(product, state)];
    },
    {
      isLive: true,
      accepted: ['online_store_channel', 'published', 'visible', 'unpublished', 'unavailable'],
      acceptedForm: /^.+-(published|visible|intended|hidden)$/,
    },
  ),
  publishable_status: word(
    (product, state) => channelsOf(product, state).map((channel) => `${channel}-approved`),
    { isLive: true, acceptedForm: /^.+-(unset|pending|approved|not_approved)$/ },
  ),
  product_publication_status: word(
    (product, state) =>
      channelsOf(product, state).flatMap((channel) => [`${channel}-approved`, `${channel}-published`]),
    {
      isLive: true,
      acceptedForm:
        /^.+-(approved|rejected|needs_action|awaiting_review|published|demoted|scheduled|provisionally_published)$/,
    },
  ),
};
