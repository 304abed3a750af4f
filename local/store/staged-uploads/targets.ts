import { type ExecutionContext, isoTime } from '../execution/context';
import { gidNumber } from '../state/ids';
import type { UploadResource } from './resources';
import { compactTime, encodePolicy, randomBase64, randomHex, randomUuid } from './signing';
import { type StagedUpload, stagedUploadId } from './staged-upload';

/** The buckets and service accounts of recorded answers; Shopify promises none of them. */
const sharedBucket = 'shopify-staged-uploads';
const sharedAccount = 'merchant-assets@shopify-tiers.iam.gserviceaccount.com';
const videoBucket = 'shopify-video-production-core-originals';
const videoAccount = 'video-production@video-production-225115.iam.gserviceaccount.com';
const modelBucket = 'threed-models-production';
const modelAccount = 'threed-model-service-prod@threed-model-service.iam.gserviceaccount.com';

const minuteMs = 60_000;
/** Recorded: the policy of a form is valid for a day, a signed PUT for a week, a video's for an hour, a model's for 15 minutes. */
const validForMs = {
  form: 24 * 60 * minuteMs,
  put: 7 * 24 * 60 * minuteMs,
  video: 60 * minuteMs,
  model: 15 * minuteMs,
} as const;

export interface UploadInput {
  readonly resource: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly httpMethod?: 'POST' | 'PUT' | null;
  readonly fileSize?: string | null;
}

export interface Target {
  readonly url: string;
  readonly resourceUrl: string;
  readonly upload: StagedUpload;
}

type Build = (context: ExecutionContext, input: UploadInput, resource: UploadResource) => Target;

const hostOf = (bucket: string): string => `https://${bucket}.storage.googleapis.com`;

const extensionOf = (filename: string): string => /\.[^./]+$/.exec(filename)?.[0] ?? '';

const parametersOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

function keyInSharedBucket(
  { state, random }: ExecutionContext,
  input: UploadInput,
  { folder, renamesFile }: UploadResource,
): string {
  const name = renamesFile ? randomHex(random, 32) + extensionOf(input.filename) : input.filename;
  return `tmp/${gidNumber(state.shop.id)}/${folder[input.httpMethod ?? 'PUT']}/${randomUuid(random)}/${name}`;
}

const formTarget: Build = (context, input, resource) => {
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

const putTarget: Build = (context, input, resource) => {
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

/** Videos and models go to buckets of their own, by a form of four fields, and must have exactly the announced size. */
const sizedTarget =
  (
    bucket: string,
    account: string,
    forMs: number,
    place: (context: ExecutionContext, input: UploadInput) => Place,
  ): Build =>
  (context, input) => {
    const { nowMs, random } = context;
    const { key, url, resourceUrl } = place(context, input);
    const size = Number(input.fileSize);
    const signature = randomBase64(random, 256);
    const conditions = [
      ['eq', '$bucket', bucket],
      ['eq', '$key', key],
      ['content-length-range', size, size],
    ];
    const policy = encodePolicy({ conditions, expiration: isoTime(nowMs + forMs) });
    return {
      url,
      resourceUrl,
      upload: {
        id: stagedUploadId(bucket, key),
        bucket,
        key,
        resource: input.resource,
        httpMethod: 'POST',
        parameters: parametersOf({ GoogleAccessId: account, key, policy, signature }),
        signature,
        minBytes: size,
        maxBytes: size,
        expiresAtMs: nowMs + forMs,
        contents: null,
      },
    };
  };

interface Place {
  readonly key: string;
  readonly url: string;
  readonly resourceUrl: string;
}

const videoTarget = sizedTarget(
  videoBucket,
  videoAccount,
  validForMs.video,
  ({ state, random }, { filename }) => ({
    key: `c/o/v/${randomHex(random, 32)}${extensionOf(filename)}`,
    url: hostOf(videoBucket),
    resourceUrl: `${hostOf(videoBucket)}?external_video_id=${gidNumber(state.newId('ExternalVideo'))}`,
  }),
);

const modelTarget = sizedTarget(
  modelBucket,
  modelAccount,
  validForMs.model,
  ({ state, random }, { filename }) => {
    const key = `models/${randomHex(random, 16)}/${filename}`;
    const model = Buffer.from(`model3d-${gidNumber(state.newId('ExternalModel'))}`).toString('base64url');
    const url = `https://storage.googleapis.com/${modelBucket}/${key}?external_model3d_id=${model}`;
    return { key, url, resourceUrl: url };
  },
);

/** Where a file may be uploaded; not yet put into the state. */
export function buildTarget(context: ExecutionContext, input: UploadInput, resource: UploadResource): Target {
  if (resource.storage === 'video') return videoTarget(context, input, resource);
  if (resource.storage === 'model') return modelTarget(context, input, resource);
  return (input.httpMethod === 'POST' ? formTarget : putTarget)(context, input, resource);
}
