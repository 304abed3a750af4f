import type { ExecutionContext } from '../../../graphql/execution/context';
import { findNode } from '../../../graphql/queries/node';
import { gidType } from '../../state/ids';

/** Types of the ids that a reference takes. */
const referenced: Readonly<Record<string, readonly string[]>> = {
  product_reference: ['Product'],
  variant_reference: ['ProductVariant'],
  collection_reference: ['Collection'],
  file_reference: ['MediaImage', 'Video', 'GenericFile', 'Model3d'],
  metaobject_reference: ['Metaobject'],
  mixed_reference: ['Metaobject'],
  page_reference: ['Page', 'OnlineStorePage'],
  article_reference: ['Article', 'OnlineStoreArticle'],
  customer_reference: ['Customer'],
  company_reference: ['Company'],
  order_reference: ['Order'],
  product_taxonomy_value_reference: ['TaxonomyValue'],
};

/** Kinds of record that the store does not hold: it takes every id of their form. */
const notHeld = new Set([
  'Metaobject',
  'Page',
  'OnlineStorePage',
  'Article',
  'OnlineStoreArticle',
  'Customer',
  'Company',
  'Order',
  'TaxonomyValue',
]);

export function checkReference(context: ExecutionContext, type: string, id: string): string | null {
  const given = gidType(id);
  const wanted = referenced[type];
  const fits = wanted === undefined || wanted.includes(given);
  const exists = notHeld.has(given) ? /\/\d+$/.test(id) : findNode(context, id) !== null;
  return fits && exists ? null : `Value references non-existent resource ${id}.`;
}
