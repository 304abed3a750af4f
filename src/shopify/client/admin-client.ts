import type { Pace } from '../../plan/batches/choose-lane';
import type { Http, HttpRequest } from '../../ports/http';
import type { Problem } from '../../ports/problem';
import type { AuthStrategy } from '../auth/auth-strategy';
import { type Classified, classify } from './classify';
import { problemOf } from './client-problem';
import { API_VERSION, type CostReport, type GraphqlRequest } from './graphql';
import type { GraphqlError } from './graphql-errors';
import { backoffMs, LAST_ANSWER_MS, LONGEST_PAUSE_MS, RETRY_BUDGET_MS } from './limits';
import { createPacer, type PacerOptions } from './pacer';

export interface AdminClientOptions extends PacerOptions {
  /** `acme.myshopify.com`; only this host ever receives the token. */
  readonly shop: string;
  readonly auth: AuthStrategy;
  readonly http: Http;
}

export type Reply =
  | {
      readonly kind: 'answered';
      readonly data: Readonly<Record<string, unknown>>;
      readonly errors: readonly GraphqlError[];
      /** An earlier attempt of the same request got no clear answer, and may have arrived. */
      readonly followsLostAnswer?: true;
    }
  /** No clear answer: a mutation that may not be repeated may have been applied. */
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      /** Set where an attempt got no clear answer; absent where Shopify plainly refused, or was never asked. */
      readonly mayHaveArrived?: true;
    };

export interface AdminClient {
  /** Sends a wave, waits for the points it needs, retries what may be repeated; answers in the order of the requests. */
  send(wave: readonly GraphqlRequest[]): readonly Reply[];
  /** Number of these requests, counted from the first, that the next wave should take; at least one. */
  fit(requests: readonly GraphqlRequest[]): number;
  /** The most requests that one wave takes. */
  readonly kMax: number;
  pace(): Pace;
}

/** GraphQL over HTTP at Shopify's pace. Keeps nothing but its estimate of the bucket. */
export function createAdminClient({ shop, auth, http, ...pacing }: AdminClientOptions): AdminClient {
  const { clock } = pacing;
  const pacer = createPacer(pacing);

  const sendOnce = (requests: readonly GraphqlRequest[], token: string) => {
    const leftMs = clock.now();
    const answers = http
      .send(requests.map((request) => toHttp(shop, token, request)))
      .map((answer, index) => classify(answer, requests[index]));
    const tookMs = Math.min(LONGEST_ANSWER_MS, Math.max(0, clock.now() - leftMs));
    pacer.learn(requests, answers, { leftMs, tookMs });
    return { answers, tookMs };
  };

  const openedMs = clock.now();
  const isInTime = (durationMs: number) => {
    const atMs = clock.now() - openedMs;
    // A reading later than any execution can run means that the clock was set, and proves nothing.
    return atMs > LAST_ANSWER_MS || atMs + durationMs < LAST_ANSWER_MS;
  };

  const send = (wave: readonly GraphqlRequest[]): Reply[] => {
    const replies: (Reply | undefined)[] = wave.map(() => undefined);
    const lost = new Set<number>();
    // Time is added up, so that a clock that jumps neither ends a wave nor keeps it for ever.
    let spentMs = 0;
    let pending = wave.map((_, index) => index);
    let token = auth.accessToken();
    let tokenReplaced = false;
    for (let attempt = 1; pending.length > 0; attempt++) {
      const requests = pending.map((index) => wave[index] as GraphqlRequest);
      const pauseMs = pacer.pauseMs(requests);
      if (!token.ok || pauseMs > LONGEST_PAUSE_MS || spentMs + pauseMs > RETRY_BUDGET_MS) {
        const problem = token.ok ? problemOf(SLOW_DOWN, shop) : token.problem;
        for (const index of pending) replies[index] = failed(problem, lost.has(index));
        break;
      }
      if (pauseMs > 0) clock.sleep(pauseMs);
      const sent = token.value;
      const { answers, tookMs } = sendOnce(requests, sent);
      spentMs += pauseMs + tookMs;
      const again: number[] = [];
      let unauthorized = false;
      let delayMs = 0;
      answers.forEach((answer, position) => {
        const index = pending[position] as number;
        const request = wave[index] as GraphqlRequest;
        const wait = retryDelayMs(answer, request, attempt);
        if (answer.kind === 'unclear') lost.add(index);
        if (answer.kind === 'unauthorized' && !tokenReplaced) {
          unauthorized = true;
          again.push(index);
        } else if (wait !== undefined && spentMs + wait < RETRY_BUDGET_MS && isInTime(wait + tookMs)) {
          delayMs = Math.max(delayMs, wait);
          again.push(index);
        } else replies[index] = replyOf(answer, request, { shop, followsLost: lost.has(index) });
      });
      if (unauthorized) {
        token = auth.replaceToken(sent);
        tokenReplaced = true;
      }
      if (again.length > 0 && delayMs > 0) clock.sleep(delayMs);
      spentMs += delayMs;
      pending = again;
    }
    return replies as Reply[];
  };

  return { send, fit: pacer.fit, kMax: pacer.kMax, pace: pacer.pace };
}

