import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { asPath, checkRedirect } from '../../rules/url-redirects';

interface Input {
  readonly path?: string | null;
  readonly target?: string | null;
}

export function urlRedirectCreate(args: { urlRedirect: Input }, context: ExecutionContext): Payload {
  const { state, now } = context;
  const redirect = {
    path: asPath(args.urlRedirect.path ?? ''),
    target: asTarget(args.urlRedirect.target ?? ''),
  };
  const problem = checkRedirect(state, redirect, null);
  if (problem) return refused(problem, 'CREATE_FAILED');
  const urlRedirect = state.urlRedirects.put({ id: state.newId('UrlRedirect'), ...redirect, createdAt: now });
  return { urlRedirect, userErrors: [] };
}

export function urlRedirectUpdate(
  args: { id: string; urlRedirect: Input },
  { state }: ExecutionContext,
): Payload {
  const known = state.urlRedirects.get(args.id);
  if (!known) return { urlRedirect: null, userErrors: [missing] };
  const { path, target } = args.urlRedirect;
  const redirect = {
    ...known,
    path: path == null ? known.path : asPath(path),
    target: target == null ? known.target : asTarget(target),
  };
  const problem = checkRedirect(state, redirect, known.id);
  if (problem) return refused(problem, 'UPDATE_FAILED');
  return { urlRedirect: state.urlRedirects.put(redirect), userErrors: [] };
}

export function urlRedirectDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  if (!state.urlRedirects.get(id)) return { deletedUrlRedirectId: null, userErrors: [missing] };
  state.urlRedirects.delete(id);
  return { deletedUrlRedirectId: id, userErrors: [] };
}

const missing = userError(['id'], 'Redirect does not exist', 'DOES_NOT_EXIST');

const asTarget = (text: string): string => (/^https?:\/\//i.test(text.trim()) ? text.trim() : asPath(text));

const refused = (
  { at, message }: { readonly at: string; readonly message: string },
  code: 'CREATE_FAILED' | 'UPDATE_FAILED',
): Payload => ({ urlRedirect: null, userErrors: [userError(['urlRedirect', at], message, code)] });
