import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Recordings of a real store, beside the checkout; see the README there. */
const recordingsFolder = resolve(__dirname, '../../../../../shared/recorded-store');

interface RecordedExchange {
  readonly step: string;
  readonly query: string;
  readonly variables: Json;
  readonly response: Json;
}

export interface Sequence {
  readonly name: string;
  readonly apiVersion: string;
  readonly exchanges: readonly RecordedExchange[];
}

export interface ContractRequest {
  readonly name: string;
  readonly document: string;
  readonly variables: Json;
  readonly apiVersion: string | null;
  /** Path into the response body. */
  readonly answerAt: string | null;
  readonly answer: Json;
  /** Paths into the answer; null compares all of it. */
  readonly onlyThesePaths: readonly string[] | null;
}

export interface Contract {
  readonly name: string;
  readonly setup: Json;
  readonly requests: readonly ContractRequest[];
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where a file does not say its version, the folder its name came from does; else the oldest recorded one. */
const oldestRecorded = '2025-01';

export function loadSequences(folder: 'sequences' | 'sequences-more' = 'sequences'): Sequence[] {
  return load(folder).map(({ name, content }) => ({
    ...(content as unknown as Sequence),
    name,
    apiVersion: (content.apiVersion as string) ?? /^(\d{4}-\d\d)__/.exec(name)?.[1] ?? oldestRecorded,
  }));
}

export function loadContracts(folder: 'contracts' | 'contracts-more' = 'contracts'): Contract[] {
  return load(folder).map(({ name, content }) => ({ ...(content as unknown as Contract), name }));
}

export const versionOf = (request: ContractRequest): string => request.apiVersion ?? oldestRecorded;

function load(folder: string): { name: string; content: { readonly [key: string]: Json } }[] {
  const path = join(recordingsFolder, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      content: JSON.parse(readFileSync(join(path, file), 'utf8')),
    }));
}
