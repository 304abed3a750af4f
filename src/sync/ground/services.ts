import type { Language } from '../../language/languages';
import type { Speak } from '../../language/speak';
import type { AuthorizationCode, Credentials } from '../../ports/credential';
import type { Http } from '../../ports/http';
import type { Journals } from '../../ports/journal';
import type { RefusalOf, Result } from '../../ports/problem';
import type { Reports } from '../../ports/reports';
import type { StatusBlock } from '../../ports/status-block';
import type { Cache, Secrets, Settings, SettingsAtOnce } from '../../ports/storage';
import type { Store, StoreReader } from '../../ports/store';
import type { Clock, HmacSha256Hex, Lock, Log, NewUuid, Usage } from '../../ports/system';
import type { Cells, Spreadsheet, Tabs } from '../../ports/tabs';
import type { Authorization, Triggers } from '../../ports/triggers';

/** Everything a use case may reach; wired together in `wiring.ts`. A store that is opened through it can only be read. */
export interface Services<OwnStore extends StoreReader = StoreReader> {
  readonly spreadsheet: Spreadsheet;
  readonly tabs: Tabs;
  readonly cells: Cells;
  readonly statusBlock: StatusBlock;
  readonly reports: Reports;
  readonly journals: Journals;
  /** Document properties: seen by everyone who edits the spreadsheet. */
  readonly settings: Settings;
  /** Several document properties at once. */
  readonly settingsAtOnce: SettingsAtOnce;
  /** User properties: seen by nobody else. */
  readonly secrets: Secrets;
  readonly cache: Cache;
  /** For the chat that is told of runs; the store is reached through `shopify` alone. */
  readonly http: Http;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly newUuid: NewUuid;
  readonly hmac: HmacSha256Hex;
  readonly log: Log;
  readonly refusalOf: RefusalOf;
  readonly authorization: Authorization;
  readonly triggers: Triggers;
  readonly usage: () => Usage;
  /** Google's clock started this execution, and no person. */
  readonly isTrigger: boolean;
  /** Puts what is written into cells into the language of the spreadsheet. */
  readonly speak: Speak;
  /** The same in each language in which cells may be, the present one first. */
  readonly speakers: readonly Speak[];
  /** The English of a message that stands in a cell. */
  readonly inEnglish: Speak;
  /** The language of this user’s Google account; undefined is English. */
  readonly ownLanguage: () => Language | undefined;
  readonly version: string;
  /** Address of new releases; empty where the build was given none. */
  readonly releasesPage: string;
  readonly shopify: Shopify<OwnStore>;
}

/** For the use cases that change the store: a run, and an undo. */
export type WritingServices = Services<Store>;

/** A shop, and the key under which a user's access to it is kept. */
export interface Access {
  /** `acme.myshopify.com` */
  readonly shop: string;
  readonly secretKey: string;
}

/** Functions of Shopify that the use cases need. `credentials`: where tokens are read and renewed. */
interface Shopify<OwnStore> {
  /** Scopes that an app needs for everything that the add-on does. */
  readonly accessScopes: readonly string[];
  /** Time at which Shopify stops serving the version of its API that is used; milliseconds since 1970. */
  readonly retiresAtMs: number;
  openStore(access: Access, credentials: Credentials): OwnStore;
  authorizeUrl(
    shop: string,
    credential: AuthorizationCode,
    asked: { readonly scopes: readonly string[]; readonly state: string },
  ): string;
  /** Exchanges the code that a merchant came back with; keeps the tokens in `credentials`. */
  exchangeCode(
    shop: string,
    credential: AuthorizationCode,
    parameters: Readonly<Record<string, string | undefined>>,
    credentials: Credentials,
  ): Result<null>;
}

/** The person, or the schedule, that started a run. */
export interface StartedBy {
  /** A random ID that tells one Google user from another, because no e-mail address is asked for. */
  readonly editor: string;
  /** As they typed it when they connected; empty where they did not. */
  readonly name: string;
  readonly by: 'person' | 'clock';
}

const KEY = 'editor';

/** This user, as spreadsheets know them. */
export function editorId({ secrets, newUuid }: Services): string {
  const known = secrets.load(KEY);
  if (known) return known;
  const drawn = newUuid();
  secrets.save(KEY, drawn);
  return drawn;
}
