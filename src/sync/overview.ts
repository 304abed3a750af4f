import type { Overview } from './answers';
import { viewConnection } from './connect';
import { loadConnection } from './connection';
import type { Outside } from './outside';
import { loadRun } from './run-record';
import { recogniseTabs, viewTab } from './tabs';

/** What the sidebar shows when it opens; asks nothing of Shopify. */
export function getOverview(outside: Outside): Overview {
  const { settings, sheets, secrets, version } = outside;
  const connection = loadConnection(settings, sheets.spreadsheetId());
  const isMine = connection !== undefined && secrets.load(connection.secretKey) !== undefined;
  return {
    version,
    connection: isMine ? viewConnection(connection) : null,
    tabs: recogniseTabs(outside).map(viewTab),
    lastRun: loadRun(settings)?.summary ?? null,
  };
}
