// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import { type ItemFields, ItemFieldsText, type ProductFields, ProductFieldsText, type VariantFields, VariantFieldsText } from './fragments';
import type { CreateMediaInput, FilesErrorCode, FileUpdateInput, MediaUserErrorCode, MoveInput, OptionCreateInput, OptionReorderInput, OptionUpdateInput, OptionValueUpdateInput, ProductDeleteInput, ProductOptionsCreateUserErrorCode, ProductOptionsReorderUserErrorCode, ProductOptionUpdateUserErrorCode, ProductSetInput, ProductUpdateInput, ProductVariantsBulkDeleteUserErrorCode, PublicationInput, UpdateMediaInput } from './schema-types';

export const CreateProductDocument: GraphqlDocument<CreateProductData, CreateProductVariables> = `mutation CreateProduct($input:ProductSetInput!,$variants:Int!,$media:Int!){productSet(input:$input,synchronous:true){product{${ProductFieldsText} descriptionHtml variants(first:$variants){nodes{${VariantFieldsText} inventoryItem{${ItemFieldsText}}}}media(first:$media){nodes{id}}}userErrors{field message}}}`;

export type CreateProductData = {
  readonly productSet: {
    readonly product: ProductFields & {
      readonly descriptionHtml: string;
      readonly variants: {
        readonly nodes: readonly (VariantFields & {
          readonly inventoryItem: ItemFields;
        })[];
      };
      readonly media: {
        readonly nodes: readonly ({
          readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
        })[];
      };
    } | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type CreateProductVariables = {
  readonly input: ProductSetInput;
  readonly variants: number;
  readonly media: number;
};

export const CreateProductInBulkDocument: GraphqlDocument<CreateProductInBulkData, CreateProductInBulkVariables> = `mutation CreateProductInBulk($input:ProductSetInput!,$variants:Int!){productSet(input:$input,synchronous:true){product{${ProductFieldsText} descriptionHtml variants(first:$variants){nodes{${VariantFieldsText} inventoryItem{${ItemFieldsText}}}}}userErrors{field message}}}`;

export type CreateProductInBulkData = {
  readonly productSet: {
    readonly product: ProductFields & {
      readonly descriptionHtml: string;
      readonly variants: {
        readonly nodes: readonly (VariantFields & {
          readonly inventoryItem: ItemFields;
        })[];
      };
    } | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type CreateProductInBulkVariables = {
  readonly input: ProductSetInput;
  readonly variants: number;
};

export const UpdateProductDocument: GraphqlDocument<UpdateProductData, UpdateProductVariables> = `mutation UpdateProduct($product:ProductUpdateInput!,$media:[CreateMediaInput!],$added:Int!,$withMedia:Boolean!){productUpdate(product:$product,media:$media){product{${ProductFieldsText} descriptionHtml media(last:$added)@include(if:$withMedia){nodes{id}}}userErrors{field message}}}`;

export type UpdateProductData = {
  readonly productUpdate: {
    readonly product: ProductFields & {
      readonly descriptionHtml: string;
      readonly media?: {
        readonly nodes: readonly ({
          readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
        })[];
      };
    } | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type UpdateProductVariables = {
  readonly product: ProductUpdateInput;
  readonly media?: readonly CreateMediaInput[] | null;
  readonly added: number;
  readonly withMedia: boolean;
};

export const AddTagsDocument: GraphqlDocument<AddTagsData, AddTagsVariables> = `mutation AddTags($id:ID!,$tags:[String!]!){tagsAdd(id:$id,tags:$tags){node{...on Product{${ProductFieldsText} descriptionHtml}}userErrors{field message}}}`;

export type AddTagsData = {
  readonly tagsAdd: {
    readonly node: Narrowed<ProductFields & {
      readonly descriptionHtml: string;
    }> | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type AddTagsVariables = {
  readonly id: string;
  readonly tags: readonly string[];
};

export const RemoveTagsDocument: GraphqlDocument<RemoveTagsData, RemoveTagsVariables> = `mutation RemoveTags($id:ID!,$tags:[String!]!){tagsRemove(id:$id,tags:$tags){node{...on Product{${ProductFieldsText} descriptionHtml}}userErrors{field message}}}`;

export type RemoveTagsData = {
  readonly tagsRemove: {
    readonly node: Narrowed<ProductFields & {
      readonly descriptionHtml: string;
    }> | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type RemoveTagsVariables = {
  readonly id: string;
  readonly tags: readonly string[];
};

export const PublishDocument: GraphqlDocument<PublishData, PublishVariables> = `mutation Publish($id:ID!,$input:[PublicationInput!]!){publishablePublish(id:$id,input:$input){userErrors{field message}}}`;

export type PublishData = {
  readonly publishablePublish: {
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type PublishVariables = {
  readonly id: string;
  readonly input: readonly PublicationInput[];
};

export const UnpublishDocument: GraphqlDocument<UnpublishData, UnpublishVariables> = `mutation Unpublish($id:ID!,$input:[PublicationInput!]!){publishableUnpublish(id:$id,input:$input){userErrors{field message}}}`;

export type UnpublishData = {
  readonly publishableUnpublish: {
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type UnpublishVariables = {
  readonly id: string;
  readonly input: readonly PublicationInput[];
};

export const UpdateAltTextsDocument: GraphqlDocument<UpdateAltTextsData, UpdateAltTextsVariables> = `mutation UpdateAltTexts($productId:ID!,$media:[UpdateMediaInput!]!){productUpdateMedia(productId:$productId,media:$media){mediaUserErrors{code field message}}}`;

export type UpdateAltTextsData = {
  readonly productUpdateMedia: {
    readonly mediaUserErrors: readonly ({
      readonly code: MediaUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type UpdateAltTextsVariables = {
  readonly productId: string;
  readonly media: readonly UpdateMediaInput[];
};

export const UpdateFilesDocument: GraphqlDocument<UpdateFilesData, UpdateFilesVariables> = `mutation UpdateFiles($files:[FileUpdateInput!]!){fileUpdate(files:$files){userErrors{code field message}}}`;

export type UpdateFilesData = {
  readonly fileUpdate: {
    readonly userErrors: readonly ({
      readonly code: FilesErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type UpdateFilesVariables = {
  readonly files: readonly FileUpdateInput[];
};

export const ReorderImagesDocument: GraphqlDocument<ReorderImagesData, ReorderImagesVariables> = `mutation ReorderImages($productId:ID!,$moves:[MoveInput!]!){productReorderMedia(id:$productId,moves:$moves){job{id}mediaUserErrors{code field message}}}`;

export type ReorderImagesData = {
  readonly productReorderMedia: {
    readonly job: {
      readonly id: Gid<'Job'>;
    } | null;
    readonly mediaUserErrors: readonly ({
      readonly code: MediaUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type ReorderImagesVariables = {
  readonly productId: string;
  readonly moves: readonly MoveInput[];
};

export const RenameOptionValueDocument: GraphqlDocument<RenameOptionValueData, RenameOptionValueVariables> = `mutation RenameOptionValue($productId:ID!,$option:OptionUpdateInput!,$values:[OptionValueUpdateInput!]){productOptionUpdate(productId:$productId,option:$option,optionValuesToUpdate:$values,variantStrategy:LEAVE_AS_IS){userErrors{code field message}}}`;

export type RenameOptionValueData = {
  readonly productOptionUpdate: {
    readonly userErrors: readonly ({
      readonly code: ProductOptionUpdateUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type RenameOptionValueVariables = {
  readonly productId: string;
  readonly option: OptionUpdateInput;
  readonly values?: readonly OptionValueUpdateInput[] | null;
};

export const DeleteProductDocument: GraphqlDocument<DeleteProductData, DeleteProductVariables> = `mutation DeleteProduct($input:ProductDeleteInput!){productDelete(input:$input){userErrors{field message}}}`;

export type DeleteProductData = {
  readonly productDelete: {
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type DeleteProductVariables = {
  readonly input: ProductDeleteInput;
};

export const DeleteVariantsDocument: GraphqlDocument<DeleteVariantsData, DeleteVariantsVariables> = `mutation DeleteVariants($productId:ID!,$variantsIds:[ID!]!){productVariantsBulkDelete(productId:$productId,variantsIds:$variantsIds){userErrors{code field message}}}`;

export type DeleteVariantsData = {
  readonly productVariantsBulkDelete: {
    readonly userErrors: readonly ({
      readonly code: ProductVariantsBulkDeleteUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type DeleteVariantsVariables = {
  readonly productId: string;
  readonly variantsIds: readonly string[];
};

export const ReorderOptionsDocument: GraphqlDocument<ReorderOptionsData, ReorderOptionsVariables> = `mutation ReorderOptions($productId:ID!,$options:[OptionReorderInput!]!){productOptionsReorder(productId:$productId,options:$options){userErrors{code field message}}}`;

export type ReorderOptionsData = {
  readonly productOptionsReorder: {
    readonly userErrors: readonly ({
      readonly code: ProductOptionsReorderUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type ReorderOptionsVariables = {
  readonly productId: string;
  readonly options: readonly OptionReorderInput[];
};

export const CreateOptionsDocument: GraphqlDocument<CreateOptionsData, CreateOptionsVariables> = `mutation CreateOptions($productId:ID!,$options:[OptionCreateInput!]!){productOptionsCreate(productId:$productId,options:$options,variantStrategy:LEAVE_AS_IS){userErrors{code field message}}}`;

export type CreateOptionsData = {
  readonly productOptionsCreate: {
    readonly userErrors: readonly ({
      readonly code: ProductOptionsCreateUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type CreateOptionsVariables = {
  readonly productId: string;
  readonly options: readonly OptionCreateInput[];
};
