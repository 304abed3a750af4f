import { types } from 'node:util';
import { optionalTextAt, signatureMismatch, textAt } from '../runtime/arguments';
import { type Call, ServiceObject, type ServiceType } from '../runtime/service-object';

export interface BlobSelf {
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;
}

export function blobObject(self: BlobSelf): ServiceObject<BlobSelf> {
  return new ServiceObject(blobType, self);
}

/** Java's bytes: -128 to 127. */
export function signedBytes(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** Text as UTF-8, or an array of (signed or unsigned) bytes; throws where it is neither. */
export function bytesFrom(value: unknown, call: Call): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (types.isTypedArray(value)) return Uint8Array.from(value as Uint8Array);
  if (!Array.isArray(value)) throw signatureMismatch(call);
  return Uint8Array.from(value, (byte) => {
    if (typeof byte !== 'number' || byte < -128 || byte > 255) throw signatureMismatch(call);
    return byte & 255;
  });
}

const blobType: ServiceType<BlobSelf> = {
  name: 'Blob',
  methods: {
    getBytes: (blob) => signedBytes(blob.bytes),
    getDataAsString: (blob, call) =>
      new TextDecoder(optionalTextAt(call, 0) ?? 'utf-8', { ignoreBOM: true }).decode(blob.bytes),
    getContentType: (blob) => blob.contentType,
    getName: (blob) => blob.name,
    setName: (blob, call) => {
      blob.name = textAt(call, 0);
      return call.object;
    },
    setContentType: (blob, call) => {
      blob.contentType = textAt(call, 0);
      return call.object;
    },
    setDataFromString: (blob, call) => {
      blob.bytes = Buffer.from(textAt(call, 0), 'utf8');
      return call.object;
    },
    setBytes: (blob, call) => {
      blob.bytes = bytesFrom(call.args[0], call);
      return call.object;
    },
    copyBlob: (blob) => blobObject({ ...blob }),
  },
};
