import { isDeepStrictEqual } from 'node:util';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One thing that a live platform is asked. */
export interface Question {
  /** Names it in answer files; it never changes its meaning. */
  readonly id: string;
  readonly question: string;
  /** The expected answer in words, and what a difference would mean. */
  readonly words: string;
  /** Any one of these agrees. They hold nothing that differs from store to store, such as ids and times. */
  readonly expected: readonly Json[];
}

/** Answer to one question. */
export type Outcome =
  | { readonly kind: 'agrees' | 'differs'; readonly answer: Json; readonly seen?: unknown }
  | { readonly kind: 'failed' | 'not-asked'; readonly reason: string };

/** Answers a question. `seen` is kept next to the answer for a person to read, and never compared. */
export interface Came {
  readonly answer: Json;
  readonly seen?: unknown;
}

/** Thrown where a store or an account lacks what a question needs: "needs a second location". */
export class NotAsked extends Error {}

export function compare({ expected }: Question, { answer, seen }: Came): Outcome {
  const agrees = expected.some((one) => isDeepStrictEqual(one, answer));
  return { kind: agrees ? 'agrees' : 'differs', answer, ...(seen !== undefined && { seen }) };
}

/** Reads what is at a path such as `data.shop.name`; undefined where something on the way is missing. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
      value,
    );
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path; empty where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}