/** Requests time out after a minute; what seems to take longer is a clock that was set. */
const LONGEST_ANSWER_MS = 60_000;

const SLOW_DOWN: Parameters<typeof problemOf>[0] = {
  kind: 'throttled',
  cost: undefined,
  waitMs: undefined,
};

/** Undefined where the request is not sent again. */
function retryDelayMs(answer: Classified, request: GraphqlRequest, attempt: number): number | undefined {
  if (answer.kind === 'throttled') return answer.waitMs ?? (isShort(answer.cost) ? 0 : backoffMs(attempt));
  if (answer.kind !== 'unclear' || !request.repeatable) return undefined;
  return request.isDivisible && attempt > 1 ? undefined : backoffMs(attempt);
}

/** Points are missing that will come: pacing then waits exactly as long as is needed before the next attempt. */
function isShort(cost: CostReport | undefined): boolean {
  if (!cost?.throttleStatus) return false;
  const { currentlyAvailable, maximumAvailable } = cost.throttleStatus;
  return currentlyAvailable < Math.min(cost.requestedQueryCost, maximumAvailable);
}

function replyOf(
  answer: Classified,
  request: GraphqlRequest,
  { shop, followsLost }: { readonly shop: string; readonly followsLost: boolean },
): Reply {
  if (answer.kind === 'answered') {
    const { data, errors } = answer;
    return { kind: 'answered', data, errors, ...(followsLost && { followsLostAnswer: true }) };
  }
  const problem = problemOf(answer, shop);
  return (answer.kind === 'unclear' || answer.kind === 'outdated') && !request.repeatable
    ? { kind: 'unknown', problem }
    : failed(problem, followsLost || !isPlainRefusal(answer));
}

function failed(problem: Problem, mayHaveArrived: boolean): Reply {
  return { kind: 'failed', problem, ...(mayHaveArrived && { mayHaveArrived }) };
}

/** A server's own trouble may come after the request took effect. */
function isPlainRefusal(answer: Exclude<Classified, { kind: 'answered' }>): boolean {
  switch (answer.kind) {
    case 'refused':
      return answer.status < 500;
    case 'unauthorized':
    case 'connection-ended':
    case 'missing-scope':
    case 'throttled':
    case 'not-sent':
      return true;
    case 'unclear':
    case 'outdated':
      return false;
  }
}

function toHttp(shop: string, token: string, { document, variables }: GraphqlRequest): HttpRequest {
  return {
    method: 'POST',
    url: `https://${shop}/admin/api/${API_VERSION}/graphql.json`,
    headers: { 'X-Shopify-Access-Token': token, Accept: 'application/json' },
    contentType: 'application/json',
    body: JSON.stringify({ query: document, variables }),
  };
}
