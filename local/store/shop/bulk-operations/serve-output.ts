import { storageError } from '../../http/staged-uploads/storage-answers';
import type { EmbeddedStore } from '../../store-types';
import type { WireAnswer, WireRequest } from '../../wire';
import type { BulkOperation } from './bulk-operation';
import { outputKeptMs } from './bulk-pace';
import { partOf } from './byte-range';
import { outputFilename, outputFolder, outputSecrets } from './output';

export const outputPath = new RegExp(`^/${outputFolder}/(?<name>[0-9a-f]+)$`);

/** `GET` of a result or of a part of it; nothing but the signed address is asked for, and that for seven days. */
export function serveOutput(
  store: EmbeddedStore,
  request: WireRequest,
  groups: Readonly<Record<string, string>>,
): WireAnswer {
  const { files } = store.options.bulk ?? {};
  if (files === 'unreachable') return { failure: 'timeout', tookMs: unreachableMs };
  const nowMs = store.options.now();
  const operation = store.state.bulkOperations.all().find(({ id }) => outputSecrets(id).name === groups.name);
  const { searchParams } = new URL(request.url);
  if (!operation?.end || nowMs < operation.end.atMs) return storageError('NoSuchKey');
  if (searchParams.get('Signature') !== outputSecrets(operation.id).signature) {
    return storageError('SignatureDoesNotMatch');
  }
  const expiresAtMs = operation.end.atMs + outputKeptMs;
  if (nowMs >= expiresAtMs) {
    return storageError(
      'ExpiredToken',
      `Request signature expired at: ${new Date(expiresAtMs).toISOString()}`,
    );
  }
  const headers = {
    'Content-Type': 'application/jsonl',
    'Content-Disposition': `attachment; filename="${outputFilename(operation)}"`,
  };
  const bytes = bytesOf(operation);
  const part = partOf(bytes, request.headers.range);
  if (!part) return { status: 200, headers, body: bytes.toString(), tookMs: 0 };
  const { status, contentRange } = part;
  const ranged = { 'Content-Range': contentRange };
  if (status === 416) {
    const refused = storageError('InvalidRange');
    return { ...refused, headers: { ...refused.headers, ...ranged } };
  }
  const body = files === 'gzip-stored' ? unpackable.repeat(part.body.length) : part.body;
  return { status, headers: { ...headers, ...ranged }, body, tookMs: 0 };
}

/** Bytes of a result that is there: it is read in hundreds of parts. */
const known = new WeakMap<BulkOperation['output'], Buffer>();

function bytesOf({ output }: BulkOperation): Buffer {
  const bytes = known.get(output) ?? Buffer.from(output.join(''));
  known.set(output, bytes);
  return bytes;
}

/** Time until a connection that nobody answers fails. */
const unreachableMs = 2_000;
const unpackable = '\uFFFD';
