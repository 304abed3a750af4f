import { createOtherPeople, nobody } from '../people/other-people';
import type { Edge, EdgeOptions, SavedEdge } from '../store-types';
import { type Apps, createApps, registerApp } from './auth/apps';
import { addPermanentToken } from './auth/issue';

import { createFaultSchedule } from './faults/fault-schedule';
import { parseFaults } from './faults/fault-text';
import { plans } from './throttle/plans';

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
