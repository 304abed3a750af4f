import type { Parsed } from './cell';
import { DELETE_WORD } from './commands';
import { isShopifysCdn } from './image-address';
import { withoutHidden } from './plain-name';
import { videoLink } from './video-link';

const IMAGE_END = String.raw`\.(?:jpe?g|png|gif|webp|avif|bmp|heic|tiff?|svg)`;
/**
 * Several addresses in one cell: a separator, and then another address or file name. Both signs may stand in one
 * address.
 */
const LIST = new RegExp(
  String.raw`[\s;,|]\s*https?://|${IMAGE_END}https?://|${IMAGE_END}(?:\?[^\s;,|]*)?\s*[\s;,|]\s*\S*${IMAGE_END}(?:\?\S*)?$`,
  'i',
);

const UPLOAD =
  'Upload the image in Shopify admin under Content ▸ Files, and type the address that it has there';

const direct = (host: string) => `Copy the image's own address there, which begins with https://${host}`;
const VIDEO = 'Copy the link of one video there, under Share';
const OF_VARIANT =
  'is a video, which Shopify shows for no variant. Give it a row of its own among the images of the product';
const VIDEO_FILE = /^(mp4|m4v|mov|webm|avi|mkv|wmv|mpe?g)$/;
const RAW = 'Write raw in place of blob in it';

