/**
 * Ways in which YouTube and Vimeo write the link of one video; Shopify takes links of these two hosts alone.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/enums/MediaHost
 */
const YOUTUBE =
  /^https?:\/\/(?:(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|(?:shorts|embed|live|v)\/)|youtu\.be\/)([\w-]{11})(?![\w-])[^#]*(#.*)?$/i;
const VIMEO =
  /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{6,})(?:\/([\da-f]{8,}))?(?![\w-])[^#]*(#.*)?$/i;

interface VideoLink {
  /** Equal for every link of one video, but for the merchant's own mark behind `#`. */
  readonly key: string;
  /** The link that Shopify is sent. */
  readonly link: string;
  /** For a person: `YouTube video dQw4w9WgXcQ`. */
  readonly name: string;
}

/** The video that an address leads to; undefined where it leads to none. */
export function videoLink(address: string): VideoLink | undefined {
  const [, youtube, mark = ''] = YOUTUBE.exec(address) ?? [];
  if (youtube)
    return {
      key: `https://youtu.be/${youtube}${mark}`,
      link: `https://www.youtube.com/watch?v=${youtube}`,
      name: `YouTube video ${youtube}`,
    };
  const [, vimeo, secret, other = ''] = VIMEO.exec(address) ?? [];
  if (!vimeo) return undefined;
  const link = `https://vimeo.com/${vimeo}`;
  return {
    key: `${link}${other}`,
    link: secret ? `${link}/${secret}` : link,
    name: `Vimeo video ${vimeo}`,
  };
}
