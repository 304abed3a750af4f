import type { Overview, ReleaseView } from '../../answers/answers';
import { viewChat } from '../chat/chat-record';
import { type Announcement, announce, findConnection, isToldInFull } from '../connection/connection-record';
import { viewConnection } from '../connection/view-connection';
import type { Services } from '../ground/services';
import { showSettings } from '../ground/settings';
import { chooseLanguage } from '../ground/sheet-language';
import { openPullView } from '../pull/view-pull';
import { lastRefresh } from '../refresh/refresh-history';
import { listRuns } from '../run/run-history';
import { loadRun } from '../run/run-record';
import { openRequests } from '../run/run-requests';
import { summaryIn } from '../run/run-state';
import { repairSchedule } from '../schedule/repair-schedule';
import { viewSchedule } from '../schedule/view-schedule';
import { recogniseTabs, scopesToAsk, viewTab } from '../tabs/ticked-tabs';

/**
 * Answers what the sidebar shows when it opens; asks nothing of Shopify. It is the first to see a connection that was
 * made on Shopify's permission page, and so announces it in the spreadsheet.
 */
export function getOverview(services: Services): Overview {
  const { settings, secrets, version, authorization } = services;
  const found = findConnection(services);
  if (found.kind === 'mine' && !(found.connection.isAnnounced && isToldInFull(services, found.connection)))
    announce(services, found.connection);
  if (found.kind === 'mine' && !found.connection.isAnnounced) chooseLanguage(services);
  repairSchedule(services);
  const run = loadRun(settings);
  const lastRun = run ? summaryIn(run.state) : null;
  return {
    version,
    release: viewRelease(services),
    connection: found.kind === 'mine' ? viewConnection(found.connection, secrets) : null,
    colleague: found.kind === 'colleague' ? viewColleague(found.announcement) : null,
    copiedFrom: found.kind === 'copied' ? found.announcement.shop : null,
    redirectUri: authorization.redirectUri(),
    accessScopes: scopesToAsk(services),
    tabs: recogniseTabs(services).map(viewTab),
    lastRun,
    pull: openPullView(services),
    refresh: lastRefresh(services),
    // A run that was cut off has no summary, but may have sent something.
    hasSynced: lastRun !== null || listRuns(services).length > 0,
    schedule: viewSchedule(services),
    chat: viewChat(services),
    requests: openRequests(services),
    settings: showSettings(services),
  };
}

function viewColleague({ connectedBy, shop, method }: Announcement): NonNullable<Overview['colleague']> {
  return { name: connectedBy, shop, method };
}

const NOTICE_MONTHS = 3;

function viewRelease({ clock, shopify, releasesPage }: Services): ReleaseView {
  const day = new Date(shopify.retiresAtMs);
  const noticeMs = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - NOTICE_MONTHS, 1);
  const nowMs = clock.now();
  return {
    page: releasesPage || null,
    retires: nowMs < noticeMs ? null : { atMs: shopify.retiresAtMs, isOver: nowMs >= shopify.retiresAtMs },
  };
}
