import { type ExecutionContext, isoTime } from '../../graphql/execution/context';
import { gidNumber } from '../../shop/state/ids';
import { encodePolicy, randomBase64, randomHex } from './signing';
import { stagedUploadId } from './staged-upload';
import { type BuildTarget, extensionOf, hostOf, parametersOf, type UploadInput } from './target';

/** Buckets and service accounts of recorded answers; Shopify promises none of them. */
const videoBucket = 'shopify-video-production-core-originals';
const videoAccount = 'video-production@video-production-225115.iam.gserviceaccount.com';
const modelBucket = 'threed-models-production';
const modelAccount = 'threed-model-service-prod@threed-model-service.iam.gserviceaccount.com';

/** Recorded: the policy of a video is valid for an hour, a model's for 15 minutes. */
const minuteMs = 60_000;
const validForMs = { video: 60 * minuteMs, model: 15 * minuteMs } as const;

/** Videos and models go to buckets of their own, by a form of four fields, and must have exactly the announced size. */
const sizedTarget =
  (
    bucket: string,
    account: string,
    forMs: number,
    place: (context: ExecutionContext, input: UploadInput) => Place,
  ): BuildTarget =>
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

export const videoTarget = sizedTarget(
  videoBucket,
  videoAccount,
  validForMs.video,
  ({ state, random }, { filename }) => ({
    key: `c/o/v/${randomHex(random, 32)}${extensionOf(filename)}`,
    url: hostOf(videoBucket),
    resourceUrl: `${hostOf(videoBucket)}?external_video_id=${gidNumber(state.newId('ExternalVideo'))}`,
  }),
);

export const modelTarget = sizedTarget(
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
