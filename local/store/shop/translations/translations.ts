import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import type { Translation } from '../state/translation';
import { contentDigest, translatableContent, translatableKeys } from './content';
import { enabledLocales, primaryLocale } from './locales';

interface TranslationInput {
  readonly key: string;
  readonly locale: string;
  readonly marketId?: string | null;
  readonly translatableContentDigest: string;
  readonly value: string;
}

interface RegisterArgs {
  readonly resourceId: string;
  readonly translations: readonly TranslationInput[];
}

const mostKeys = 100;

const translationId = (resourceId: string, locale: string, key: string, marketId?: string | null): string =>
  [resourceId, locale, key, marketId ?? ''].join('|');

const resourceMissing = (resourceId: string): UserError =>
  userError(['resourceId'], `Resource ${resourceId} does not exist`, 'RESOURCE_NOT_FOUND');

/** The first thing wrong with a translation; texts and their order as recorded. */
function check(
  context: ExecutionContext,
  resourceId: string,
  input: TranslationInput,
  index: number,
): UserError | null {
  const { state } = context;
  const error = (field: string, message: string, code: string) =>
    userError(['translations', index, field], message, code);
  if (input.marketId != null && !state.markets.get(input.marketId)) {
    const message = "The market corresponding to the `marketId` argument doesn't exist";
    return error('marketId', message, 'MARKET_DOES_NOT_EXIST');
  }
  if (input.locale === primaryLocale) {
    const message = "Locale cannot be the same as the shop's primary locale";
    return error('locale', message, 'INVALID_LOCALE_FOR_SHOP');
  }
  if (!enabledLocales(state).some(({ id }) => id === input.locale))
    return error('locale', 'Locale is not a valid locale for the shop', 'INVALID_LOCALE_FOR_SHOP');
  if (!translatableKeys(resourceId).includes(input.key)) {
    const message = `Key ${input.key} is not a valid translatable field`;
    return error('key', message, 'INVALID_KEY_FOR_MODEL');
  }
  if (input.value.trim() === '') return error('value', "Value can't be blank", 'FAILS_RESOURCE_VALIDATION');
  const original =
    translatableContent(context, resourceId)?.find(({ key }) => key === input.key)?.value ?? '';
  return input.translatableContentDigest === contentDigest(original)
    ? null
    : error(
        'translatableContentDigest',
        'Translatable content hash is invalid',
        'INVALID_TRANSLATABLE_CONTENT',
      );
}

/** The good ones are kept although others are refused (recorded). */
export function translationsRegister(
  { resourceId, translations }: RegisterArgs,
  context: ExecutionContext,
): Payload {
  const { state, now } = context;
  const refused = (error: UserError): Payload => ({ translations: null, userErrors: [error] });
  if (!translatableContent(context, resourceId)) return refused(resourceMissing(resourceId));
  if (translations.length > mostKeys) {
    const message = `Too many keys for resource - maximum ${mostKeys} per mutation`;
    return refused(userError(['resourceId'], message, 'TOO_MANY_KEYS_FOR_RESOURCE'));
  }
  const userErrors: UserError[] = [];
  const written = translations.flatMap((input, index): Translation[] => {
    const problem = check(context, resourceId, input, index);
    if (problem) userErrors.push(problem);
    if (problem) return [];
    const { locale, key, value, marketId = null, translatableContentDigest: digest } = input;
    const id = translationId(resourceId, locale, key, marketId);
    return [state.translations.put({ id, resourceId, locale, key, marketId, value, digest, updatedAt: now })];
  });
  return { translations: written, userErrors };
}

interface RemoveArgs {
  readonly resourceId: string;
  readonly translationKeys: readonly string[];
  readonly locales: readonly string[];
  readonly marketIds?: readonly string[] | null;
}

/** Answers nothing where nothing is removed (recorded). */
export function translationsRemove(args: RemoveArgs, context: ExecutionContext): Payload {
  const { state } = context;
  const { resourceId, translationKeys, locales } = args;
  if (!translatableContent(context, resourceId))
    return { translations: null, userErrors: [resourceMissing(resourceId)] };
  const markets = args.marketIds?.length ? args.marketIds : [null];
  const removed = locales.flatMap((locale) =>
    translationKeys.flatMap((key) =>
      markets.flatMap(
        (marketId) => state.translations.get(translationId(resourceId, locale, key, marketId)) ?? [],
      ),
    ),
  );
  for (const { id } of removed) state.translations.delete(id);
  return { translations: removed.length > 0 ? removed : null, userErrors: [] };
}

interface Asked {
  readonly locale: string;
  readonly marketId?: string | null;
  readonly outdated?: boolean | null;
}

/** Another text now than the one that was translated. */
export const isOutdated = (context: ExecutionContext, { resourceId, key, digest }: Translation): boolean =>
  contentDigest(translatableContent(context, resourceId)?.find((one) => one.key === key)?.value ?? '') !==
  digest;

export const translationsOf = (
  context: ExecutionContext,
  resourceId: string,
  asked: Asked,
): readonly Translation[] =>
  context.state.translations
    .find('resource', resourceId)
    .filter(
      (one) =>
        one.locale === asked.locale &&
        one.marketId === (asked.marketId ?? null) &&
        (asked.outdated == null || isOutdated(context, one) === asked.outdated),
    );
