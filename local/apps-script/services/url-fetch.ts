import type { WireAnswer, WireFailure, WireResponse } from '../../store/wire';
import { limits } from '../limits/limits';
import { arrayAt, expectArguments, objectAt, signatureMismatch, textAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { letPass, spendDailyQuota } from '../runtime/execution';
import { type Call, ServiceObject, type ServiceType } from '../runtime/service-object';
import { checkedUrl, type FetchRequest, readFetchRequest } from './fetch-request';
import { headerOf, responseObject } from './http-response';

/** Each redirect is checked against the list as well; Google does not say whether it does. */
function exchange(request: FetchRequest, call: Call): WireAnswer {
  const { send } = call.execution.environment;
  let { wire } = request;
  let tookMs = 0;
  for (let hops = 0; hops <= limits.urlFetch.redirects; hops += 1) {
    const answer = send(wire);
    tookMs += answer.tookMs;
    const location = 'failure' in answer ? undefined : headerOf(answer.headers, 'location');
    const redirects = 'status' in answer && [301, 302, 303, 307, 308].includes(answer.status);
    if (!request.followRedirects || !redirects || location === undefined) return { ...answer, tookMs };
    const url = checkedUrl(new URL(location, wire.url).href, call);
    const keepsBody = answer.status === 307 || answer.status === 308;
    wire = keepsBody ? { ...wire, url } : { ...wire, url, method: 'GET', body: '' };
  }
  throw new ServiceException(`Too many redirects: ${wire.url}`);
}

/** Cuts off at the timeout: the answer, if there is one, is lost. */
function timed(answer: WireAnswer, request: FetchRequest): WireAnswer {
  if (answer.tookMs <= request.timeoutMs) return answer;
  return { failure: 'timeout', tookMs: request.timeoutMs };
}

/** Google's texts; not muted by `muteHttpExceptions`. */
const failures: Readonly<Record<WireFailure['failure'], string>> = {
  timeout: 'Timeout',
  'connection-refused': 'Address unavailable',
  'unknown-host': 'DNS error',
};

const truncatedLength = 200;

/** Throws what Google throws where there is no answer, or an error that is not muted. */
function accepted(request: FetchRequest, answer: WireAnswer): WireResponse {
  const { url } = request.wire;
  if ('failure' in answer) throw new ServiceException(`${failures[answer.failure]}: ${url}`);
  if (Buffer.byteLength(answer.body, 'utf8') > limits.urlFetch.responseBytes) {
    throw new ServiceException('Limit Exceeded: URLFetch Response Size.');
  }
  if (answer.status < 400 || request.muteHttpExceptions) return answer;
  const cut =
    answer.body.length > truncatedLength ? `${answer.body.slice(0, truncatedLength)}...` : answer.body;
  throw new ServiceException(
    `Request failed for ${/^https?:\/\/[^/?#]+/i.exec(url)?.[0]} returned code ${answer.status}. ` +
      `Truncated server response: ${cut} (use muteHttpExceptions option to examine full response)`,
  );
}

/**
 * All requests leave at the same moment and the call lasts as long as the slowest; answers come in the order of
 * the requests. One that fails, or is an error and not muted, throws for all, although the others took effect.
 */
function fetchAll(requests: readonly FetchRequest[], call: Call): ServiceObject[] {
  spendDailyQuota(call.execution, 'urlFetchCalls', requests.length);
  const answers = requests.map((request) => timed(exchange(request, call), request));
  letPass(call.execution, Math.max(0, ...answers.map(({ tookMs }) => tookMs)));
  return requests.map((request, index) => responseObject(accepted(request, answers[index] as WireAnswer)));
}

function readMany(call: Call): FetchRequest[] {
  expectArguments(call, 1);
  return arrayAt(call, 0).map((request) => {
    if (typeof request === 'string') return readFetchRequest(request, {}, call);
    if (typeof request !== 'object' || request === null) throw signatureMismatch(call);
    const { url, ...given } = request as Record<string, unknown>;
    if (typeof url !== 'string') throw signatureMismatch(call);
    return readFetchRequest(url, given, call);
  });
}

const urlFetchAppType: ServiceType<null> = {
  name: 'UrlFetchApp',
  methods: {
    fetch: (_, call) => {
      expectArguments(call, 1, 2);
      const given = call.args.length === 1 ? {} : objectAt(call, 1);
      return fetchAll([readFetchRequest(textAt(call, 0), given, call)], call)[0];
    },
    fetchAll: (_, call) => fetchAll(readMany(call), call),
  },
};

export const urlFetchApp = new ServiceObject(urlFetchAppType, null);
