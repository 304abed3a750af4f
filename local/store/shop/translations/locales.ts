import type { ExecutionContext } from '../../graphql/execution/context';
import { nothing, type Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import type { StoreState } from '../state/store-state';
import type { ShopLocale } from '../state/translation';

/** Shopify's languages in the order of their names (recorded). */
const codes =
  `af ak sq am ar hy as az bm bn eu be bs br bg my ca ckb ce zh-CN zh-TW kw hr cs da nl dz en eo et ee fo fil fi fr ff gl
  lg ka de el gu ha he hi hu is ig id ia ga it ja jv kl kn ks kk km ki rw ko ku ky lo lv ln lt lu lb mk mg ms ml mt gv mr mn
  mi ne nd se no nb nn or om os ps fa pl pt-BR pt-PT pa qu ro rm rn ru sg sa sc gd sr sn ii sd si sk sl so es su sw sv tg ta
  tt te th bo ti to tr tk uk ur ug uz vi cy fy wo xh yi yo zu`.split(/\s+/);

/** Locales whose name at Shopify differs from Unicode's (recorded). */
const ownNames: Readonly<Record<string, string>> = {
  'zh-CN': 'Chinese (Simplified)',
  'zh-TW': 'Chinese (Traditional)',
  ff: 'Fulah',
  nb: 'Norwegian (Bokmål)',
  'pt-BR': 'Portuguese (Brazil)',
  'pt-PT': 'Portuguese (Portugal)',
};

const names = new Intl.DisplayNames(['en'], { type: 'language' });

export const localeName = (locale: string): string => ownNames[locale] ?? names.of(locale) ?? locale;

/** The shop's own language, which is always there. */
export const primaryLocale = 'en';
const primary: ShopLocale = { id: primaryLocale, published: true, webPresenceIds: [] };

export const availableLocales = () => codes.map((isoCode) => ({ isoCode, name: localeName(isoCode) }));

/** Number of locales besides the primary one (schema). */
const mostLocales = 20;

export const enabledLocales = (state: StoreState): readonly ShopLocale[] => [
  primary,
  ...state.shopLocales.all(),
];

/** By the code, as the recorded answers have them. */
export const shopLocales = (args: { published?: boolean | null }, { state }: ExecutionContext) =>
  [...enabledLocales(state)]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ published }) => !args.published || published);

const refusedBecause = (message: string): readonly UserError[] => [userError(['locale'], message)];

const primaryFixed = "The primary locale of your store can't be changed through this endpoint.";
const missing = "The locale doesn't exist.";

export function shopLocaleEnable(
  { locale, marketWebPresenceIds }: { locale: string; marketWebPresenceIds?: readonly string[] | null },
  { state }: ExecutionContext,
): Payload {
  const refused = (message: string): Payload => ({ shopLocale: null, userErrors: refusedBecause(message) });
  if (!codes.includes(locale)) return refused('Locale is invalid');
  if (enabledLocales(state).some(({ id }) => id === locale)) return refused('Locale has already been taken');
  if (state.shopLocales.count() >= mostLocales)
    return refused(`Your store has reached its ${mostLocales} language limit.`);
  const webPresenceIds = marketWebPresenceIds ?? [];
  return {
    shopLocale: state.shopLocales.put({ id: locale, published: false, webPresenceIds }),
    userErrors: [],
  };
}

interface UpdateArgs {
  readonly locale: string;
  readonly shopLocale: {
    readonly published?: boolean | null;
    readonly marketWebPresenceIds?: readonly string[] | null;
  };
}

export function shopLocaleUpdate({ locale, shopLocale }: UpdateArgs, { state }: ExecutionContext): Payload {
  const known = state.shopLocales.get(locale);
  if (!known) {
    const userErrors = refusedBecause(locale === primaryLocale ? primaryFixed : missing);
    return { shopLocale: null, userErrors };
  }
  const written = state.shopLocales.put({
    ...known,
    published: shopLocale.published ?? known.published,
    webPresenceIds: shopLocale.marketWebPresenceIds ?? known.webPresenceIds,
  });
  return { shopLocale: written, userErrors: [] };
}

/** Its translations go with it (schema). */
export function shopLocaleDisable({ locale }: { locale: string }, { state }: ExecutionContext): Payload {
  if (!state.shopLocales.get(locale))
    return { ...nothing, userErrors: refusedBecause(locale === primaryLocale ? primaryFixed : missing) };
  for (const translation of state.translations.all())
    if (translation.locale === locale) state.translations.delete(translation.id);
  state.shopLocales.delete(locale);
  return { locale, userErrors: [] };
}
