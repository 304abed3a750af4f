import { createHmac } from 'node:crypto';
import type { Services } from '../../../src/sync/ground/services';
import { type Signer, signerOf } from '../../../src/sync/memory/signature';

/** Of a user with a key of their own, in one spreadsheet. */
export function ownSigner(user = 'a', spreadsheetId = 'sheet-1', shop = 'acme.myshopify.com'): Signer {
  const kept = new Map<string, string>();
  const outside: Pick<Services, 'hmac' | 'secrets' | 'newUuid' | 'spreadsheet'> = {
    hmac: (message, key) => createHmac('sha256', key).update(message, 'ascii').digest('hex'),
    secrets: {
      seenBy: 'user',
      load: (key) => kept.get(key),
      save: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
    newUuid: () => `key-of-${user}`,
    spreadsheet: { id: () => spreadsheetId } as Services['spreadsheet'],
  };
  const signer = signerOf(outside as Services, shop);
  // The key is drawn with the first signature.
  signer.sign('', '');
  return signer;
}
