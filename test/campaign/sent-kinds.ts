import type { SyncAction } from '../../src/plan/model/action';

type KindName = SyncAction['kind'];

/** A mutation of a request: the field of the Admin API, and its variables as text. */
interface Sent {
  readonly field: string;
  readonly variables: string;
}

/** What tells kinds apart that are sent alike. */
interface Around {
  /** The Online Store’s publication: what is put on it is published, and what is put on another is on a channel. */
  readonly onlineStore: string;
  /** Requests that came after it. */
  readonly later: readonly string[];
}

type IsSent = (sent: Sent, around: Around) => boolean;

const field =
  (name: string, holds: RegExp = /^/): IsSent =>
  (sent) =>
    sent.field === name && holds.test(sent.variables);

const onOnlineStore =
  (name: string, wanted: boolean): IsSent =>
  ({ field: own, variables }, { onlineStore }) =>
    own === name && variables.includes(`"${onlineStore}"`) === wanted;

/** A product that is given images alone; an old one is taken off it afterwards. */
const replacesImages: IsSent = (sent, { later }) => {
  const [, product = ''] = /"product":\{"id":"([^"]*)"\},"media":\[\{/.exec(sent.variables) ?? [];
  return (
    sent.field === 'productUpdate' &&
    product !== '' &&
    later.some((request) => request.includes(`"referencesToRemove":["${product}"]`))
  );
};

/**
 * How each kind of change looks on the wire. The compiler asks for the line of a new kind, and a campaign in which it
 * never happens fails.
 */
const SENT_AS: { readonly [Kind in KindName]: IsSent } = {
  unpublish: onOnlineStore('publishableUnpublish', true),
  'leave-channels': onOnlineStore('publishableUnpublish', false),
  'create-product': field('productSet'),
  'update-product': field('productUpdate', /"product":\{"id":"[^"]*",/),
  'add-tags': field('tagsAdd'),
  'remove-tags': field('tagsRemove'),
  'update-alt-text': field('productUpdateMedia'),
  'restore-image': field('fileUpdate', /referencesToAdd/),
  'reorder-images': field('productReorderMedia'),
  'replace-images': replacesImages,
  'detach-image': field('productVariantDetachMedia'),
  'rename-option': field('productOptionUpdate', /"option":\{[^}]*"name"/),
  'reorder-options': field('productOptionsReorder', /"options":\[(\{"id":"[^"]*"\},?)+\]/),
  'create-options': field('productOptionsCreate'),
  'reorder-option-values': field('productOptionsReorder', /"values"/),
  'rename-option-value': field('productOptionUpdate', /"values":\[\{/),
  'delete-variant': field('productVariantsBulkDelete'),
  'delete-product': field('productDelete'),
  'create-variants': field('productVariantsBulkCreate'),
  'update-variants': field('productVariantsBulkUpdate'),
  'set-value': field('metafieldsSet'),
  'clear-value': field('metafieldsDelete'),
  'clear-quantities': field('quantityPricingByVariantUpdate', /"quantityRulesToDeleteByVariantId":\["/),
  'set-list-price': field('priceListFixedPricesUpdate'),
  'set-quantities': field('quantityPricingByVariantUpdate', /"quantity(RulesToAdd|PriceBreaksToAdd)":\[\{/),
  'activate-stock': field('inventoryActivate'),
  'set-stock': field('inventorySetQuantities'),
  'remove-image': field('fileUpdate', /referencesToRemove/),
  publish: onOnlineStore('publishablePublish', true),
  'join-channels': onOnlineStore('publishablePublish', false),
};

export const KINDS_OF_CHANGE = Object.keys(SENT_AS) as readonly KindName[];

/** An undo creates what a run deleted, and takes away nothing but values: no item, no image, no option, no stocked place. */
export const NEVER_UNDONE: readonly KindName[] = [
  ...(['delete-product', 'delete-variant', 'create-options'] as const),
  ...(['remove-image', 'replace-images', 'activate-stock'] as const),
];

export const UNDONE_KINDS = KINDS_OF_CHANGE.filter((kind) => !NEVER_UNDONE.includes(kind));

/** The kinds of change that requests send. */
export function kindsIn(requests: readonly string[], onlineStore: string): readonly KindName[] {
  return requests.flatMap((request, index) => {
    if (!request.startsWith('{"query":"mutation')) return [];
    const { query, variables } = JSON.parse(request) as {
      readonly query: string;
      readonly variables: object;
    };
    // Of several changes in one document the variables are numbered: `option_0`.
    const text = JSON.stringify(variables).replace(/"([a-z]\w*)_\d+":/gi, '"$1":');
    const [, name = ''] = /^mutation \w+\(.*?\)\s*\{\s*(?:\w+:\s*)?(\w+)/s.exec(query) ?? [];
    const around = { onlineStore, later: requests.slice(index + 1) };
    return KINDS_OF_CHANGE.filter((kind) => SENT_AS[kind]({ field: name, variables: text }, around));
  });
}
