import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import { notImplemented } from '../../graphql/execution/failures';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import type { Row } from '../state/table';
import type { ShopLocale, Translation } from '../state/translation';
import { contentDigest, nestedResources, resourcesOfType, translatableContent } from './content';
import { localeName, primaryLocale } from './locales';
import { isOutdated, translationsOf } from './translations';

const resource = (id: string): Row => ({ id });

export const translatableResource = ({ resourceId }: { resourceId: string }, context: ExecutionContext) =>
  translatableContent(context, resourceId) ? resource(resourceId) : null;

export function translatableResources(
  args: PageArgs & { readonly resourceType: string },
  context: ExecutionContext,
) {
  const ids = resourcesOfType(context, args.resourceType);
  if (!ids) throw notImplemented(`The translatable resource type ${args.resourceType}`);
  return connection(ids.map(resource), args);
}

export const translatableResourcesByIds = (
  args: PageArgs & { readonly resourceIds: readonly string[] },
  context: ExecutionContext,
) => connection(args.resourceIds.filter((id) => translatableContent(context, id)).map(resource), args);

export const translatableResourceFields: ObjectFields<Row> = {
  nestedTranslatableResources: (
    { id },
    args: PageArgs & { readonly resourceType?: string | null },
    context,
  ) => connection(nestedResources(context, id, args.resourceType).map(resource), args),
  resourceId: ({ id }) => id,
  translatableContent: ({ id }, _args, context) =>
    (translatableContent(context, id) ?? []).map((content) => ({
      ...content,
      digest: contentDigest(content.value),
      locale: primaryLocale,
    })),
  translations: ({ id }, args: Parameters<typeof translationsOf>[2], context) =>
    translationsOf(context, id, args),
};

export const translationFields: ObjectFields<Translation> = {
  market: ({ marketId }, _args, { state }) => state.markets.get(marketId ?? '') ?? null,
  outdated: (translation, _args, context) => isOutdated(context, translation),
};

export const shopLocaleFields: ObjectFields<ShopLocale> = {
  locale: ({ id }) => id,
  marketWebPresences: ({ webPresenceIds }, _args, { state }) =>
    webPresenceIds.flatMap((id) => state.webPresences.get(id) ?? []),
  name: ({ id }) => localeName(id),
  primary: ({ id }) => id === primaryLocale,
};
