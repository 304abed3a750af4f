import { Kind, parse, print, visit } from 'graphql';
import type { TopLevelError } from '../../graphql/execution/answer';
import type { StagedUpload } from '../../http/staged-uploads/staged-upload';
import type { StoreState } from '../state/store-state';
import type { BulkOperation } from './bulk-operation';

const split = new WeakMap<StagedUpload, readonly string[]>();

/** The lines of the uploaded file; a line break at its end begins no further one. */
export function variableLines(state: StoreState, operation: BulkOperation): readonly string[] {
  const upload = state.stagedUploads.get(operation.stagedUploadId ?? '');
  if (!upload) return [];
  const known = split.get(upload);
  if (known) return known;
  const lines = (upload.contents?.text ?? '').replace(/\r?\n$/, '').split(/\r?\n/);
  split.set(upload, lines);
  return lines;
}

type Line =
  | { readonly variables: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly TopLevelError[] };

/** One line's variables. What Shopify says of a line that is no JSON object is not known; the text is ours. */
export function readLine(line: string): Line {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { variables: value as Readonly<Record<string, unknown>> };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { errors: [{ message: 'The line is not a JSON object.' }] };
}

const rewritten = new Map<string, string>();

/**
 * The document as a bulk operation runs it: inside one, productSet is always synchronous
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/productSet). A variable that said otherwise is dropped.
 */
export function synchronously(mutation: string): string {
  if (!mutation.includes('synchronous')) return mutation;
  const known = rewritten.get(mutation);
  if (known !== undefined) return known;
  const dropped = new Set<string>();
  const withoutArgument = visit(parse(mutation), {
    Field: (field) => {
      if (field.name.value !== 'productSet') return undefined;
      const rest = field.arguments?.filter((argument) => {
        if (argument.name.value !== 'synchronous') return true;
        if (argument.value.kind === Kind.VARIABLE) dropped.add(argument.value.name.value);
        return false;
      });
      return { ...field, arguments: rest };
    },
  });
  const text = print(
    visit(withoutArgument, {
      VariableDefinition: ({ variable }) => (dropped.has(variable.name.value) ? null : undefined),
    }),
  );
  rewritten.set(mutation, text);
  return text;
}
