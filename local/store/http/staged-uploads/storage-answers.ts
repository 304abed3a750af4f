import type { WireResponse } from '../../wire';

/** Google Cloud Storage answers in XML (https://cloud.google.com/storage/docs/xml-api/reference-status). */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const xmlAnswer = (status: number, inside: string): WireResponse => ({
  status,
  headers: { 'Content-Type': 'application/xml; charset=UTF-8' },
  body: `<?xml version='1.0' encoding='UTF-8'?>${inside}`,
  tookMs: 0,
});

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** Code, status and message of each error as Google's page lists them. */
const errors = {
  AccessDenied: [403, 'Access denied.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  EntityTooSmall: [
    400,
    'Your proposed upload is smaller than the minimum object size specified in your Policy Document.',
  ],
  ExpiredToken: [400, 'The provided token has expired.'],
  InvalidArgument: [400, 'Invalid argument.'],
  InvalidPolicyDocument: [
    400,
    'The content of the form does not meet the conditions specified in the policy document.',
  ],
  InvalidRange: [416, 'The requested range cannot be satisfied.'],
  MalformedPOSTRequest: [400, 'The body of your POST request is not well-formed multipart/form-data.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.',
  ],
} as const;

export function storageError(code: keyof typeof errors, details?: string): WireResponse {
  const [status, message] = errors[code];
  const inside =
    element('Code', code) + element('Message', message) + (details ? element('Details', details) : '');
  return xmlAnswer(status, `<Error>${inside}</Error>`);
}

/** Answer to a form with `success_action_status` 201 (recorded). */
export function postResponse(bucket: string, key: string, etag: string): WireResponse {
  const location = `https://storage.googleapis.com/${bucket}/${key}`;
  const inside =
    element('Location', location) +
    element('Bucket', bucket) +
    element('Key', key) +
    element('ETag', `"${etag}"`);
  return xmlAnswer(201, `<PostResponse>${inside}</PostResponse>`);
}
