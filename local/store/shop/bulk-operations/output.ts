import { randomBase64, randomHex } from '../../http/staged-uploads/signing';
import { createRandom } from '../../random';
import { gidNumber } from '../state/ids';
import type { BulkOperation } from './bulk-operation';
import { outputKeptMs, seedOf } from './bulk-pace';

const escapes: Readonly<Record<string, string>> = {
  '/': '\\/',
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
};

/** One line of JSON with the escapes that Shopify writes (the recorded file sizes count them). */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[/&<>]/g, (found) => escapes[found] ?? found)}\n`;

export const sizeOf = ({ output }: BulkOperation): number =>
  output.reduce((bytes, piece) => bytes + Buffer.byteLength(piece), 0);

/** Bucket and service account of recorded answers; Shopify promises neither. */
export const outputFolder = 'shopify-tiers-assets-prod-us-east1/bulk-operation-outputs';
const account = 'assets-us-prod@shopify-tiers.iam.gserviceaccount.com';

/** The secret parts of an address, always the same for an operation. */
export function outputSecrets(id: string): { readonly name: string; readonly signature: string } {
  const random = createRandom(seedOf(id));
  return { name: randomHex(random, 28), signature: randomBase64(random, 256) };
}

export const outputFilename = ({ id }: BulkOperation): string => `staging-bulk-${gidNumber(id)}.jsonl`;

export function outputUrl(operation: BulkOperation, endedAtMs: number): string {
  const { name, signature } = outputSecrets(operation.id);
  const filename = outputFilename(operation);
  const query = new URLSearchParams({
    GoogleAccessId: account,
    Expires: String(Math.floor((endedAtMs + outputKeptMs) / 1000)),
    Signature: signature,
    'response-content-disposition': `attachment; filename="${filename}"; filename*=UTF-8''${filename}`,
    'response-content-type': 'application/jsonl',
  });
  return `https://storage.googleapis.com/${outputFolder}/${name}?${query}`;
}
