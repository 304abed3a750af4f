// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument } from '../document';
import { type OperationFields, OperationFieldsText } from './fragments';
import type { BulkMutationErrorCode, StagedUploadInput } from './schema-types';

export const BulkOperationDocument: GraphqlDocument<BulkOperationData, BulkOperationVariables> = `query BulkOperation($id:ID!){bulkOperation(id:$id){${OperationFieldsText}}}`;

export type BulkOperationData = {
  readonly bulkOperation: OperationFields | null;
};

export type BulkOperationVariables = {
  readonly id: string;
};

export const LatestBulkOperationsDocument: GraphqlDocument<LatestBulkOperationsData, LatestBulkOperationsVariables> = `query LatestBulkOperations{bulkOperations(first:50){nodes{id query}}}`;

export type LatestBulkOperationsData = {
  readonly bulkOperations: {
    readonly nodes: readonly {
      readonly id: Gid<'BulkOperation'>;
      readonly query: string;
    }[];
  };
};

export type LatestBulkOperationsVariables = Record<string, never>;

export const ReadInBulkDocument: GraphqlDocument<ReadInBulkData, ReadInBulkVariables> = `mutation ReadInBulk($query:String!){bulkOperationRunQuery(query:$query){bulkOperation{${OperationFieldsText}}userErrors{message}}}`;

export type ReadInBulkData = {
  readonly bulkOperationRunQuery: {
    readonly bulkOperation: OperationFields | null;
    readonly userErrors: readonly {
      readonly message: string;
    }[];
  } | null;
};

export type ReadInBulkVariables = {
  readonly query: string;
};

export const RunInBulkDocument: GraphqlDocument<RunInBulkData, RunInBulkVariables> = `mutation RunInBulk($mutation:String!,$path:String!,$mark:String!){bulkOperationRunMutation(mutation:$mutation,stagedUploadPath:$path,clientIdentifier:$mark){bulkOperation{id}userErrors{code message}}}`;

export type RunInBulkData = {
  readonly bulkOperationRunMutation: {
    readonly bulkOperation: {
      readonly id: Gid<'BulkOperation'>;
    } | null;
    readonly userErrors: readonly ({
      readonly code: BulkMutationErrorCode | null;
      readonly message: string;
    })[];
  } | null;
};

export type RunInBulkVariables = {
  readonly mutation: string;
  readonly path: string;
  readonly mark: string;
};

export const CancelBulkOperationDocument: GraphqlDocument<CancelBulkOperationData, CancelBulkOperationVariables> = `mutation CancelBulkOperation($id:ID!){bulkOperationCancel(id:$id){userErrors{message}}}`;

export type CancelBulkOperationData = {
  readonly bulkOperationCancel: {
    readonly userErrors: readonly {
      readonly message: string;
    }[];
  } | null;
};

export type CancelBulkOperationVariables = {
  readonly id: string;
};

export const StageLinesDocument: GraphqlDocument<StageLinesData, StageLinesVariables> = `mutation StageLines($input:[StagedUploadInput!]!){stagedUploadsCreate(input:$input){stagedTargets{url parameters{name value}}userErrors{field message}}}`;

export type StageLinesData = {
  readonly stagedUploadsCreate: {
    readonly stagedTargets: readonly ({
      readonly url: string | null;
      readonly parameters: readonly {
        readonly name: string;
        readonly value: string;
      }[];
    })[] | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type StageLinesVariables = {
  readonly input: readonly StagedUploadInput[];
};
