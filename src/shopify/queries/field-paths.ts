import type { FamilyMember } from '../../catalog/columns/column-family';
import type { ShopifyField } from '../../catalog/columns/columns';
import type { FamilyName } from '../../catalog/columns/families';
import type { FieldValue } from '../../catalog/values/cell';
import type { ItemFields, ProductFields, VariantFields } from '../documents/generated/fragments';
import type {
  ProductSetInput,
  ProductUpdateInput,
  ProductVariantSetInput,
  ProductVariantsBulkInput,
} from '../documents/generated/schema-types';

/** Names with dots between them that lead to a value, or to an object that is a value; a list has no names. */
type PathOf<Node> = {
  [Name in keyof Node & string]:
    | Name
    | (NonNullable<Node[Name]> extends string | number | boolean | readonly unknown[]
        ? never
        : `${Name}.${PathOf<NonNullable<Node[Name]>>}`);
}[keyof Node & string];

/** Paths that the documents select. A field that they leave out would always be read as empty. */
type NodePath =
  | PathOf<ProductFields & { readonly descriptionHtml: string }>
  | PathOf<VariantFields & { readonly inventoryItem: ItemFields }>;

/** Paths that both mutations of an item take. */
type InputPath =
  | (PathOf<ProductSetInput> & PathOf<ProductUpdateInput>)
  | (PathOf<ProductVariantSetInput> & PathOf<ProductVariantsBulkInput>);

/** The place of a field in the Admin API. */
export interface FieldPath {
  /** In the input of mutations. Absent where a mutation of its own writes the field, or none does. */
  readonly input?: InputPath;
  /** In the selection of its item. Absent where a query of its own reads it. */
  readonly node?: NodePath;
  /** The value that empties it, where that is not null. */
  readonly empty?: FieldValue;
  /** Inputs of a list of groups: for a new item, and for one that joins and leaves some. */
  readonly list?: {
    readonly whole: keyof ProductSetInput;
    readonly join: keyof ProductUpdateInput;
    readonly leave: keyof ProductUpdateInput;
  };
  /** The input that the mutation refuses next to it; this one says all of it. */
  readonly insteadOf?: InputPath;
  /** Sent next to a new value of an existing item. */
  readonly onUpdate?: Partial<ProductUpdateInput>;
}

/** Places of a family's fields, whose names no document knows, in the inputs of products and of variants. */
interface FamilyPath {
  readonly input: string;
}

/** Every family of columns; undefined as long as nothing of it can be sent. */
export const FAMILY_PATHS: Readonly<Record<FamilyName, ((member: FamilyMember) => FamilyPath) | undefined>> =
  {
    metafield: undefined,
    shownMetafield: undefined,
    listPrice: undefined,
    listCompareAt: undefined,
    listMinimum: undefined,
    listMaximum: undefined,
    listIncrement: undefined,
    listQuantityPrices: undefined,
    inCatalog: undefined,
  };

const at = (path: InputPath & NodePath): FieldPath => ({ input: path, node: path });

/** Every field of the column table. The compiler finds each path in the documents and in the input types. */
export const FIELD_PATHS: Readonly<Record<ShopifyField, FieldPath>> = {
  // As Shopify admin offers it, ticked: the old address continues to lead to the product.
  handle: { ...at('handle'), onUpdate: { redirectNewHandle: true } },
  title: at('title'),
  descriptionHtml: at('descriptionHtml'),
  vendor: at('vendor'),
  productType: at('productType'),
  tags: at('tags'),
  collections: {
    list: { whole: 'collections', join: 'collectionsToJoin', leave: 'collectionsToLeave' },
  },
  status: at('status'),
  category: { input: 'category', node: 'category.id' },
  seoTitle: at('seo.title'),
  seoDescription: at('seo.description'),
  published: {},
  publishedAt: {},
  channels: {},
  giftCard: { node: 'isGiftCard' },
  option1Order: {},
  option2Order: {},
  option3Order: {},
  sku: { input: 'inventoryItem.sku', node: 'sku' },
  barcode: at('barcode'),
  // Shopify refuses the two next to each other.
  barcodes: { input: 'barcodes', insteadOf: 'barcode' },
  price: at('price'),
  compareAtPrice: at('compareAtPrice'),
  cost: { input: 'inventoryItem.cost', node: 'inventoryItem.unitCost.amount' },
  taxable: at('taxable'),
  inventoryPolicy: at('inventoryPolicy'),
  tracked: { ...at('inventoryItem.tracked'), empty: false },
  requiresShipping: at('inventoryItem.requiresShipping'),
  weight: at('inventoryItem.measurement.weight'),
  harmonizedSystemCode: at('inventoryItem.harmonizedSystemCode'),
  countryCodeOfOrigin: at('inventoryItem.countryCodeOfOrigin'),
  provinceCodeOfOrigin: at('inventoryItem.provinceCodeOfOrigin'),
};
