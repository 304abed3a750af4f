import { type ExecutionContext, isoTime } from '../../graphql/execution/context';
import { gidNumber } from '../../shop/state/ids';
import type { UploadResource } from './resources';
import { compactTime, encodePolicy, randomHex, randomUuid } from './signing';
import { stagedUploadId } from './staged-upload';
import { type BuildTarget, extensionOf, hostOf, parametersOf, type UploadInput } from './target';

/** Bucket and service account of recorded answers; Shopify promises neither. */
export const sharedBucket = 'shopify-staged-uploads';
const sharedAccount = 'merchant-assets@shopify-tiers.iam.gserviceaccount.com';

/** Recorded: the policy of a form is valid for a day, a signed PUT for a week. */
const dayMs = 24 * 60 * 60 * 1000;
const validForMs = { form: dayMs, put: 7 * dayMs } as const;

function keyInSharedBucket(
  { state, random }: ExecutionContext,
  input: UploadInput,
  { folder, renamesFile }: UploadResource,
): string {
  const name = renamesFile ? randomHex(random, 32) + extensionOf(input.filename) : input.filename;
  return `tmp/${gidNumber(state.shop.id)}/${folder[input.httpMethod ?? 'PUT']}/${randomUuid(random)}/${name}`;
}

/** Everything but videos and models goes to one bucket, by a form of nine parameters … */
export const formTarget: BuildTarget = (context, input, resource) => {
  const { nowMs, random } = context;
  const key = keyInSharedBucket(context, input, resource);
  const signature = randomHex(random, 512);
  const expiresAtMs = nowMs + validForMs.form;
  const signed = {
    'x-goog-date': compactTime(nowMs),
    'x-goog-credential': `${sharedAccount}/${compactTime(nowMs).slice(0, 8)}/auto/storage/goog4_request`,
    'x-goog-algorithm': 'GOOG4-RSA-SHA256',
  };
  const fields = { 'Content-Type': input.mimeType, success_action_status: '201', acl: 'private' };
  const one = ([name, value]: readonly [string, string]) => ({ [name]: value });
  const policy = encodePolicy({
    conditions: [
      ...Object.entries(fields).map(one),
      ['content-length-range', 1, resource.maxBytes],
      { bucket: sharedBucket },
      { key },
      ...Object.entries(signed).map(one),
    ],
    expiration: isoTime(expiresAtMs),
  });
  const url = `${hostOf(sharedBucket)}/`;
  return {
    url,
    resourceUrl: resource.resourceUrl === 'target' ? url : url + key,
    upload: {
      id: stagedUploadId(sharedBucket, key),
      bucket: sharedBucket,
      key,
      resource: input.resource,
      httpMethod: 'POST',
      parameters: parametersOf({ ...fields, key, ...signed, 'x-goog-signature': signature, policy }),
      signature,
      minBytes: 1,
      maxBytes: resource.maxBytes,
      expiresAtMs,
      contents: null,
    },
  };
};

/** … or by a PUT whose address is signed. */
export const putTarget: BuildTarget = (context, input, resource) => {
  const { nowMs, random } = context;
  const key = keyInSharedBucket(context, input, resource);
  const signature = randomHex(random, 512);
  const date = compactTime(nowMs);
  const query = new URLSearchParams({
    'X-Goog-Algorithm': 'GOOG4-RSA-SHA256',
    'X-Goog-Credential': `${sharedAccount}/${date.slice(0, 8)}/auto/storage/goog4_request`,
    'X-Goog-Date': date,
    'X-Goog-Expires': String(validForMs.put / 1000),
    'X-Goog-SignedHeaders': 'host',
    'X-Goog-Signature': signature,
  });
  const objectUrl = `${hostOf(sharedBucket)}/${key}`;
  const url = `${objectUrl}?${query}`;
  return {
    url,
    resourceUrl: resource.resourceUrl === 'target' ? url : objectUrl,
    upload: {
      id: stagedUploadId(sharedBucket, key),
      bucket: sharedBucket,
      key,
      resource: input.resource,
      httpMethod: 'PUT',
      parameters: parametersOf({ content_type: input.mimeType, acl: 'private' }),
      signature,
      minBytes: 0,
      maxBytes: resource.maxBytes,
      expiresAtMs: nowMs + validForMs.put,
      // A file that was announced as empty needs no bytes to be there (recorded: "The input file is empty.").
      contents: input.fileSize === '0' ? { sizeBytes: 0, text: '' } : null,
    },
  };
};
