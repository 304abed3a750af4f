import { createOtherPeople, nobody, type OtherPeople, type OtherPeopleOptions } from '../people/other-people';
import { type AppOptions, type Apps, createApps, registerApp } from './auth/apps';
import { addPermanentToken } from './auth/issue';
import type { Fault } from './faults/fault';
import { createFaultSchedule, type FaultSchedule } from './faults/fault-schedule';
import { parseFaults } from './faults/fault-text';
import type { Bucket, Flow } from './throttle/bucket';
import type { OtherClients } from './throttle/other-clients';
import { type Plan, plans } from './throttle/plans';

/** What stands between a client and the store: who may enter, how fast, and what goes wrong on the way. */
export interface EdgeOptions {
  readonly plan?: Plan;
  /** Who else spends from our bucket. */
  readonly otherClients?: OtherClients;
  /** As values, or in the readable form of `faults/fault-text.ts`. */
  readonly faults?: string | readonly Fault[];
  readonly otherPeople?: OtherPeopleOptions;
  /** The Dev Dashboard organisation that owns the store. */
  readonly organization?: string;
  /** Apps beside the usual one. */
  readonly apps?: readonly AppOptions[];
  /** The usual app's; the callback addresses that its authorization may come back to. */
  readonly redirectUrls?: readonly string[];
  /** How long an exchange takes on the virtual clock; left out, as `latency.ts` says. */
  readonly latencyMs?: number;
  /** Older versions in a path fall forward to this one, as retired ones do at Shopify; left out, none does. */
  readonly oldestApiVersion?: string;
  /** A request that asks for more objects by id is not answered in time; people report it, Shopify names no limit. */
  readonly mostIdsInTime?: number;
}

export interface Edge {
  readonly apps: Apps;
  readonly flow: Flow;
  /** By client id. */
  readonly buckets: Map<string, Bucket>;
  readonly faults: FaultSchedule;
  readonly otherPeople: OtherPeople;
  readonly latencyMs: number | undefined;
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

/** The app that exists in every embedded store; no real app ever had these. */
export const usualApp = {
  clientId: 'embedded-store-client-id',
  clientSecret: 'shpss_embedded_store_fake_secret',
} as const;

export interface Installed {
  readonly accessToken: string;
  readonly accessScopes: readonly string[];
}

export function createEdge(
  options: EdgeOptions,
  installed: Installed,
  seed: number,
  saved?: SavedEdge,
): Edge {
  const faults = typeof options.faults === 'string' ? parseFaults(options.faults) : (options.faults ?? []);
  return {
    apps: saved ? structuredClone(saved.apps) : appsFor(options, installed),
    flow: { limit: plans[options.plan ?? 'standard'], others: options.otherClients ?? { kind: 'none' } },
    buckets: new Map(saved?.buckets),
    faults: createFaultSchedule(faults, seed),
    otherPeople: options.otherPeople ? createOtherPeople({ seed, ...options.otherPeople }) : nobody,
    latencyMs: options.latencyMs,
    oldestApiVersion: options.oldestApiVersion,
    mostIdsInTime: options.mostIdsInTime,
    requests: 0,
  };
}

function appsFor(options: EdgeOptions, { accessToken, accessScopes }: Installed): Apps {
  const apps = createApps(options.organization);
  registerApp(apps, { ...usualApp, scopes: accessScopes, redirectUrls: options.redirectUrls });
  addPermanentToken(apps, accessToken, { clientId: usualApp.clientId, scopes: accessScopes });
  for (const app of options.apps ?? []) registerApp(apps, app);
  return apps;
}

export const saveEdge = ({ apps, buckets }: Edge): SavedEdge => ({
  apps: structuredClone(apps),
  buckets: [...buckets],
});
