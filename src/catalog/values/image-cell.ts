import type { Parsed } from './field-value';
import { isShopifysCdn } from './image-address';

const IMAGE_END = String.raw`\.(?:jpe?g|png|gif|webp|avif|bmp|heic|tiff?|svg)`;
/** Several addresses in one cell: a separator, and then another address or file name. Both signs may stand in one address. */
const LIST = new RegExp(
  String.raw`[\s;,|]\s*https?://|${IMAGE_END}(?:\?[^\s;,|]*)?\s*[\s;,|]\s*\S*${IMAGE_END}(?:\?\S*)?$`,
  'i',
);

const UPLOAD =
  'Upload the image in Shopify admin under Content ▸ Files, and type the address that it has there';

/** Pages that show a picture to a person, and give no image file to Shopify. */
const PAGES: readonly (readonly [name: string, address: RegExp, cure?: string])[] = [
  ['Google Drive', /^(drive|docs)\.google\.com\/(?!uc\?|thumbnail\?)/],
  ['Google Photos', /^(photos\.google\.com|photos\.app\.goo\.gl)\//],
  [
    'Dropbox',
    /^(www\.)?dropbox\.com\/(?!.*[?&](raw|dl)=1)/,
    'Write raw=1 in place of dl=0 at its end, or upload the image in Shopify admin under Content ▸ Files',
  ],
  ['OneDrive', /^(1drv\.ms|onedrive\.live\.com)\/|^[\w-]+\.sharepoint\.com\//],
  ['iCloud', /^(www\.icloud\.com|share\.icloud\.com)\//],
  ['Box', /^(app|[\w-]+\.app)\.box\.com\//],
  ['WeTransfer', /^(we\.tl|([\w-]+\.)?wetransfer\.com)\//],
  ['Instagram', /^(www\.)?instagram\.com\//],
  ['Facebook', /^(www\.|m\.)?facebook\.com\//],
  ['Pinterest', /^(www\.)?pinterest\.[\w.]+\/|^pin\.it\//],
  ['Imgur', /^imgur\.com\/(?!.*\.(jpe?g|png|gif)$)/],
  ['Flickr', /^(www\.)?flickr\.com\/photos\//],
  ['Unsplash', /^unsplash\.com\/photos\//],
  ['Google Search', /^(www\.)?google\.[\w.]+\/(imgres|search|url)/],
];

/** Files of which no source says that Shopify takes them as a product's image, or of which sources disagree. */
const NO_IMAGE =
  /\.(tiff?|hei[cf]|svg|psd|ai|eps|indd|pdf|cr2|nef|arw|dng|zip|rar|html?|php\d|docx?|xlsx?|pptx?|mp4|mov|webm|avi)$/i;

/** What an image cell says. Shopify fetches http and https; it never sees what it cannot turn into an image. */
export function parseImageAddress(raw: string | number | boolean): Parsed {
  const value = String(raw).trim();
  if (LIST.test(value)) return { problem: 'holds several addresses. Give each image a row of its own' };
  const [, rest] = /^https?:\/\/(\S+)$/i.exec(value) ?? [];
  if (rest === undefined) {
    return /^https?:\/\/\S/i.test(value)
      ? { problem: 'has a blank in it. Write %20 in its place' }
      : { problem: 'is not a web address that begins with https:// or http://' };
  }
  // Of what Shopify serves itself, it has made an image.
  if (isShopifysCdn(value)) return { value };
  const [name, , cure = UPLOAD] = PAGES.find(([, address]) => address.test(rest.toLowerCase())) ?? [];
  if (name) return { problem: `is a page of ${name} and no image file. ${cure}` };
  const [, ending] = NO_IMAGE.exec(rest.replace(/[?#].*$/, '')) ?? [];
  return ending
    ? {
        problem: `is a .${ending.toLowerCase()} file. Save the image as JPG, PNG, GIF or WebP, and type that address`,
      }
    : { value };
}
