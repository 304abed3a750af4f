import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';

/** One recorded exchange's price; `index` is its place in `query-costs.json`. */
export interface RecordedCost {
  readonly index: number;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestedQueryCost: number;
  readonly actualQueryCost: number | null;
  readonly apiVersion: string;
}

export const recordedStore = resolve(__dirname, '../../../../../shared/recorded-store');

export function readRecordedCosts(): readonly RecordedCost[] {
  const samples = JSON.parse(readFileSync(resolve(recordedStore, 'query-costs.json'), 'utf8'));
  return (samples as Omit<RecordedCost, 'index'>[]).map((sample, index) => ({ ...sample, index }));
}

/** Some samples lost the line break after a leading `#graphql`, which would make all of it a comment. */
export const documentOf = (query: string): DocumentNode => parse(query.replace(/^(#graphql\s+)+/, ''));

export const sameRequest = ({ query, variables }: { query: string; variables?: unknown }): string =>
  `${query
    .replace(/#graphql/g, '')
    .replace(/\s+/g, ' ')
    .trim()} ${JSON.stringify(variables ?? {})}`;

/** Samples of one request that carry different costs: at most one of them can be its own. */
export function contradictingIndexes(samples: readonly RecordedCost[]): readonly number[] {
  const groups = new Map<string, RecordedCost[]>();
  for (const sample of samples) {
    const key = sameRequest(sample);
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map((sample) => sample.requestedQueryCost)).size > 1)
    .flatMap((group) => group.map((sample) => sample.index));
}
