import {
  type Bucket,
  bucketAt,
  charge,
  type Flow,
  fullBucket,
  refundAt,
} from '../../../local/store/http/throttle/bucket';
import { throttleStatus } from '../../../local/store/http/throttle/throttle-status';
import type { Http, HttpAnswer } from '../../../src/ports/http';

/** What one request will really cost; the request's variables carry it. */
export interface RealCost {
  readonly requested: number;
  readonly actual: number;
}

/** Only the bucket of a Shopify: answers nothing, at the price that each request names, after its latency. */
export function modelledShopify(
  clock: { now(): number; advance(ms: number): void },
  flowAt: (nowMs: number) => Flow,
  latencyMs: () => number,
): { readonly http: Http; readonly counts: { requests: number; throttled: number } } {
  const counts = { requests: 0, throttled: 0 };
  let bucket: Bucket = fullBucket(flowAt(clock.now()).limit, clock.now());
  const answer = ({ requested, actual }: RealCost, flow: Flow, endsAtMs: number): HttpAnswer => {
    counts.requests += 1;
    const charged = charge(bucket, requested);
    if (!charged) counts.throttled += 1;
    const refund = charged ? requested - actual : 0;
    bucket = refundAt(charged ?? bucket, refund, endsAtMs);
    const cost = {
      requestedQueryCost: requested,
      actualQueryCost: charged ? actual : null,
      throttleStatus: throttleStatus(bucket, flow.limit, refund),
    };
    const told = charged ? { data: {} } : { errors: [{ message: '', extensions: { code: 'THROTTLED' } }] };
    return { status: 200, headers: {}, body: JSON.stringify({ ...told, extensions: { cost } }) };
  };
  const http: Http = {
    send(requests) {
      const flow = flowAt(clock.now());
      bucket = bucketAt(bucket, flow, clock.now());
      const tookMs = latencyMs();
      const answers = requests.map(({ body = '' }) =>
        answer(JSON.parse(body).variables as RealCost, flow, clock.now() + tookMs),
      );
      clock.advance(tookMs);
      return answers;
    },
  };
  return { http, counts };
}
