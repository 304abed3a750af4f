// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import { type GraphqlDocument, type Narrowed, repeated } from '../document';
import { type ItemFields, ItemFieldsText, type MediaFields, MediaFieldsText, type ProductFields, ProductFieldsText, type VariantFields, VariantFieldsText } from './fragments';
import type { MediaStatus } from './schema-types';

export function findHandlesDocument(count: number): GraphqlDocument<FindHandlesData, FindHandlesVariables> {
  return `query FindHandles(${repeated(count, (index) => `$h${index}:String!`)}){${repeated(count, (index) => `h${index}:productByIdentifier(identifier:{handle:$h${index}}){id}`)}}`;
}

export type FindHandlesData = {
  readonly [each: `h${number}`]: {
    readonly id: Gid<'Product'>;
  } | null;
};

export type FindHandlesVariables = {
  readonly [each: `h${number}`]: string;
};

export const ProductsDocument: GraphqlDocument<ProductsData, ProductsVariables> = `query Products($ids:[ID!]!,$descriptions:Boolean!,$optionIds:Boolean!,$media:Boolean!,$variantImages:Boolean!,$publishing:Boolean!){nodes(ids:$ids){...on Product{${ProductFieldsText} descriptionHtml@include(if:$descriptions)options{name id@include(if:$optionIds)linkedMetafield@include(if:$optionIds){key}optionValues@include(if:$optionIds){id name linkedMetafieldValue}}variants(first:100){nodes{${VariantFieldsText} image@include(if:$variantImages){url}inventoryItem{${ItemFieldsText}}}pageInfo{hasNextPage endCursor}}media(first:250)@include(if:$media){nodes{${MediaFieldsText}}}resourcePublicationsV2(first:50,onlyPublished:false)@include(if:$publishing){nodes{publishDate publication{id}}}}}}`;

export type ProductsData = {
  readonly nodes: readonly (Narrowed<ProductFields & {
    readonly descriptionHtml?: string;
    readonly options: readonly ({
      readonly name: string;
      readonly id?: Gid<'ProductOption'>;
      readonly linkedMetafield?: {
        readonly key: string | null;
      } | null;
      readonly optionValues?: readonly ({
        readonly id: Gid<'ProductOptionValue'>;
        readonly name: string;
        readonly linkedMetafieldValue: string | null;
      })[];
    })[];
    readonly variants: {
      readonly nodes: readonly (VariantFields & {
        readonly image?: {
          readonly url: string;
        } | null;
        readonly inventoryItem: ItemFields;
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
    readonly media?: {
      readonly nodes: readonly MediaFields[];
    };
    readonly resourcePublicationsV2?: {
      readonly nodes: readonly ({
        readonly publishDate: string | null;
        readonly publication: {
          readonly id: Gid<'Publication'>;
        };
      })[];
    };
  }> | null)[];
};

export type ProductsVariables = {
  readonly ids: readonly string[];
  readonly descriptions: boolean;
  readonly optionIds: boolean;
  readonly media: boolean;
  readonly variantImages: boolean;
  readonly publishing: boolean;
};

export const MoreVariantsDocument: GraphqlDocument<MoreVariantsData, MoreVariantsVariables> = `query MoreVariants($id:ID!,$after:String!,$variantImages:Boolean!){product(id:$id){variants(first:250,after:$after){nodes{${VariantFieldsText} image@include(if:$variantImages){url}inventoryItem{${ItemFieldsText}}}pageInfo{hasNextPage endCursor}}}}`;

export type MoreVariantsData = {
  readonly product: {
    readonly variants: {
      readonly nodes: readonly (VariantFields & {
        readonly image?: {
          readonly url: string;
        } | null;
        readonly inventoryItem: ItemFields;
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type MoreVariantsVariables = {
  readonly id: string;
  readonly after: string;
  readonly variantImages: boolean;
};

export const ImagesDocument: GraphqlDocument<ImagesData, ImagesVariables> = `query Images($ids:[ID!]!){nodes(ids:$ids){...on MediaImage{id status mediaErrors{message}}}}`;

export type ImagesData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'MediaImage'>;
    readonly status: MediaStatus;
    readonly mediaErrors: readonly {
      readonly message: string;
    }[];
  }> | null)[];
};

export type ImagesVariables = {
  readonly ids: readonly string[];
};

export const PhotosDocument: GraphqlDocument<PhotosData, PhotosVariables> = `query Photos($ids:[ID!]!){nodes(ids:$ids){...on Product{featuredMedia{...on MediaImage{image{url}}}}...on ProductVariant{image{url}}}}`;

export type PhotosData = {
  readonly nodes: readonly (Narrowed<{
    readonly featuredMedia: Narrowed<{
      readonly image: {
        readonly url: string;
      } | null;
    }> | null;
  }> & Narrowed<{
    readonly image: {
      readonly url: string;
    } | null;
  }> | null)[];
};

export type PhotosVariables = {
  readonly ids: readonly string[];
};

export const MediaOrderDocument: GraphqlDocument<MediaOrderData, MediaOrderVariables> = `query MediaOrder($job:ID!,$productId:ID!){job(id:$job){done}product(id:$productId){media(first:250){nodes{id}}}}`;

export type MediaOrderData = {
  readonly job: {
    readonly done: boolean;
  } | null;
  readonly product: {
    readonly media: {
      readonly nodes: readonly ({
        readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
      })[];
    };
  } | null;
};

export type MediaOrderVariables = {
  readonly job: string;
  readonly productId: string;
};

export const MediaStatesDocument: GraphqlDocument<MediaStatesData, MediaStatesVariables> = `query MediaStates($productId:ID!){product(id:$productId){media(first:250){nodes{id status}}}}`;

export type MediaStatesData = {
  readonly product: {
    readonly media: {
      readonly nodes: readonly ({
        readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
        readonly status: MediaStatus;
      })[];
    };
  } | null;
};

export type MediaStatesVariables = {
  readonly productId: string;
};

export const CreatedMediaDocument: GraphqlDocument<CreatedMediaData, CreatedMediaVariables> = `query CreatedMedia($ids:[ID!]!){nodes(ids:$ids){...on Product{id media(first:250){nodes{id}}}}}`;

export type CreatedMediaData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'Product'>;
    readonly media: {
      readonly nodes: readonly ({
        readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
      })[];
    };
  }> | null)[];
};

export type CreatedMediaVariables = {
  readonly ids: readonly string[];
};

export function findCategoriesDocument(count: number): GraphqlDocument<FindCategoriesData, FindCategoriesVariables> {
  return `query FindCategories(${repeated(count, (index) => `$c${index}:String!`)}){taxonomy{${repeated(count, (index) => `c${index}:categories(first:25,search:$c${index}){nodes{id fullName}}`)}}}`;
}

export type FindCategoriesData = {
  readonly taxonomy: {
    readonly [each: `c${number}`]: {
      readonly nodes: readonly {
        readonly id: Gid<'TaxonomyCategory'>;
        readonly fullName: string;
      }[];
    };
  } | null;
};

export type FindCategoriesVariables = {
  readonly [each: `c${number}`]: string;
};
