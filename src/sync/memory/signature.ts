import type { Services } from '../ground/services';

/** A text from a hidden tab, and whether this user wrote it there, letter for letter. */
interface Signed {
  readonly text: string;
  readonly isOwn: boolean;
}

/**
 * Every editor can write into a hidden tab. What a run would send, count as confirmed or give back because it stands
 * there is signed by the user who runs, with a key that only they have, for this place in this spreadsheet.
 */
export interface Signer {
  /** `place` tells what the text is; in another place, the signature does not count. */
  sign(place: string, text: string): string;
  /** A text without a signature, as earlier releases wrote it, counts as nobody's own. */
  read(place: string, stored: string): Signed;
}

const KEY = 'signing-key';

/** @param shop `acme.myshopify.com` */
export function signerOf({ hmac, secrets, newUuid, spreadsheet }: Services, shop: string): Signer {
  let key: string | undefined;
  const signature = (place: string, text: string, own: string) =>
    hmac(asAscii([spreadsheet.id(), shop, place, text].join('\n')), own);
  return {
    sign(place, text) {
      key ??= secrets.load(KEY);
      if (!key) {
        key = newUuid() + newUuid();
        secrets.save(KEY, key);
      }
      return signature(place, text, key) + text;
    },
    read(place, stored) {
      const given = stored.slice(0, LENGTH);
      if (!/^[0-9a-f]+$/.test(given)) return { text: stored, isOwn: false };
      const text = stored.slice(LENGTH);
      key ??= secrets.load(KEY);
      return { text, isOwn: key !== undefined && signature(place, text, key) === given };
    },
  };
}

/** Length of SHA-256 as hex. JSON begins with none of its letters. */
const LENGTH = 64;

/** Google signs only ASCII correctly: it treats all other letters as the same one. */
function asAscii(text: string): string {
  return text.replace(/[^\n -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
