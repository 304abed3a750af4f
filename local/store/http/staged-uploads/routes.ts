import type { EmbeddedStore } from '../../store-types';
import type { WireRequest, WireResponse } from '../../wire';
import { receiveForm, receivePut } from './receive';
import { storageError } from './storage-answers';

/** Bucket `x` at `x.storage.googleapis.com`. */
export const bucketHost = /^[a-z0-9-]+\.storage\.googleapis\.com$/;

/** Every bucket as a path. */
export const storageHost = /^storage\.googleapis\.com$/;

const bucketOf = (request: WireRequest): string => new URL(request.url).hostname.split('.')[0] ?? '';

/** A form sent to a bucket at its own host. */
export const answerBucketForm = (store: EmbeddedStore, request: WireRequest): WireResponse =>
  receiveForm(store, request, bucketOf(request));

export const answerBucketPut = (store: EmbeddedStore, request: WireRequest): WireResponse =>
  receivePut(store, request, bucketOf(request));

/** A form sent to `storage.googleapis.com/{bucket}/…`, as 3D models are. */
export const answerPathForm = (
  store: EmbeddedStore,
  request: WireRequest,
  groups: Readonly<Record<string, string>>,
): WireResponse => receiveForm(store, request, groups.bucket ?? '');

/** Staged files are private (their `acl`). */
export const answerPrivate = (): WireResponse => storageError('AccessDenied');
