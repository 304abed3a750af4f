import type { WireRequest } from '../../store/wire';
import { limits } from '../limits/limits';
import { signatureMismatch } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { isWhitelisted } from '../runtime/manifest';
import { unwrapped } from '../runtime/realm';
import { type Call, ServiceObject } from '../runtime/service-object';
import { type BlobSelf, bytesFrom } from './blob';

/** A request as the script asked for it, checked against Google's limits. */
export interface FetchRequest {
  readonly wire: WireRequest;
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
}

const methods: readonly string[] = ['get', 'delete', 'patch', 'post', 'put'] satisfies Lowercase<
  WireRequest['method']
>[];

/** https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app#advanced-parameters */
const options: readonly string[] = [
  'contentType',
  'headers',
  'method',
  'payload',
  'useIntranet',
  'validateHttpsCertificates',
  'followRedirects',
  'muteHttpExceptions',
  'escaping',
  'timeoutSeconds',
];

const invalid = (what: string) => new ServiceException(`Attribute provided with invalid value: ${what}`);

/** Throws Google's texts for what it would refuse before anything is sent. */
export function readFetchRequest(
  url: string,
  given: Readonly<Record<string, unknown>>,
  call: Call,
): FetchRequest {
  for (const name of Object.keys(given)) {
    if (!options.includes(name) && name !== 'url') throw new ServiceException(`Invalid argument: ${name}`);
  }
  const method = String(given.method ?? 'get').toLowerCase();
  if (!methods.includes(method)) throw invalid('method');
  const { body, contentType } = readPayload(given.payload, given.contentType, call);
  if (Buffer.byteLength(body) > limits.urlFetch.postBytes)
    throw new ServiceException('Limit Exceeded: URLFetch POST Size.');
  return {
    wire: {
      method: method.toUpperCase() as WireRequest['method'],
      url: checkedUrl(url, call),
      headers: readHeaders(given.headers, contentType),
      body,
    },
    muteHttpExceptions: given.muteHttpExceptions === true,
    followRedirects: given.followRedirects !== false,
    timeoutMs: readTimeoutSeconds(given.timeoutSeconds) * 1000,
  };
}

export function checkedUrl(url: string, { execution }: Call): string {
  if (url.length > limits.urlFetch.charactersPerUrl)
    throw new ServiceException('Limit Exceeded: URLFetch URL Length.');
  // Google takes a URL without a scheme for http.
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!/^https?:\/\/[^\s/?#]+/i.test(absolute) || /\s/.test(absolute)) {
    throw new ServiceException(`Invalid argument: ${url}`);
  }
  if (isWhitelisted(absolute, execution.environment.manifest.urlFetchWhitelist)) return absolute;
  throw new ServiceException(
    `Request to ${absolute} failed because the URL has not been whitelisted in the script manifest.`,
  );
}

function readHeaders(given: unknown, contentType: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)',
    'accept-encoding': 'gzip,deflate,br',
  };
  if (contentType !== undefined) headers['content-type'] = contentType;
  const entries = Object.entries((given ?? {}) as Record<string, unknown>);
  if (entries.length > limits.urlFetch.headersPerCall)
    throw new ServiceException('Limit Exceeded: URLFetch Headers.');
  let size = 0;
  for (const [name, value] of entries) {
    const lower = name.toLowerCase();
    // Google sets these itself.
    if (lower === 'host' || lower === 'content-length') throw invalid(`Header:${name}`);
    if (value === null || value === undefined) throw invalid('Header:null');
    if (/[\r\n]/.test(String(value))) throw invalid(`Header:${name}`);
    headers[lower] = String(value);
    size += name.length + String(value).length;
  }
  if (size > limits.urlFetch.headerBytesPerCall)
    throw new ServiceException('Limit Exceeded: URLFetch Header Size.');
  return headers;
}

function readTimeoutSeconds(given: unknown): number {
  if (given === undefined) return limits.urlFetch.defaultTimeoutSeconds;
  if (typeof given === 'number' && given > 0 && given <= limits.urlFetch.defaultTimeoutSeconds) return given;
  throw invalid('timeoutSeconds');
}

const form = 'application/x-www-form-urlencoded';

/** Text and bytes go as they are, an object as a form, and as multipart where it holds a blob. */
function readPayload(
  given: unknown,
  givenType: unknown,
  call: Call,
): { body: string | Uint8Array; contentType: string | undefined } {
  const contentType = givenType === undefined ? undefined : String(givenType);
  const payload = unwrapped(given);
  if (payload === undefined || payload === null) return { body: '', contentType };
  if (typeof payload === 'string') return { body: payload, contentType: contentType ?? form };
  if (payload instanceof ServiceObject) {
    if (payload.type.name !== 'Blob') throw signatureMismatch(call);
    const blob = payload.self as BlobSelf;
    return { body: blob.bytes, contentType: contentType ?? blob.contentType ?? form };
  }
  if (Array.isArray(payload)) return { body: bytesFrom(payload, call), contentType: contentType ?? form };
  if (typeof payload !== 'object') throw signatureMismatch(call);
  const fields = Object.entries(payload).map(([name, value]): [string, unknown] => [name, unwrapped(value)]);
  if (fields.some(([, value]) => value instanceof ServiceObject)) return multipart(fields);
  const encoded = fields.map(([name, value]) => `${formEncoded(name)}=${formEncoded(String(value))}`);
  return { body: encoded.join('&'), contentType: contentType ?? form };
}

function formEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

const boundary = '----GoogleAppsScriptFormBoundary';

function multipart(fields: readonly [string, unknown][]): { body: Uint8Array; contentType: string } {
  const parts = fields.flatMap(([name, value]) => {
    const blob = value instanceof ServiceObject ? (value.self as BlobSelf) : undefined;
    const file = blob === undefined ? '' : `; filename="${blob.name ?? name}"`;
    const type =
      blob === undefined ? '' : `Content-Type: ${blob.contentType ?? 'application/octet-stream'}\r\n`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type}\r\n`;
    return [Buffer.from(head), Buffer.from(blob?.bytes ?? String(value)), Buffer.from('\r\n')];
  });
  const body = Uint8Array.from(Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]));
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
