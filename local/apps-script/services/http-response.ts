import type { WireResponse } from '../../store/wire';
import { optionalTextAt } from '../runtime/arguments';
import { ServiceObject, type ServiceType } from '../runtime/service-object';
import { blobObject, signedBytes } from './blob';

export function responseObject(response: WireResponse): ServiceObject<WireResponse> {
  return new ServiceObject(responseType, response);
}

const bytes = (response: WireResponse) => Buffer.from(response.body, 'utf8');

/** The last value of a header, whatever its case. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

const responseType: ServiceType<WireResponse> = {
  name: 'HTTPResponse',
  methods: {
    getResponseCode: (response) => response.status,
    getContentText: (response, call) =>
      new TextDecoder(optionalTextAt(call, 0) ?? 'utf-8', { ignoreBOM: true }).decode(bytes(response)),
    getContent: (response) => signedBytes(bytes(response)),
    getHeaders: (response) => ({ ...response.headers }),
    getAllHeaders: (response) => ({ ...response.headers }),
    getBlob: (response) =>
      blobObject({
        bytes: bytes(response),
        contentType: headerOf(response.headers, 'content-type') ?? null,
        name: null,
      }),
  },
};
