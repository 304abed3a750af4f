import { createHash, createHmac } from 'node:crypto';
import {
  dateAt,
  expectArguments,
  integerAt,
  memberAt,
  optionalTextAt,
  signatureMismatch,
  textAt,
} from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { letPass } from '../runtime/execution';
import { drawUuid } from '../runtime/random';
import { unwrapped } from '../runtime/realm';
import { type Call, Enumeration, ServiceObject, type ServiceType } from '../runtime/service-object';
import { blobObject, bytesFrom, signedBytes } from './blob';
import { formatDate } from './text/format-date';
import { formatPrintf } from './text/format-string';

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Text or bytes as the first arguments of the encoders take them. */
function input(call: Call, index: number): Uint8Array {
  const value = unwrapped(call.args[index]);
  if (value instanceof ServiceObject) return (value.self as { bytes: Uint8Array }).bytes;
  return bytesFrom(value, call);
}

function hmac(call: Call, algorithm: string): number[] {
  expectArguments(call, 2, 3);
  // Both texts or both bytes.
  if (typeof call.args[0] !== typeof call.args[1]) throw signatureMismatch(call);
  return signedBytes(createHmac(algorithm, input(call, 1)).update(input(call, 0)).digest());
}

function decode(call: Call, encoding: 'base64' | 'base64url'): number[] {
  const text = textAt(call, 0);
  const alphabet = encoding === 'base64' ? /^[A-Za-z0-9+/\s]*={0,2}$/ : /^[A-Za-z0-9_\-\s]*={0,2}$/;
  if (!alphabet.test(text)) throw new ServiceException('Could not decode string.');
  return signedBytes(Buffer.from(text, encoding));
}

/** Google pads the web-safe alphabet too. */
function encodeWebSafe(call: Call): string {
  return Buffer.from(input(call, 0)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function format(call: Call): string {
  expectArguments(call, 3);
  const date = dateAt(call, 0);
  if (Number.isNaN(date.getTime())) throw signatureMismatch(call);
  const text = formatDate(date, textAt(call, 1), textAt(call, 2));
  if (text === undefined) throw new ServiceException(`Invalid argument: ${textAt(call, 2)}`);
  return text;
}

const utilitiesType: ServiceType<null> = {
  name: 'Utilities',
  methods: {
    sleep: (_, call) => {
      expectArguments(call, 1);
      letPass(call.execution, Math.max(0, integerAt(call, 0)));
    },
    getUuid: (_, { execution }) => drawUuid(execution.environment.state),
    base64Encode: (_, call) => Buffer.from(input(call, 0)).toString('base64'),
    base64EncodeWebSafe: (_, call) => encodeWebSafe(call),
    base64Decode: (_, call) => decode(call, 'base64'),
    base64DecodeWebSafe: (_, call) => decode(call, 'base64url'),
    computeHmacSha256Signature: (_, call) => hmac(call, 'sha256'),
    computeDigest: (_, call) => {
      expectArguments(call, 2, 3);
      const algorithm = digests[memberAt(call, 0, 'DigestAlgorithm')];
      if (algorithm === undefined) throw signatureMismatch(call);
      return signedBytes(createHash(algorithm).update(input(call, 1)).digest());
    },
    formatDate: (_, call) => format(call),
    formatString: (_, call) => formatPrintf(textAt(call, 0), call.args.slice(1)).text,
    newBlob: (_, call) => {
      expectArguments(call, 1, 2, 3);
      const isText = typeof call.args[0] === 'string';
      return blobObject({
        bytes: input(call, 0),
        contentType: optionalTextAt(call, 1) ?? (isText ? 'text/plain' : null),
        name: optionalTextAt(call, 2) ?? null,
      });
    },
  },
  enumerations: {
    DigestAlgorithm: new Enumeration('DigestAlgorithm', ['MD2', ...Object.keys(digests)]),
    Charset: new Enumeration('Charset', ['US_ASCII', 'UTF_8']),
  },
};

export const utilities = new ServiceObject(utilitiesType, null);
