import type { EditedRow, EditsView } from '../../answers/colleagues';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { partitionCatalog } from '../../plan/identity/in-step';
import { joinKnown } from '../../plan/identity/join-known-rows';
import { FIELD_GROUPS } from '../../plan/model/policy';
import type { ShopFacts } from '../../plan/model/snapshot';
import { type Edit, listEdits } from '../../plan/preview/list-edits';
import { nameInWords, nameRows } from '../../plan/preview/name-rows';
import { fail, type Result, succeed } from '../../ports/problem';
import { announcementOf, type FoundConnection, findConnection } from '../connection/connection-record';
import type { Services } from '../ground/services';
import { loadPolicy } from '../ground/settings';
import { refuseNewerMemory } from '../memory/memory-version';
import { signerOf } from '../memory/signature';
import { loadState } from '../memory/state-tab';
import { readCatalog } from '../tabs/read-catalog';
import { recogniseTabs } from '../tabs/ticked-tabs';

/** A page next to a sheet shows no more. */
const MOST_SHOWN = 200;

/**
 * Lists the rows that the next run would look at, for people who edit the spreadsheet without access to the store: by
 * the cells and by what is remembered of the last sync. Nothing is asked of Shopify, and nothing is written.
 */
export function viewEdits(services: Services): Result<EditsView> {
  const shop = rememberedShop(findConnection(services));
  if (!shop) return NOT_CONNECTED;
  const newer = refuseNewerMemory(services);
  if (newer) return newer;
  const { base } = loadState(services.journals, shop.domain, signerOf(services, shop.domain));
  const read = services.tabs.atOnce(() => {
    const tabs = recogniseTabs(services);
    return tabs.some(({ ticked }) => ticked) ? succeed(readCatalog(services, tabs, shop)) : NO_TABS;
  });
  if (!read.ok) return read;
  const { anchors } = read.value;
  const desired = joinKnown(read.value.desired, { base, anchors });
  const policy = { ...loadPolicy(services.settings), groups: FIELD_GROUPS };
  const { changed } = partitionCatalog(desired, base, policy, shop);
  const nameOf = nameRows({ desired, base, anchors });
  const problems = desired.issues.map(({ ref, message }) => ({ ref, says: message }));
  const refused = new Set(problems.map(({ ref }) => rowKey(ref)));
  const edited = listEdits(changed, { base, policy, shop }).filter(({ ref }) => !refused.has(rowKey(ref)));
  const named = (edits: readonly Edit[]) => ({
    count: edits.length,
    shown: edits.slice(0, MOST_SHOWN).map((edit) => viewEdit(edit, nameOf)),
  });
  return succeed({ edited: named(edited), problems: named(problems) });
}

function viewEdit(
  { ref, says }: Edit,
  nameOf: (ref: RowRef) => Parameters<typeof nameInWords>[0],
): EditedRow {
  const { sheetId, tab, row } = ref;
  return { sheetId, tab, row, name: nameInWords(nameOf(ref)), says };
}

/** The shop as far as the spreadsheet remembers it; undefined where nobody has connected it. */
function rememberedShop(found: FoundConnection): ShopFacts | undefined {
  if (found.kind === 'none' || found.kind === 'copied') return undefined;
  const {
    shop,
    currencyCode = '',
    locations = [],
  } = found.kind === 'mine' ? announcementOf(found.connection) : found.announcement;
  return {
    name: shop,
    domain: shop,
    currencyCode,
    locations,
    accessScopes: [],
    missingScopes: { products: [], inventory: [], prices: [] },
    publishing: { kind: 'no-online-store' },
  };
}

const NOT_CONNECTED = fail(
  'not-connected',
  'This spreadsheet is not connected to a store.',
  'Open the sidebar and connect your store first.',
);

const NO_TABS = fail(
  'no-tabs',
  'No tab is chosen for the sync.',
  'Ask whoever is connected to tick the tabs in the sidebar.',
);
