import { fitMessage } from '../../catalog/tab/fit-message';
import { failureReason, type HttpAnswer, type HttpResponse } from '../../ports/http';
import type { Problem } from '../../ports/problem';
import { anything, readStored } from '../../ports/shape';
import { API_VERSION, type CostReport } from './graphql';
import { dailyVariantErrors, type GraphqlError, IGNORED_FILTER } from './graphql-errors';

/**
 * The meaning of an answer, before it is decided what to do about it. Branches on status and codes, never on message
 * text: texts change and are translated. Source: https://shopify.dev/docs/api/usage/response-codes
 */
export type Classified =
  | {
      readonly kind: 'answered';
      readonly data: Readonly<Record<string, unknown>>;
      readonly errors: readonly GraphqlError[];
      readonly cost: CostReport | undefined;
    }
  | {
      readonly kind: 'throttled';
      /** Set where Google asks to slow down, not Shopify. */
      readonly by?: 'Google';
      readonly cost: CostReport | undefined;
      readonly waitMs: number | undefined;
    }
  /** Shopify or the network failed; a mutation may have been applied all the same. */
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'unauthorized' }
  /** It never left Google. */
  | { readonly kind: 'not-sent'; readonly problem: Problem }
  /** The token is unchanged; Shopify no longer accepts tokens of its kind. */
  | { readonly kind: 'connection-ended' }
  /** Answered by another version of the API, as Shopify does once it has retired the one that was asked for. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'missing-scope'; readonly requiredAccess: string }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

/** The last two: https://shopify.dev/docs/api/usage/response-codes says of 530 to come back later; 520 is Cloudflare’s. */
const RETRYABLE_STATUSES = [500, 502, 503, 504, 520, 530];

/** The wait after Google's refusal for bandwidth, as several public scripts have it. */
const TOO_FAST_PAUSE_MS = 15_000;

export function classify(
  answer: HttpAnswer,
  { isJoined = false }: { readonly isJoined?: boolean } = {},
): Classified {
  if ('failure' in answer && answer.problem) return { kind: 'not-sent', problem: answer.problem };
  if ('failure' in answer && answer.cause === 'too-fast')
    return { kind: 'throttled', by: 'Google', cost: undefined, waitMs: TOO_FAST_PAUSE_MS };
  if ('failure' in answer) return { kind: 'unclear', reason: failureReason(answer) };
  if (answer.status === 200)
    return isOutdated(answer) ? { kind: 'outdated' } : classifyBody(answer, isJoined);
  if (endsConnection(answer)) return { kind: 'connection-ended' };
  if (answer.status === 401) return { kind: 'unauthorized' };
  const spent = answer.status === 429 ? dailyVariantErrors(answer.body) : [];
  if (spent.length > 0) return { kind: 'answered', data: {}, errors: spent, cost: undefined };
  if (answer.status === 429) return { kind: 'throttled', cost: undefined, waitMs: retryAfterMs(answer) };
  if (RETRYABLE_STATUSES.includes(answer.status)) {
    return { kind: 'unclear', reason: `Shopify answered with status ${answer.status}` };
  }
  return { kind: 'refused', status: answer.status, reason: reasonOf(answer) };
}

/**
 * Shopify has no code for it, so that here the text alone tells: the words that name this kind of token, wherever they
 * stand. Source: https://shopify.dev/changelog (expiring offline tokens)
 */
function endsConnection({ status, body }: HttpResponse): boolean {
  return (status === 401 || status === 403) && /non-?expiring\b[^.]{0,40}\btoken/i.test(body);
}

/** Source: https://shopify.dev/docs/api/usage/versioning */
function isOutdated({ headers }: HttpResponse): boolean {
  const version = headers['x-shopify-api-version'];
  return version !== undefined && version !== API_VERSION;
}

function classifyBody(answer: HttpResponse, isJoined: boolean): Classified {
  const body = readStored(anything, answer.body);
  if (!isRecord(body)) return { kind: 'unclear', reason: 'Shopify answered with a page instead of data' };
  const errors = Array.isArray(body.errors) ? (body.errors as readonly GraphqlError[]) : [];
  const cost = isRecord(body.extensions) ? (body.extensions.cost as CostReport | undefined) : undefined;
  if (isJoined && isRecord(body.data) && isOfParts(body.data, errors))
    return { kind: 'answered', data: body.data, errors, cost };
  const withCode = (code: string) => errors.find(({ extensions }) => extensions?.code === code);
  if (withCode('THROTTLED')) return { kind: 'throttled', cost, waitMs: undefined };
  const denied = withCode('ACCESS_DENIED');
  if (denied)
    return { kind: 'missing-scope', requiredAccess: denied.extensions?.requiredAccess ?? denied.message };
  const failed = withCode('INTERNAL_SERVER_ERROR') ?? withCode('TIMEOUT') ?? nameless(body.data, errors);
  if (failed) return { kind: 'unclear', reason: 'Shopify had an internal error' };
  const data = isRecord(body.data) ? body.data : {};
  if (!isRecord(body.data) && errors.length === 0) return { kind: 'unclear', reason: 'Shopify sent no data' };
  return { kind: 'answered', data, errors: [...errors, ...ignoredFilters(body.extensions)], cost };
}

/** Some parts are answered, and each error names the part that it is of. */
function isOfParts(data: Readonly<Record<string, unknown>>, errors: readonly GraphqlError[]): boolean {
  return Object.values(data).some(isRecord) && errors.every(({ path }) => String(path?.[0]) in data);
}

/** Shopify ignores a filter that it does not know and finds everything; it names the ignored filter next to the answer. */
function ignoredFilters(extensions: unknown): GraphqlError[] {
  const reports = isRecord(extensions) && Array.isArray(extensions.search) ? extensions.search : [];
  const warnings = reports.flatMap((report): unknown[] =>
    isRecord(report) && Array.isArray(report.warnings) ? report.warnings : [],
  );
  return warnings.filter(isRecord).map(({ field, message }) => ({
    message: `Shopify does not understand the filter “${field}”: ${message}`,
    extensions: { code: IGNORED_FILTER },
  }));
}

/**
 * `{"errors":[{"message":"Timeout"}]}`, as people report it. A refused document or variable says where it is wrong, or
 * why; this says neither.
 */
function nameless(data: unknown, errors: readonly GraphqlError[]): GraphqlError | undefined {
  const hasReason = errors.some((error) => error.extensions || error.path || 'locations' in error);
  return isRecord(data) || hasReason ? undefined : errors[0];
}

/** The header counts seconds, with a fraction. */
function retryAfterMs({ headers }: HttpResponse): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

/** On 4xx `errors` may be a string. */
function reasonOf({ body }: HttpResponse): string {
  const parsed = readStored(anything, body);
  return isRecord(parsed) && typeof parsed.errors === 'string' ? fitMessage(parsed.errors) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
