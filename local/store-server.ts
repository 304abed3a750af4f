import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createStore, fakeAccessToken } from './store/embedded-store';
import { schemaFor } from './store/graphql/schema';
import { newestVersion } from './store/graphql/schema/versions';
import { usualApp } from './store/http/edge';
import { serveStore } from './store/http/server/serve';
import { realClock, virtualClock } from './store/http/server/server-clock';
import {
  readJsonFile,
  readServerOptions,
  type ServerOptions,
  UsageError,
  usage,
} from './store/http/server/server-options';
import { type CatalogSeed, seedCatalog } from './store/seed-catalog';
import { useTaxonomy } from './store/shop/taxonomy/categories';
import type { SavedEmbeddedStore } from './store/store-types';

function loadTaxonomy(file: string): void {
  try {
    useTaxonomy(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--taxonomy: ${file} cannot be used, because ${(error as Error).message}.`);
  }
}

async function main(): Promise<void> {
  const options = readServerOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const clock = options.isVirtual ? virtualClock(Date.now()) : realClock();
  if (options.taxonomyFile) loadTaxonomy(options.taxonomyFile);
  const { saved, catalog } = startingPoint(options);
  // Loaded now, so that the first request is as fast as the others.
  schemaFor(newestVersion);
  const store = createStore({ ...options, saved, now: clock.now });
  if (catalog) seedCatalog(store, catalog);
  const served = await serveStore(store, clock, options.port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (options.stateFile) writeFileSync(options.stateFile, JSON.stringify(store.save()));
      void served.close().then(() => process.exit(0));
    });
  }
  const { clientId, clientSecret } = usualApp;
  const ready = {
    url: served.url,
    shop: store.shop,
    accessToken: fakeAccessToken,
    clientId,
    clientSecret,
    apiVersion: newestVersion,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

/** A state file that exists goes before a seed file. */
function startingPoint({ seedFile, stateFile }: ServerOptions): {
  readonly saved?: SavedEmbeddedStore;
  readonly catalog?: CatalogSeed;
} {
  if (stateFile && existsSync(stateFile)) return { saved: readJsonFile(stateFile) as SavedEmbeddedStore };
  if (!seedFile) return {};
  const seed = readJsonFile(seedFile);
  if (typeof seed === 'object' && seed !== null && 'tables' in seed)
    return { saved: seed as SavedEmbeddedStore };
  if (typeof seed === 'object' && seed !== null && 'products' in seed)
    return { catalog: seed as CatalogSeed };
  throw new UsageError('--seed-file: neither a catalog (with "products") nor a saved state (with "tables").');
}

main().catch((error: Error & { readonly code?: string }) => {
  const isUsage = error instanceof UsageError || error.code === 'EADDRINUSE';
  process.stderr.write(isUsage ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(isUsage ? 2 : 1);
});
