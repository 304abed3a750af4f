import { createHash } from 'node:crypto';
import type { ExecutionContext } from '../../graphql/execution/context';
import { findNode } from '../../graphql/queries/node';
import { gidType } from '../state/ids';
import type { Metafield } from '../state/metafield';
import type { OptionValue, Product, ProductOption } from '../state/product';
import type { Collection } from '../state/publishing';

interface Content {
  readonly key: string;
  readonly value: string;
  readonly type: string;
}

const text = (key: string, value: string, type = 'SINGLE_LINE_TEXT_FIELD'): Content => ({ key, value, type });
/** Recorded: what a product does not say is left out, except for its type. */
const ifAny = (key: string, value: string | null, type: string): readonly Content[] =>
  value ? [text(key, value, type)] : [];

const seo = ({ title, description }: Product['seo']): readonly Content[] => [
  ...ifAny('meta_title', title, 'MULTI_LINE_TEXT_FIELD'),
  ...ifAny('meta_description', description, 'MULTI_LINE_TEXT_FIELD'),
];

/** Kinds of metafield that are words. */
const words =
  /^(list\.)?(single_line_text_field|multi_line_text_field|rich_text_field|json|url|link|file_reference)$/;

/** Keys of a resource that can be translated, by the type in its id; keys and their order as recorded for the first two. */
const byType: Readonly<Record<string, (row: never) => readonly Content[]>> = {
  Product: ({ title, descriptionHtml, handle, productType, ...product }: Product) => [
    text('title', title),
    ...ifAny('body_html', descriptionHtml, 'HTML'),
    text('handle', handle, 'URI'),
    text('product_type', productType),
    ...seo(product.seo),
  ],
  Collection: ({ title, descriptionHtml, handle, ...collection }: Collection) => [
    text('title', title),
    ...ifAny('body_html', descriptionHtml, 'HTML'),
    text('handle', handle, 'URI'),
    ...seo(collection.seo),
  ],
  ProductOption: ({ name }: ProductOption) => [text('name', name)],
  ProductOptionValue: ({ name }: OptionValue) => [text('name', name)],
  Metafield: ({ type, value }: Metafield) =>
    words.test(type) ? [text('value', value, type.replace('.', '_').toUpperCase())] : [],
};

/** Keys that may be translated although the original says nothing. */
const keysByType: Readonly<Record<string, readonly string[]>> = {
  Product: ['title', 'body_html', 'handle', 'product_type', 'meta_title', 'meta_description'],
  Collection: ['title', 'body_html', 'handle', 'meta_title', 'meta_description'],
  ProductOption: ['name'],
  ProductOptionValue: ['name'],
  Metafield: ['value'],
};

/** Recorded: the SHA-256 of the text itself. */
export const contentDigest = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Null for what does not exist or has nothing to translate. */
export function translatableContent(
  context: ExecutionContext,
  resourceId: string,
): readonly Content[] | null {
  const contentOf = byType[gidType(resourceId)];
  const row = contentOf && findNode(context, resourceId);
  return row ? contentOf(row as never) : null;
}

export const translatableKeys = (resourceId: string): readonly string[] =>
  keysByType[gidType(resourceId)] ?? [];

/** Undefined for a kind that the store does not hold. */
export function resourcesOfType({ state }: ExecutionContext, type: string): readonly string[] | undefined {
  const options = () => state.products.all().flatMap((product) => product.options);
  const ids: Readonly<Record<string, () => readonly { readonly id: string }[]>> = {
    PRODUCT: () => state.products.all(),
    COLLECTION: () => state.collections.all(),
    PRODUCT_OPTION: options,
    PRODUCT_OPTION_VALUE: () => options().flatMap(({ values }) => values),
    METAFIELD: () => state.metafields.all().filter(({ type: own }) => words.test(own)),
  };
  return ids[type]?.().map(({ id }) => id);
}

/** A product's options and metafields, which are translated on their own. */
export function nestedResources(
  { state }: ExecutionContext,
  resourceId: string,
  type?: string | null,
): readonly string[] {
  const options = state.products.get(resourceId)?.options ?? [];
  const nested: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    PRODUCT_OPTION: options,
    PRODUCT_OPTION_VALUE: options.flatMap(({ values }) => values),
    METAFIELD: state.metafields.find('owner', resourceId).filter((one) => words.test(one.type)),
  };
  const asked =
    type == null ? [...(nested.PRODUCT_OPTION ?? []), ...(nested.METAFIELD ?? [])] : (nested[type] ?? []);
  return asked.map(({ id }) => id);
}
