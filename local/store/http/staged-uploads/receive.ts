import { createHash } from 'node:crypto';
import type { EmbeddedStore } from '../../store-types';
import type { WireRequest, WireResponse } from '../../wire';
import { boundaryOf, type FormPart, readForm } from './multipart';
import { type StagedUpload, stagedUploadId } from './staged-upload';
import { postResponse, storageError } from './storage-answers';

/** Bulk operations read their variables themselves; of other files the store needs only the size. */
const resourcesRead: ReadonlySet<string> = new Set(['BULK_MUTATION_VARIABLES']);

/** `POST multipart/form-data`: every parameter in the order of the answer, then `file` (Shopify's and Google's rule). */
export function receiveForm(store: EmbeddedStore, request: WireRequest, bucket: string): WireResponse {
  const boundary = boundaryOf(request.headers['content-type']);
  if (!boundary)
    return storageError('InvalidArgument', 'POST object expects Content-Type multipart/form-data');
  const parts = readForm(request.body, boundary);
  if (!parts) return storageError('MalformedPOSTRequest');
  const file = parts.at(-1);
  if (file?.name !== 'file')
    return storageError('InvalidArgument', 'The file must be the last field of the form.');
  const fields = parts.slice(0, -1);
  const key = textOf(fields.find(({ name }) => name === 'key'));
  const upload = store.state.stagedUploads.get(stagedUploadId(bucket, key));
  if (upload?.httpMethod !== 'POST') return storageError('AccessDenied', 'The policy names no such key.');
  return (
    checkFields(upload, fields) ??
    accept(store, upload, file.contents) ??
    stored(upload, fields, file.contents)
  );
}

/** `PUT`: the signature stands in the query; only the host is signed. */
export function receivePut(store: EmbeddedStore, request: WireRequest, bucket: string): WireResponse {
  const { pathname, searchParams } = new URL(request.url);
  const key = decodeURIComponent(pathname.slice(1));
  const upload = store.state.stagedUploads.get(stagedUploadId(bucket, key));
  if (upload?.httpMethod !== 'PUT' || searchParams.get('X-Goog-Signature') !== upload.signature) {
    return storageError('SignatureDoesNotMatch');
  }
  const contents = bytesOf(request.body);
  const answer: WireResponse = {
    status: 200,
    headers: { ETag: `"${etagOf(contents)}"` },
    body: '',
    tookMs: 0,
  };
  return accept(store, upload, contents) ?? answer;
}

function checkFields(upload: StagedUpload, fields: readonly FormPart[]): WireResponse | undefined {
  const wanted = upload.parameters;
  const isEachThere = wanted.every(({ name, value }) =>
    fields.some((field) => field.name === name && textOf(field) === value),
  );
  if (!isEachThere) return storageError('InvalidPolicyDocument', 'A parameter is missing or was changed.');
  const isInOrder =
    fields.length === wanted.length && wanted.every(({ name }, index) => fields[index]?.name === name);
  if (isInOrder) return undefined;
  return storageError(
    'InvalidPolicyDocument',
    'The parameters must be sent in the order in which they were returned.',
  );
}

/** Puts the file there, or says why not. */
function accept(store: EmbeddedStore, upload: StagedUpload, contents: Buffer): WireResponse | undefined {
  if (store.options.now() >= upload.expiresAtMs) return storageError('ExpiredToken');
  const sizeBytes = contents.length;
  if (sizeBytes > upload.maxBytes) return storageError('EntityTooLarge');
  if (sizeBytes < upload.minBytes) return storageError('EntityTooSmall');
  const text = resourcesRead.has(upload.resource) ? contents.toString('utf8') : null;
  store.state.stagedUploads.put({ ...upload, contents: { sizeBytes, text } });
  return undefined;
}

function stored(upload: StagedUpload, fields: readonly FormPart[], contents: Buffer): WireResponse {
  const wants201 = textOf(fields.find(({ name }) => name === 'success_action_status')) === '201';
  if (wants201) return postResponse(upload.bucket, upload.key, etagOf(contents));
  return { status: 204, headers: {}, body: '', tookMs: 0 };
}

const textOf = (field: FormPart | undefined): string => field?.contents.toString('utf8') ?? '';

const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);

const etagOf = (contents: Buffer): string => createHash('md5').update(contents).digest('hex');
