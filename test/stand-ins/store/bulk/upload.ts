import type { EmbeddedStore } from '../../../../local/store/store-types';
import type { WireResponse } from '../../../../local/store/wire';
import type { OpenStore } from '../open-store';

export interface Parameter {
  readonly name: string;
  readonly value: string;
}

export interface Target {
  readonly url: string;
  readonly resourceUrl: string;
  readonly parameters: readonly Parameter[];
}

export const stage = `mutation ($input: [StagedUploadInput!]!) {
  stagedUploadsCreate(input: $input) {
    stagedTargets { url resourceUrl parameters { name value } }
    userErrors { field message }
  }
}`;

export const variablesFile = {
  resource: 'BULK_MUTATION_VARIABLES',
  filename: 'vars.jsonl',
  mimeType: 'text/jsonl',
  httpMethod: 'POST',
};

export const targetFor = (open: OpenStore, input: Record<string, unknown> = variablesFile): Target =>
  open.ask(stage, { input: [input] }).stagedTargets[0];

const boundary = 'form-boundary';

const part = (name: string, value: string, more = ''): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

/** A form as a client writes it: the parameters, then the file. */
export function formBody(parameters: readonly Parameter[], file: string, afterFile = ''): string {
  const fields = parameters.map(({ name, value }) => part(name, value)).join('');
  const contents = part('file', file, '; filename="vars.jsonl"\r\nContent-Type: text/jsonl');
  return `${fields}${contents}${afterFile}--${boundary}--\r\n`;
}

export const extraField = part('late', 'too late');

export function post(store: EmbeddedStore, url: string, body: string | Uint8Array): WireResponse {
  return respond(store, 'POST', url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

export function respond(
  store: EmbeddedStore,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): WireResponse {
  const answer = store.send({ method, url, headers, body });
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}

/** Puts lines where a bulk mutation reads them; answers the path it is told. */
export function uploadLines(open: OpenStore, lines: readonly unknown[]): string {
  const target = targetFor(open);
  const file = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const { status } = post(open.store, target.url, formBody(target.parameters, file));
  if (status !== 201) throw new Error(`The upload was answered ${status}.`);
  return target.parameters.find(({ name }) => name === 'key')?.value ?? '';
}
