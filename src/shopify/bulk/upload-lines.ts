import { type Result, succeed } from '../../ports/problem';
import type { NewUuid } from '../../ports/system';
import { fetchOne } from '../client/fetch-all';
import { writeRequest } from '../client/graphql';
import { StageLinesDocument } from '../documents/generated/bulk-operations';
import type { BulkAccess } from './bulk-operation';

/** An upload address that is never used costs nothing. */
export const stageRequest = writeRequest(
  StageLinesDocument,
  {
    input: [
      {
        resource: 'BULK_MUTATION_VARIABLES',
        filename: 'lines.jsonl',
        mimeType: 'text/jsonl',
        httpMethod: 'POST',
      },
    ],
  },
  { cost: 11, repeatable: true },
);

/** Uploads JSON Lines and answers the path under which a bulk operation reads them; undefined where it cannot be done. */
export function uploadLines(
  { client, http }: BulkAccess,
  lines: string,
  newUuid: NewUuid,
): Result<string | undefined> {
  const staged = fetchOne(
    client,
    stageRequest,
    ({ stagedUploadsCreate: payload }) => payload?.stagedTargets?.[0],
  );
  if (!staged.ok) return staged;
  const { url, parameters = [] } = staged.value ?? {};
  const path = parameters.find(({ name }) => name === 'key')?.value;
  if (!url || path === undefined) return succeed(undefined);
  const boundary = newUuid();
  const [answer] = http.send([
    {
      method: 'POST',
      url,
      headers: {},
      contentType: `multipart/form-data; boundary=${boundary}`,
      body: form(boundary, parameters, lines),
    },
  ]);
  const isThere = answer && 'status' in answer && answer.status >= 200 && answer.status < 300;
  return succeed(isThere ? path : undefined);
}

interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * Written by hand, because the parameters are signed in their order and the file has to come last; UrlFetch promises no
 * order for the fields of an object.
 */
function form(boundary: string, parameters: readonly Parameter[], lines: string): string {
  const part = (header: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${header}\r\n\r\n${body}\r\n`;
  const fields = parameters.map(({ name, value }) => part(`name="${name}"`, value));
  const file = part('name="file"; filename="lines.jsonl"\r\nContent-Type: text/jsonl', lines);
  return `${fields.join('')}${file}--${boundary}--\r\n`;
}

/** One line of pure ASCII, which is the same in every encoding, and as many bytes as characters. */
export function asLine(variables: Readonly<Record<string, unknown>>): string {
  const escaped = JSON.stringify(variables).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
