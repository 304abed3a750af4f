import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { schemaFor } from '../../graphql/schema';
import { type UserError, userError } from '../../graphql/user-errors';
import { sharedBucket } from '../../http/staged-uploads/shared-bucket-target';
import { type StagedUpload, stagedUploadId } from '../../http/staged-uploads/staged-upload';
import { checkBulkMutation } from './check-mutation';
import { checkConcurrency, start } from './start';

interface Args {
  readonly mutation: string;
  readonly stagedUploadPath: string;
  readonly clientIdentifier?: string | null;
}

/** `bulkOperationRunMutation`: one execution of the document per line of the staged file. */
export function bulkOperationRunMutation(args: Args, context: ExecutionContext): Payload {
  const refused = (error: UserError): Payload => ({ bulkOperation: null, userErrors: [error] });
  const fault =
    checkBulkMutation(schemaFor(context.apiVersion), args.mutation) ?? checkIdentifier(args.clientIdentifier);
  if (fault) return refused(fault);
  const upload = uploadAt(context, args.stagedUploadPath);
  const fileFault = checkFile(upload) ?? checkConcurrency(context, 'MUTATION');
  if (fileFault || !upload) return refused(fileFault ?? noSuchFile);
  const bulkOperation = start(context, {
    type: 'MUTATION',
    query: args.mutation,
    stagedUploadId: upload.id,
    groupsObjects: false,
  });
  return { bulkOperation, userErrors: [] };
}

/** 10 to 255 characters (https://shopify.dev/docs/api/usage/bulk-operations/imports); the text is by analogy. */
function checkIdentifier(identifier: string | null | undefined): UserError | null {
  if (identifier == null) return null;
  const refuse = (message: string) => userError(['clientIdentifier'], message, 'INVALID_MUTATION');
  if (identifier.length < 10) return refuse('is too short (minimum is 10 characters)');
  if (identifier.length > 255) return refuse('is too long (maximum is 255 characters)');
  return null;
}

/** By the key that `stagedUploadsCreate` answered, or by a whole address. */
function uploadAt({ state }: ExecutionContext, path: string): StagedUpload | undefined {
  const key = URL.canParse(path) ? decodeURIComponent(new URL(path).pathname.slice(1)) : path;
  return state.stagedUploads.get(stagedUploadId(sharedBucket, key));
}

const noSuchFile = userError(
  null,
  "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.",
  'NO_SUCH_FILE',
);

function checkFile(upload: StagedUpload | undefined): UserError | null {
  if (!upload?.contents) return noSuchFile;
  if (upload.contents.text === null) {
    const message = 'The input file must be uploaded as BULK_MUTATION_VARIABLES.';
    return userError(null, message, 'INVALID_STAGED_UPLOAD_FILE');
  }
  if (upload.contents.text.trim() !== '') return null;
  return userError(null, 'The input file is empty.', 'INVALID_STAGED_UPLOAD_FILE');
}
