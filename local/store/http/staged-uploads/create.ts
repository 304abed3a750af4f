import type { ExecutionContext } from '../../graphql/execution/context';
import { failure } from '../../graphql/execution/failures';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { createRandom } from '../../random';
import { stepBetweenIds } from '../../shop/state/ids';
import { type UploadResource, uploadResources } from './resources';
import { formTarget, putTarget } from './shared-bucket-target';
import { modelTarget, videoTarget } from './sized-target';
import type { BuildTarget, UploadInput } from './target';

interface Args {
  readonly input: readonly UploadInput[];
}

/** An input that was refused answers an empty target in its place (recorded). */
const noTarget = { url: null, resourceUrl: null, parameters: [] };

/** `stagedUploadsCreate`: signs a place for each file. Refused inputs do not keep the others from theirs. */
export function stagedUploadsCreate({ input }: Args, context: ExecutionContext): Payload {
  const resources = input.map((one) => resourceOf(one));
  if (resources.some((resource) => resource.isDenied)) {
    throw failure('Access denied for stagedUploadsCreate field.', {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
    });
  }
  const answers = input.map((one, index) => {
    const resource = resourceOf(one);
    const userErrors = check(one, resource, index);
    if (userErrors.length > 0) return { target: noTarget, userErrors };
    const { url, resourceUrl, upload } = builderFor(resource, one)(
      { ...context, random: ownRandom(context) },
      one,
      resource,
    );
    context.state.stagedUploads.put(upload);
    return { target: { url, resourceUrl, parameters: upload.parameters }, userErrors };
  });
  return {
    stagedTargets: answers.map(({ target }) => target),
    userErrors: answers.flatMap(({ userErrors }) => userErrors),
  };
}

function builderFor(resource: UploadResource, input: UploadInput): BuildTarget {
  if (resource.storage === 'video') return videoTarget;
  if (resource.storage === 'model') return modelTarget;
  return input.httpMethod === 'POST' ? formTarget : putTarget;
}

/** Seeded by a number that is used once, so that no key comes twice, not even after a state was loaded. */
const ownRandom = ({ state }: ExecutionContext) => createRandom(state.ids.next() / stepBetweenIds);

/** The schema lets no other resource through. */
function resourceOf({ resource }: UploadInput): UploadResource {
  const known = uploadResources[resource];
  if (!known) throw new Error(`There is no upload resource ${resource}.`);
  return known;
}

function check(input: UploadInput, resource: UploadResource, index: number): UserError[] {
  const at = (field: string) => ['input', String(index), field];
  if (resource.sizedAs && input.fileSize == null) {
    return [userError(at('fileSize'), `file size is required for ${resource.sizedAs} resources`)];
  }
  if (resource.mimeTypes && !resource.mimeTypes.has(input.mimeType)) {
    const message = `${input.filename}: (${input.mimeType}) is not a recognized format`;
    return [userError(at('mimeType'), message)];
  }
  return [];
}
