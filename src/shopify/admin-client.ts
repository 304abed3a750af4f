import type { Clock } from '../ports/clock';
import type { Http, HttpRequest } from '../ports/http';
import type { Problem } from '../ports/problem';
import { API_VERSION } from './api-version';
import type { AuthStrategy } from './auth/auth-strategy';
import { type Classified, classify } from './classify';
import type { CostReport, GraphqlError, GraphqlRequest } from './graphql';
import { problemOf } from './problem';
import { backoffMs, RETRY_BUDGET_MS } from './retry';
import { availableAt, type Bucket, learn, spend, unknownBucket, waitMs } from './throttle';

export interface AdminClientOptions {
  /** `acme.myshopify.com`; only this host ever receives the token. */
  readonly shop: string;
  readonly auth: AuthStrategy;
  readonly http: Http;
  readonly clock: Clock;
}

export type Reply =
  | {
      readonly kind: 'answered';
      readonly data: Readonly<Record<string, unknown>>;
      readonly errors: readonly GraphqlError[];
    }
  /** No answer that tells: a mutation that may not be repeated may have been applied. */
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface AdminClient {
  /** Sends a wave, waits for the points it needs, retries what may be repeated; answers in the order of the requests. */
  send(wave: readonly GraphqlRequest[]): readonly Reply[];
  /** How many requests of this cost the bucket holds now. */
  roomFor(cost: number): number;
}

/** GraphQL over HTTP at Shopify's pace. Keeps nothing but its estimate of the bucket. */
export function createAdminClient({ shop, auth, http, clock }: AdminClientOptions): AdminClient {
  let bucket: Bucket = unknownBucket(clock.now());

  const sendOnce = (requests: readonly GraphqlRequest[], token: string): Classified[] => {
    const cost = requests.reduce((sum, request) => sum + request.cost, 0);
    const pauseMs = waitMs(bucket, cost, clock.now());
    if (pauseMs > 0) clock.sleep(pauseMs);
    bucket = spend(bucket, cost, clock.now());
    const answers = http.send(requests.map((request) => toHttp(shop, token, request))).map(classify);
    const reports = answers.flatMap((answer) =>
      'cost' in answer && answer.cost ? [answer.cost] : ([] as CostReport[]),
    );
    bucket = learn(bucket, reports, clock.now());
    return answers;
  };

  const send = (wave: readonly GraphqlRequest[]): Reply[] => {
    const replies: (Reply | undefined)[] = wave.map(() => undefined);
    const startedMs = clock.now();
    let pending = wave.map((_, index) => index);
    let token = auth.accessToken();
    let tokenReplaced = false;
    for (let attempt = 1; pending.length > 0; attempt++) {
      if (!token.ok) {
        for (const index of pending) replies[index] = { kind: 'failed', problem: token.problem };
        break;
      }
      const sent = token.value;
      const answers = sendOnce(
        pending.map((index) => wave[index] as GraphqlRequest),
        sent,
      );
      const again: number[] = [];
      let unauthorized = false;
      let pauseMs = 0;
      answers.forEach((answer, position) => {
        const index = pending[position] as number;
        const request = wave[index] as GraphqlRequest;
        const wait = retryDelayMs(answer, request, attempt);
        if (answer.kind === 'unauthorized' && !tokenReplaced) {
          unauthorized = true;
          again.push(index);
        } else if (wait !== undefined && clock.now() - startedMs + wait < RETRY_BUDGET_MS) {
          pauseMs = Math.max(pauseMs, wait);
          again.push(index);
        } else replies[index] = replyOf(answer, request, shop);
      });
      if (unauthorized) {
        token = auth.replaceToken(sent);
        tokenReplaced = true;
      }
      if (again.length > 0 && pauseMs > 0) clock.sleep(pauseMs);
      pending = again;
    }
    return replies as Reply[];
  };

  return {
    send,
    roomFor: (cost) => Math.max(1, Math.floor(availableAt(bucket, clock.now()) / Math.max(1, cost))),
  };
}

/** Undefined where the request is not sent again. */
function retryDelayMs(answer: Classified, request: GraphqlRequest, attempt: number): number | undefined {
  // With a cost report the pacing before the next attempt waits exactly as long as is needed.
  if (answer.kind === 'throttled') return answer.waitMs ?? (answer.cost ? 0 : backoffMs(attempt));
  return answer.kind === 'unsettled' && request.repeatable ? backoffMs(attempt) : undefined;
}

function replyOf(answer: Classified, request: GraphqlRequest, shop: string): Reply {
  if (answer.kind === 'answered') return { kind: 'answered', data: answer.data, errors: answer.errors };
  const problem = problemOf(answer, shop);
  return answer.kind === 'unsettled' && !request.repeatable
    ? { kind: 'unknown', problem }
    : { kind: 'failed', problem };
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
