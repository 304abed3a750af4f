import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import type { StoreState } from '../state/store-state';
import type { ShopLocale } from '../state/translation';
import { enabledLocales } from '../translations/locales';
import type { WebPresence } from './market';

interface Input {
  readonly defaultLocale?: string | null;
  readonly alternateLocales?: readonly string[] | null;
  readonly subfolderSuffix?: string | null;
  readonly domainId?: string | null;
}

/** The minimum of two letters is recorded; the other texts are the schema's. */
function check({ subfolderSuffix, domainId, ...input }: Input, isNew: boolean): UserError[] {
  const error = (field: string, message: string, code: string) => [
    userError(['input', field], message, code),
  ];
  if (isNew && !subfolderSuffix && !domainId) {
    const message = 'One of `subfolderSuffix` or `domainId` is required.';
    return [userError(['input'], message, 'REQUIRES_DOMAIN_OR_SUBFOLDER')];
  }
  if (isNew && input.defaultLocale == null)
    return error('defaultLocale', "Default locale can't be blank", 'BLANK');
  if (subfolderSuffix == null) return [];
  if (subfolderSuffix.length < 2) {
    const message = 'Subfolder suffix must be at least 2 letters';
    return error('subfolderSuffix', message, 'SUBFOLDER_SUFFIX_MUST_BE_AT_LEAST_2_LETTERS');
  }
  if (/^[a-z]+$/i.test(subfolderSuffix)) return [];
  const message = 'Subfolder suffix must contain only letters';
  return error('subfolderSuffix', message, 'SUBFOLDER_SUFFIX_MUST_CONTAIN_ONLY_LETTERS');
}

const notFound = userError(['id'], "The market web presence wasn't found.", 'WEB_PRESENCE_NOT_FOUND');

export function webPresenceCreate({ input }: { input: Input }, { state }: ExecutionContext): Payload {
  const userErrors = check(input, true);
  if (userErrors.length > 0) return { webPresence: null, userErrors };
  const webPresence = state.webPresences.put({
    id: state.newId('MarketWebPresence'),
    defaultLocale: input.defaultLocale ?? 'en',
    alternateLocales: input.alternateLocales ?? [],
    subfolderSuffix: input.subfolderSuffix ?? null,
  });
  return { webPresence, userErrors: [] };
}

export function webPresenceUpdate(
  { id, input }: { id: string; input: Input },
  { state }: ExecutionContext,
): Payload {
  const known = state.webPresences.get(id);
  if (!known) return { webPresence: null, userErrors: [notFound] };
  const userErrors = check(input, false);
  if (userErrors.length > 0) return { webPresence: null, userErrors };
  const webPresence = state.webPresences.put({
    ...known,
    defaultLocale: input.defaultLocale ?? known.defaultLocale,
    alternateLocales: input.alternateLocales ?? known.alternateLocales,
    subfolderSuffix: input.subfolderSuffix ?? known.subfolderSuffix,
  });
  return { webPresence, userErrors: [] };
}

export function webPresenceDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  if (!state.webPresences.get(id)) return { deletedId: null, userErrors: [notFound] };
  state.webPresences.delete(id);
  return { deletedId: id, userErrors: [] };
}

const shopLocale = (state: StoreState, locale: string): ShopLocale =>
  enabledLocales(state).find(({ id }) => id === locale) ?? {
    id: locale,
    published: true,
    webPresenceIds: [],
  };

export const webPresenceFields: ObjectFields<WebPresence> = {
  alternateLocales: ({ alternateLocales }, _args, { state }) =>
    alternateLocales.map((locale) => shopLocale(state, locale)),
  defaultLocale: ({ defaultLocale }, _args, { state }) => shopLocale(state, defaultLocale),
  domain: () => null,
  rootUrls: ({ defaultLocale, alternateLocales, subfolderSuffix }, _args, { state }) =>
    [defaultLocale, ...alternateLocales].map((locale) => ({
      locale,
      url: `https://${state.shop.domain}/${locale}-${subfolderSuffix}/`,
    })),
};

export const webPresences = (args: PageArgs, { state }: ExecutionContext) =>
  connection(state.webPresences.all(), args);
