import { videoLink } from './video-link';

/**
 * Which image an address means. Shopify's CDN serves one file under many addresses: with another `?v=` after each
 * upload, from the shop's own domain, and in any size. Elsewhere a query may be all that tells two images apart.
 */
interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly hash: string;
  readonly isCdn: boolean;
}

const CDN_HOST = /^(cdn\.shopify\.com|([\w-]+\.)*shopifycdn\.(com|net))$/;
/** Our own marks at the end of an address, for another picture and for a picture that is sent once more. */
const OWN_MARK = /^#(new|again)/i;
/** Path under which every shop's own domain serves its files. */
const CDN_PATH = /^\/cdn\/shop\//;

/**
 * Size suffixes. Source: https://shopify.dev/docs/api/liquid/filters/img_url, with the names that it took before it took
 * numbers.
 */
const SIZE =
  /(_(pico|icon|thumb|small|compact|medium|large|grande|original|master|\d{1,5}x\d{0,5}|x\d{1,5}))?(_crop_(top|center|bottom|left|right))?(@[23]x)?(\.progressive)?(?=\.\w+$)/;

/** Parsed addresses, kept because each of a product's images is compared with all others, many times. */
const known = new Map<string, Address>();
const MOST_KNOWN = 2_000;

function partsOf(address: string): Address {
  const before = known.get(address);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const parts = readParts(address);
  known.set(address, parts);
  return parts;
}

function readParts(address: string): Address {
  const [, authority = '', rawPath = '', query = '', hash = ''] =
    /^https?:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(keyOfVideo(address)) ?? [];
  const host = authority.toLowerCase();
  const path = decoded(rawPath);
  const isCdn = CDN_HOST.test(host) || CDN_PATH.test(path);
  // Of any other fragment Shopify's CDN serves the same file.
  return { host, path, query, hash: isCdn && !OWN_MARK.test(hash) ? '' : hash, isCdn };
}

function keyOfVideo(address: string): string {
  return videoLink(address)?.key ?? address;
}

/** Capitals in scheme and host mean nothing; those of a name and password before the host do. */
function inSmallLetters(address: string): string {
  return address.replace(
    /^(https?:\/\/)([^/?#]*@)?([^/?#]*)/i,
    (_, scheme: string, user = '', host: string) => scheme.toLowerCase() + user + host.toLowerCase(),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function isShopifysCdn(address: string): boolean {
  return partsOf(address).isCdn;
}

/**
 * The name under which an image is remembered. What stands behind `#` is the merchant's own mark of another picture.
 */
export function imageKey(address: string): string {
  const { host, path, hash, isCdn } = partsOf(address);
  return isCdn ? `https://${host}${path}${hash}` : inSmallLetters(keyOfVideo(address));
}

/** On Shopify's CDN the address of the whole file, of which this one may be a size. */
export function withoutSize(address: string): string {
  const { host, path, hash, isCdn } = partsOf(address);
  return isCdn ? `https://${host}${path.replace(SIZE, '')}${hash}` : address;
}

/** Whether `address` is the same image as `whole`, or a size of it. */
export function isSizeOf(address: string, whole: string): boolean {
  const key = imageKey(whole);
  return key === imageKey(address) || key === withoutSize(address);
}

/** Equal for addresses that differ in no more than their query, their scheme, or on Shopify's CDN their size. */
export function looseKey(address: string): string {
  const { host, path, hash } = partsOf(withoutSize(address));
  return `${host}${path}${hash}`;
}

/** Whether a query alone tells them apart, where it may be what matters. */
export function differInQuery(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  return looseKey(a) === looseKey(b) && !one.isCdn && one.query !== other.query;
}

/** The address that Shopify is asked to fetch. */
export function fetchedAddress(address: string): string {
  return videoLink(address)?.link ?? inSmallLetters(address.replace(/#.*$/, ''));
}

/** Media content type that Shopify makes of an address. */
export function contentTypeOf(address: string): 'EXTERNAL_VIDEO' | 'IMAGE' {
  return videoLink(address) ? 'EXTERNAL_VIDEO' : 'IMAGE';
}

/** Addresses that Shopify is asked to fetch, each once. */
export function distinctAddresses(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map(fetchedAddress))];
}

/** Whether this is an address under which Shopify serves a stored file; of another shop's it is not. */
export function isServedAs(address: string, stored: string): boolean {
  const video = videoLink(address);
  if (video) return video.key === videoLink(stored)?.key;
  const [own, other] = [cdnFile(address), cdnFile(stored)];
  if (!own || !other || own.file !== other.file) return false;
  return own.shop === undefined || other.shop === undefined || own.shop === other.shop;
}

/** A file of the CDN: its folder and name, and whose it is where the address tells. */
function cdnFile(address: string): { readonly shop?: string; readonly file: string } | undefined {
  const { path, hash, isCdn } = partsOf(address);
  if (hash !== '' || !isCdn) return undefined;
  const [, shop, file] = /^\/s\/files\/((?:\d+\/)+)(.+)$/.exec(path) ?? [];
  return shop && file ? { shop, file } : { file: path.replace(CDN_PATH, '') };
}

/** As a person is told of it: `front.jpg`, `Vimeo video 123456789`. */
export function mediaName(address: string): string {
  return videoLink(address)?.name ?? fileName(address);
}

/** `front.jpg` */
export function fileName(address: string): string {
  const { path } = partsOf(address);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file's name as Shopify keeps it, without its extension. */
export function fileStem(address: string): string {
  return fileName(address)
    .replace(/\.\w+$/, '')
    .replace(/[^\w.-]+/g, '_')
    .toLowerCase();
}
