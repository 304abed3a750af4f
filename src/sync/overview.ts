import type { Overview } from './answers';
import { loadConnection } from './connection';
import type { Outside } from './outside';
import { loadRun } from './run-record';
import { recogniseTabs, viewTab } from './tabs';
import { viewConnection } from './view-connection';

/** What the sidebar shows when it opens; asks nothing of Shopify. */
export function getOverview(outside: Outside): Overview {
  const { settings, sheets, secrets, version, authorization } = outside;
  const saved = loadConnection(settings, sheets.spreadsheetId());
  const isMine = saved.kind === 'connected' && secrets.load(saved.connection.secretKey) !== undefined;
  return {
    version,
    connection: isMine ? viewConnection(saved.connection, secrets) : null,
    colleague:
      saved.kind === 'connected' && !isMine
        ? { name: saved.connection.connectedBy, shop: saved.connection.shop, method: saved.connection.method }
        : null,
    copiedFrom: saved.kind === 'copied' ? saved.connection.shop : null,
    redirectUri: authorization.redirectUri(),
    tabs: recogniseTabs(outside).map(viewTab),
    lastRun: loadRun(settings)?.summary ?? null,
  };
}
