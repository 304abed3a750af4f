import type { RuntimeOptions } from '../../local/apps-script/runtime';
import type { StoreOptions } from '../../local/store/store-types';
import { INSTALLED } from '../support/installed';

/** How the live platforms behave, as far as it is reported or cannot be known: each schedule has to end well under all of it. */
export interface Platform {
  readonly store?: Partial<StoreOptions>;
  readonly runtime?: Partial<Pick<RuntimeOptions, (typeof RUNTIME_WORDS)[number]>>;
  /** What Google throws instead of sending, now and then; it is over when the last sync runs. */
  readonly refuses?: string;
  /** Shopify retires the version of its API meanwhile; the last sync is that of a release which speaks the next one. */
  readonly retires?: true;
  /** The same people have another spreadsheet with a schedule. */
  readonly besides?: true;
}

const RUNTIME_WORDS = [
  'installed',
  'triggersMadeInTriggers',
  'triggerUid',
  'apostrophesInPlainText',
] as const;

const PLATFORMS = {
  documented: {},
  'keys-ignored': { store: { idempotency: 'ignored' } },
  'bulk-files-unreachable': { store: { bulk: { files: 'unreachable' } } },
  'bulk-files-gzip-stored': { store: { bulk: { files: 'gzip-stored' } } },
  'large-answers-time-out': { store: { mostIdsInTime: 8 } },
  'version-retired': { retires: true },
  'triggers-in-triggers-disabled': { runtime: { triggersMadeInTriggers: 'disabled' } },
  'trigger-ids-rounded': { runtime: { triggerUid: 'rounded' } },
  'trigger-ids-short': { runtime: { triggerUid: 'short' } },
  'trigger-ids-numbers': { runtime: { triggerUid: 'number' } },
  'fetch-quota-spent': { refuses: 'Service invoked too many times for one day: urlfetch.' },
  'bandwidth-spent': {
    refuses:
      'Bandwidth quota exceeded: https://x.myshopify.com/admin/. Try reducing the rate of data transfer.',
  },
  'address-not-listed': { refuses: 'https://x.myshopify.com/admin/ is not on the URL list of this project' },
  'published-add-on': { runtime: { installed: 'addon' }, besides: true },
  'apostrophes-kept': { runtime: { apostrophesInPlainText: 'kept' } },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformName = keyof typeof PLATFORMS;

export const PLATFORM_NAMES = Object.keys(PLATFORMS) as readonly PlatformName[];

export const platformOf = (name: PlatformName): Platform => {
  const platform: Platform = PLATFORMS[name];
  return { ...platform, runtime: { installed: INSTALLED, ...platform.runtime } };
};

/** What a quiet sync meets as well: all but what passes. */
export function lasting({ store, runtime }: Platform): Pick<Platform, 'store' | 'runtime'> {
  return { ...(store && { store }), ...(runtime && { runtime }) };
}