/** Pages that show a picture to a person, and give no image file to Shopify. */
const PAGES: readonly (readonly [name: string, address: RegExp, advice?: string])[] = [
  ['Google Drive', /^(drive|docs)\.google\.com\/(?!uc\?|thumbnail\?)/],
  ['Google Photos', /^(photos\.google\.com|photos\.app\.goo\.gl)\//],
  [
    'Dropbox',
    /^(www\.)?dropbox\.com\/(sh|scl\/fo|home|work|preview)\b/,
    'Copy the link of one image in it, or upload the image in Shopify admin under Content ▸ Files',
  ],
  [
    'Dropbox',
    /^(www\.)?dropbox\.com\/(?!.*[?&](raw|dl)=1)/,
    'Write raw=1 in place of dl=0 at its end, or upload the image in Shopify admin under Content ▸ Files',
  ],
  ['OneDrive', /^(1drv\.ms|(photos\.)?onedrive(\.live)?\.com)\/|^[\w-]+\.sharepoint\.com\//],
  ['iCloud', /^([\w-]+\.)?icloud\.com\//],
  ['Box', /^(app|[\w-]+\.app)\.box\.com\//],
  ['MEGA', /^(www\.)?mega\.(nz|io|co\.nz)\//],
  ['MediaFire', /^(www\.)?mediafire\.com\//],
  ['WeTransfer', /^(we\.tl|([\w-]+\.)?wetransfer\.com)\//],
  ['Canva', /^((www|partner)\.)?canva\.(com|site)\/|^canva\.link\//],
  ['Figma', /^(www\.)?figma\.com\//],
  ['Notion', /^(www\.)?notion\.so\/(?!image\/)|^[\w-]+\.notion\.site\//],
  ['Instagram', /^(www\.)?instagram\.com\//],
  ['Facebook', /^((www|m|web)\.)?(facebook|fb)\.com\//],
  ['TikTok', /^((www|vm|m)\.)?tiktok\.com\//],
  ['X', /^((www|mobile)\.)?(twitter|x)\.com\//],
  ['Pinterest', /^([\w-]+\.)?pinterest\.[\w.]+\/|^pin\.it\//],
  ['Imgur', /^((www|m)\.)?imgur\.com\/(?!.*\.(jpe?g|png|gif|webp)$)/],
  ['ImgBB', /^([\w-]{2,}\.)?(ibb\.co|imgbb\.com)\//, direct('i.ibb.co')],
  ['Postimages', /^(www\.)?(postimg\.(cc|org)|postimages\.org)\//, direct('i.postimg.cc')],
  ['Lightshot', /^(www\.)?(prnt\.sc|prntscr\.com)\//],
  ['Gyazo', /^(www\.)?gyazo\.com\//, direct('i.gyazo.com')],
  ['Flickr', /^(www\.)?flickr\.com\/|^flic\.kr\//],
  ['Unsplash', /^(www\.)?unsplash\.com\/([\w-]+\/)?photos\/(?!.*\/download)/],
  ['Pexels', /^(www\.)?pexels\.com\//],
  ['Pixabay', /^(www\.)?pixabay\.com\/(?!get\/)/],
  [
    'Google Search',
    /^((www|images)\.)?google\.[\w.]+\/(imgres|search|url)|^(images\.app\.goo\.gl|share\.google)\//,
  ],
  [
    'Wikipedia',
    /^([\w-]+\.)*wiki[mp]edia\.org\/(wiki\/(?!\w+:(filepath|redirect)\/)|w\/index\.php\?title=file:)/,
    direct('upload.wikimedia.org'),
  ],
  ['GitHub', /^(www\.)?github\.com\/[^/]+\/[^/]+\/blob\/(?!.*[?&]raw=)/, RAW],
  ['GitLab', /^gitlab\.com\/.*\/-\/blob\//, RAW],
  ['Etsy', /^(www\.)?etsy\.(com|me)\//, direct('i.etsystatic.com')],
  ['Amazon', /^(www\.)?amazon\.[\w.]+\/(?!images\/)/, direct('m.media-amazon.com')],
  ['eBay', /^(www\.)?ebay\.[\w.]+\/(itm|p)\//, direct('i.ebayimg.com')],
  ['AliExpress', /^([\w-]+\.)?aliexpress\.(com|us|ru)\//, direct('ae01.alicdn.com')],
  ['YouTube', /^((www|m|music)\.)?youtube(-nocookie)?\.com\/|^youtu\.be\//, VIDEO],
  ['Vimeo', /^((www|player)\.)?vimeo\.com\//, VIDEO],
  ['Shopify admin', /^admin\.shopify\.com\/|^[\w-]+\.myshopify\.com\/admin\b/, direct('cdn.shopify.com')],
];

/**
 * Files of which no source says that Shopify takes them as a product's image, or of which sources disagree; and pages.
 * Programs that often answer with an image, such as `.php` and `.ashx`, are none of them.
 */
const NO_IMAGE =
  /\/[^/]*\.(tiff?|hei[cf]|svgz?|ico|icns|cur|psd|psb|xcf|ai|eps|indd|sketch|fig|pdf|raw|cr[23]|nef|arw|orf|rw2|raf|dng|zip|rar|7z|gz|tar|txt|rtf|md|log|json|xml|ya?ml|csv|tsv|js|css|[sx]?html?|aspx?|jsp|php\d|docx?|xlsx?|pptx?|od[stp]|pages|numbers|key|mp[34]|m4[av]|wav|ogg|flac|aac|mov|webm|avi|mkv|wmv|mpe?g|exe|dmg|apk|woff2?|[ot]tf|glb|gltf|stl|obj)$/i;

/** Hosts that nobody reaches from outside. Source: RFC 1918, 3927, 4193, 6761, 6762 */
const PRIVATE =
  /^(?:[^/?#@]*@)?(?:(?:localhost|[\w-]+|[\w.-]+\.(?:local|localhost|internal|lan))|(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|\[(?:::1?|f[cde][^\]]*)\])\.?(?::\d*)?(?:[/?#]|$)/;

/** Reads an image cell. Shopify fetches http and https; it never sees what it cannot turn into an image. */
export function parseImageAddress(raw: string | number | boolean): Parsed {
  const value = withoutHidden(String(raw)).trim();
  if (videoLink(value)) return { problem: OF_VARIANT };
  const problem = problemOf(value);
  return problem === undefined ? { value } : { problem };
}

function problemOf(value: string): string | undefined {
  if (LIST.test(value)) return 'holds several addresses. Give each image a row of its own';
  const [, last] = /^https?:.*([;,|"<>])$/i.exec(value) ?? [];
  if (last) return `ends in “${last}”. Remove that sign`;
  if (/^(https?:?\/*){2,}[:/]/i.test(value)) return 'begins with https:// twice. Remove one of them';
  const [, rest] = /^https?:\/\/([^\s/?#]\S*)$/i.exec(value) ?? [];
  if (rest === undefined) {
    return /^https?:\/\/[^\s/]/i.test(value)
      ? 'has a blank in it. Write %20 in its place'
      : 'is not a web address that begins with https:// or http://';
  }
  // Of what Shopify serves itself, it has made an image.
  if (isShopifysCdn(value)) return undefined;
  if (PRIVATE.test(rest.toLowerCase()))
    return `is an address that Shopify cannot reach from outside. ${UPLOAD}`;
  const [name, , advice = UPLOAD] = PAGES.find(([, address]) => address.test(rest.toLowerCase())) ?? [];
  if (name) return `is a page of ${name} and no ${advice === VIDEO ? 'video' : 'image file'}. ${advice}`;
  const [, ending] = NO_IMAGE.exec(rest.replace(/[?#].*$/, '')) ?? [];
  if (ending && VIDEO_FILE.test(ending.toLowerCase()))
    return `is a .${ending.toLowerCase()} file. Of videos type the link at YouTube or Vimeo, or add the file to the product in Shopify admin`;
  return ending
    ? `is a .${ending.toLowerCase()} file. Save the image as JPG, PNG, GIF or WebP, and type that address`
    : undefined;
}

/** Reads the address of an image, or of a video: Shopify takes links to YouTube and Vimeo. */
function parseMediaAddress(raw: string | number | boolean): Parsed {
  const value = withoutHidden(String(raw)).trim();
  return videoLink(value) ? { value } : parseImageAddress(raw);
}

/** The word asks for an image to be taken off its product; the address next to it says which. */
const DELETES = /^\[delete\]\s*(\S*)$|^(\S+)\s*\[delete\]$/i;

/** Reads the cell of an image of a product, which may ask for its removal. */
export function parseListedImage(raw: string | number | boolean): Parsed {
  const typed = DELETES.exec(withoutHidden(String(raw)).trim());
  if (!typed) return parseMediaAddress(raw);
  const address = typed[1] || typed[2] || '';
  const parsed = address === '' ? { value: '' } : parseMediaAddress(address);
  return 'problem' in parsed ? parsed : { value: `${DELETE_WORD} ${parsed.value}`.trim() };
}

/** The address of an image that is to go; '' where the cell names none, undefined where it asks for nothing such. */
export function removedAddress(value: string): string | undefined {
  return value.startsWith(DELETE_WORD) ? value.slice(DELETE_WORD.length).trim() : undefined;
}
