import type { WireRequest, WireResponse } from '../../wire';
import { htmlAnswer, jsonAnswer } from '../answers';

/** The codes seen in public reports; Shopify documents no complete list. */
export interface OauthError {
  readonly status: 400 | 401;
  readonly error:
    | 'app_not_installed'
    | 'application_cannot_be_found'
    | 'invalid_client'
    | 'invalid_request'
    | 'shop_not_permitted'
    | 'unsupported_grant_type';
  readonly description: string;
}

export const oauthError = (error: OauthError['error'], description: string): OauthError => ({
  status: 400,
  error,
  description,
});

/** JSON for a client that asks for it, otherwise a page that says `Oauth error code: description`. */
export function oauthErrorAnswer(
  request: WireRequest,
  { status, error, description }: OauthError,
): WireResponse {
  const accept = request.headers.accept ?? '';
  if (/\bjson\b/.test(accept)) return jsonAnswer(status, { error, error_description: description });
  return htmlAnswer(status, 'Oauth error', `Oauth error ${error}: ${description}`);
}
