import type { ApiVersion } from './versions';

/** Parts of Shopify's released schema that the pinned `@shopify/dev-mcp` does not have yet. */
export interface SchemaPatch {
  readonly name: string;
  readonly versions: readonly ApiVersion[];
  /** Shopify's pages on which every name of `sdl` was read. */
  readonly sources: readonly string[];
  readonly sdl: string;
  /** As the introspection carries it: `Type` or `Type.field` → the sentence that names the access scopes. */
  readonly requiredAccess: Readonly<Record<string, string>>;
  /** `Type.field.argument` → the types whose ids the argument takes. */
  readonly idTypes: Readonly<Record<string, readonly string[]>>;
}

const DOCS = 'https://shopify.dev/docs/api/admin-graphql';

/** GiftCardProductSetUserErrorCode lists them together; the variant mutations' pages list them too. */
const BARCODE_CODES = `
  BARCODE_CHECKSUM_VALIDATION_FAILED BARCODE_VALUE_TOO_LONG BLANK_BARCODE_VALUE DUPLICATE_BARCODE_VALUE
  INCOMPATIBLE_BARCODE_FIELDS INVALID_BARCODE_CHARACTERS INVALID_BARCODE_LENGTH INVALID_BARCODE_PREFIX
  INVALID_BARCODE_SEPARATORS INVALID_BARCODE_TYPE TOO_MANY_BARCODES`;

const barcodes: SchemaPatch = {
  name: 'several barcodes of a variant',
  versions: ['2026-10', 'unstable'],
  sources: [
    'https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes',
    `${DOCS}/unstable/objects/ProductVariantBarcode`,
    `${DOCS}/unstable/connections/ProductVariantBarcodeConnection`,
    `${DOCS}/unstable/input-objects/BarcodeInput`,
    `${DOCS}/unstable/enums/BarcodeType`,
    `${DOCS}/latest/enums/ProductVariantsBulkUpdateUserErrorCode`,
    `${DOCS}/latest/enums/ProductVariantsBulkCreateUserErrorCode`,
    `${DOCS}/2027-01/enums/GiftCardProductSetUserErrorCode`,
  ],
  sdl: `
    "The identifier standard that a barcode value conforms to."
    enum BarcodeType { ASIN EAN GTIN ISBN UPC }

    "A barcode associated with a product variant."
    type ProductVariantBarcode { type: BarcodeType value: String! }

    type ProductVariantBarcodeEdge { cursor: String! node: ProductVariantBarcode! }

    type ProductVariantBarcodeConnection {
      edges: [ProductVariantBarcodeEdge!]!
      nodes: [ProductVariantBarcode!]!
      pageInfo: PageInfo!
    }

    extend type ProductVariant {
      barcodes(after: String, before: String, first: Int, last: Int, reverse: Boolean = false): ProductVariantBarcodeConnection!
    }

    "A variant accepts up to 20 barcodes, and a given variant input can't set both barcode and barcodes."
    input BarcodeInput { type: BarcodeType value: String! }

    extend input ProductVariantSetInput { barcodes: [BarcodeInput!] }
    extend input ProductVariantsBulkInput { barcodes: [BarcodeInput!] }
    extend enum ProductVariantsBulkCreateUserErrorCode { ${BARCODE_CODES} }
    extend enum ProductVariantsBulkUpdateUserErrorCode { ${BARCODE_CODES} }
    extend enum ProductSetUserErrorCode { ${BARCODE_CODES} }`,
  requiredAccess: { ProductVariantBarcode: '`read_products` access scope.' },
  idTypes: {},
};

/** Read only: Shopify's API has no mutation for them. What their treatments change is left out, nothing here asks. */
const rollouts: SchemaPatch = {
  name: 'rollouts',
  versions: ['2026-10'],
  sources: [
    'https://shopify.dev/changelog/read_rollouts',
    `${DOCS}/2026-10/objects/Rollout`,
    `${DOCS}/2026-10/objects/RolloutSchedule`,
    `${DOCS}/2026-10/objects/RolloutTreatment`,
    `${DOCS}/2026-10/enums/RolloutStatus`,
    `${DOCS}/2026-10/queries/rollout`,
    `${DOCS}/unstable/queries/rollouts`,
  ],
  sdl: `
    enum RolloutStatus { ACTIVE ARCHIVED CONCLUDED DRAFT PAUSED SCHEDULED }

    type RolloutSchedule { activateAt: DateTime! concludeAt: DateTime }

    type RolloutTreatment implements Node { id: ID! rollout: Rollout split: Int! }

    "A rollout on a shop."
    type Rollout implements Node {
      archivedAt: DateTime
      concludedAt: DateTime
      createdAt: DateTime!
      effectiveTrafficAllocation: Float!
      id: ID!
      name: String!
      schedule: RolloutSchedule
      startedAt: DateTime
      status: RolloutStatus!
      trafficAllocation: Int!
      treatments: [RolloutTreatment!]!
      updatedAt: DateTime!
    }

    type RolloutEdge { cursor: String! node: Rollout! }

    type RolloutConnection { edges: [RolloutEdge!]! nodes: [Rollout!]! pageInfo: PageInfo! }

    extend type QueryRoot {
      rollout(id: ID!): Rollout
      rollouts(after: String, before: String, first: Int, last: Int, query: String, reverse: Boolean = false): RolloutConnection!
    }`,
  requiredAccess: {
    Rollout: '`read_rollouts` access scope.',
    RolloutTreatment: '`read_rollouts` access scope.',
  },
  idTypes: { 'QueryRoot.rollout.id': ['Rollout'] },
};

/** Each goes once the package brings it: a test compares. */
export const schemaPatches: readonly SchemaPatch[] = [barcodes, rollouts];

export function patchesFor(version: ApiVersion): readonly SchemaPatch[] {
  return schemaPatches.filter(({ versions }) => versions.includes(version));
}
