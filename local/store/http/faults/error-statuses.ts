import type { WireResponse } from '../../wire';
import { htmlAnswer, jsonAnswer } from '../answers';

/** Answers other than 200, meanings by https://shopify.dev/docs/api/usage/response-codes; bodies beyond those texts are plausible only. */
const json = (
  status: number,
  errors: string,
  headers: Readonly<Record<string, string>> = {},
): WireResponse => {
  const answer = jsonAnswer(status, { errors });
  return { ...answer, headers: { ...answer.headers, ...headers } };
};

export const errorStatuses: Readonly<Record<number, WireResponse>> = {
  400: json(400, 'Bad Request'),
  401: json(401, '[API] Invalid API key or access token (unrecognized login or wrong password)'),
  402: json(402, 'Unavailable Shop'),
  403: json(
    403,
    '[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens',
  ),
  404: json(404, 'Not Found'),
  406: json(406, 'Not Acceptable'),
  414: htmlAnswer(414, '414 Request-URI Too Large', 'cloudflare'),
  415: json(415, 'Unsupported Media Type'),
  422: json(422, 'Unprocessable Entity'),
  423: json(423, 'Shop locked'),
  429: json(429, 'Too Many Requests', { 'Retry-After': '2.0' }),
  430: htmlAnswer(430, 'Shopify Security Rejection', 'The request was not accepted.'),
  500: json(500, 'Internal Server Error'),
  502: htmlAnswer(502, '502 Bad Gateway', 'cloudflare'),
  503: htmlAnswer(503, '503 Service Unavailable', 'The service is unavailable.'),
  504: json(504, 'Gateway Timeout'),
  530: htmlAnswer(530, 'Origin DNS error', 'cloudflare'),
  540: htmlAnswer(540, 'Temporarily Disabled', 'The shop cannot be reached at the moment.'),
};
