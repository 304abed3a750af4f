import type { CatalogDump } from './dump';
import type { GraphqlAnswer, GraphqlRequest } from './graphql/execution/answer';
import type { DailyVariants } from './graphql/execution/context';
import type { SearchIndex } from './graphql/search/search-index-type';
import type { AppOptions, Apps } from './http/auth/apps';
import type { Fault } from './http/faults/fault';
import type { FaultSchedule } from './http/faults/fault-schedule';
import type { Bucket, Flow } from './http/throttle/bucket';
import type { OtherClients } from './http/throttle/other-clients';
import type { Plan } from './http/throttle/plans';
import type { Act, ActKind } from './people/act';
import type { BulkOptions } from './shop/bulk-operations/bulk-pace';
import type { SavedStore, StoreState } from './shop/state/store-state';
import type { WireAnswer, WireRequest } from './wire';

/** JSON-safe; everything that `save()` keeps. */
export interface SavedEmbeddedStore extends SavedStore {
  readonly edge?: SavedEdge;
}

export interface StoreOptions extends EdgeOptions {
  /** Virtual epoch milliseconds. */
  readonly now: () => number;
  readonly shop?: string;
  readonly currencyCode?: string;
  /** Names; the first is the primary location. */
  readonly locations?: readonly string[];
  /** Ids and every chance come from one generator. */
  readonly seed?: number;
  /** From `save()`; shop, currency and locations are then the saved ones. */
  readonly saved?: SavedEmbeddedStore;
  readonly accessToken?: string;
  readonly accessScopes?: readonly string[];
  /** `ignored`: Shopify takes the key and does not act on it, as people have reported of early 2026. */
  readonly idempotency?: 'honoured' | 'ignored';
  /** No limit where nothing is said. */
  readonly dailyVariants?: DailyVariants;
  /** Speed and failures of bulk operations. */
  readonly bulk?: BulkOptions;
  /** Time for which searches do not see a write; 2,000 ms by default. */
  readonly searchLagMs?: number;
  /** Time for which a product is not found by its variants' new SKUs, prices or stock; 5,000 ms by default. */
  readonly derivedSearchLagMs?: number;
}

/** Properties of a caller of `execute`; left out, the newest version and all that the app was granted. */
export interface CallerContext {
  readonly apiVersion?: string;
  readonly accessScopes?: readonly string[];
  readonly wantsSearches?: boolean;
}

export interface EmbeddedStore {
  readonly shop: string;
  /** The inside, for tests and seeding. */
  readonly state: StoreState;
  readonly options: StoreOptions;
  /** Apps and tokens, the buckets, faults and other people. */
  readonly edge: Edge;
  /** Index that searches see, which is behind the state. */
  readonly searchIndex: SearchIndex;
  /** Everything that reaches the shop's and the storage hosts. */
  send(request: WireRequest): WireAnswer;
  /** GraphQL without HTTP. */
  execute(request: GraphqlRequest, caller?: CallerContext): GraphqlAnswer;
  dump(): CatalogDump;
  /** JSON-safe; `options.saved` loads it again. */
  save(): SavedEmbeddedStore;
}

export interface Edge {
  readonly apps: Apps;
  readonly flow: Flow;
  /** By client id. */
  readonly buckets: Map<string, Bucket>;
  readonly faults: FaultSchedule;
  readonly otherPeople: OtherPeople;
  latencyMs: number | undefined;
  readonly oldestApiVersion: string | undefined;
  readonly mostIdsInTime: number | undefined;
  /** Requests so far. */
  requests: number;
}

/** JSON-safe; what must outlive a restart. */
export interface SavedEdge {
  readonly apps: Apps;
  readonly buckets: readonly (readonly [string, Bucket])[];
}

/** The edge between a client and the store: access, pace and faults. */
export interface EdgeOptions {
  readonly plan?: Plan;
  /** Other clients that spend from our bucket. */
  readonly otherClients?: OtherClients;
  /** As values, or in the readable form of `faults/fault-text.ts`. */
  readonly faults?: string | readonly Fault[];
  readonly otherPeople?: OtherPeopleOptions;
  /** The Dev Dashboard organisation that owns the store. */
  readonly organization?: string;
  /** Apps besides the usual one. */
  readonly apps?: readonly AppOptions[];
  /** The usual app's; the callback addresses that its authorization may come back to. */
  readonly redirectUrls?: readonly string[];
  /** Duration of an exchange on the virtual clock; by default as in `latency.ts`. */
  readonly latencyMs?: number;
  /** Older versions in a path fall forward to this one, as retired ones do at Shopify; left out, none does. */
  readonly oldestApiVersion?: string;
  /** A request that asks for more objects by id is not answered in time; people report it, Shopify names no limit. */
  readonly mostIdsInTime?: number;
}

export interface OtherPeopleOptions {
  /** Chance that somebody acts between two requests, in per cent. */
  readonly percent: number;
  /** Kinds of acts, each as likely; all by default. */
  readonly kinds?: readonly ActKind[];
  readonly seed?: number;
}

export interface OtherPeople {
  /** Everything done so far, in order. */
  readonly done: readonly Act[];
  /** Called between two requests; the same store and seed bring the same acts. */
  actMaybe(store: EmbeddedStore): void;
}
