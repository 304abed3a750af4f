import type { DesiredCatalog } from '../../catalog/building/desired';
import type { FamilyFact, FieldGroup } from '../../catalog/columns/column';
import { factsNeeded } from '../../catalog/tab/family-columns';
import { rowKey } from '../../catalog/tab/row';
import { STEPS_MS } from '../../plan/guards/limits';
import { createdIn, recentSteps } from '../../plan/guards/steps';
import { joinKnown } from '../../plan/identity/join-known-rows';
import type { ShopFacts } from '../../plan/model/snapshot';
import { finishRefresh, sheetLevels } from '../../plan/stock/refresh-levels';
import { credentialsIn } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import type { StoreReader } from '../../ports/store';
import { openConnection } from '../connection/connect';
import type { Services } from '../ground/services';
import { loadPolicy } from '../ground/settings';
import { isAnyAway } from '../memory/away-tabs';
import { noteMemoryVersion } from '../memory/memory-version';
import { forgetOutdated } from '../memory/returned-tabs';
import { type Signer, signerOf } from '../memory/signature';
import { loadState, type State } from '../memory/state-tab';
import { loadRowsSince } from '../memory/undo-journal';
import { type ReadCatalog, readCatalog } from '../tabs/read-catalog';
import { type RecognisedTab, recogniseTabs } from '../tabs/ticked-tabs';
import type { Opened } from './execution';
import { refuseRestored } from './restored-spreadsheet';

/** A sync needs a tab to send from. */
export function openRun<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
): Result<Opened<OwnStore>> {
  return openOn(services, groups, refuseTabs);
}

/** Undoing needs none: a tab may have been unticked to stop what it did. */
export function openUndo<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
): Result<Opened<OwnStore>> {
  return openOn(services, groups, () => undefined);
}

interface OpenShop<OwnStore extends StoreReader> {
  readonly store: OwnStore;
  readonly shop: ShopFacts;
}

interface OpenStore<OwnStore extends StoreReader> extends OpenShop<OwnStore> {
  readonly signer: Signer;
  readonly state: State;
}

/** Opens the store, if its app may do what these groups need. */
export function openShop<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
): Result<OpenShop<OwnStore>> {
  const access = openConnection(services);
  if (!access.ok) return access;
  const store = services.shopify.openStore(
    access.value,
    credentialsIn(services.secrets, access.value.secretKey),
  );
  const shop = store.fetchShop(access.value.facts.accessScopes);
  if (!shop.ok) return shop;
  const missing = [...new Set(groups.flatMap((group) => shop.value.missingScopes[group]))];
  if (missing.length > 0) {
    return fail(
      'missing-scope',
      `The app in Shopify lacks ${missing.length === 1 ? 'the access scope' : 'the access scopes'} ${missing.join(', ')}.`,
      'Add them to the app in Shopify, install it again, and test the connection in the sidebar.',
    );
  }
  return succeed({ store, shop: shop.value });
}

/** Adds what is remembered of it. */
export function withMemory<Shop extends Pick<OpenShop<StoreReader>, 'shop'>>(
  services: Services,
  opened: Shop,
): Result<Shop & Pick<OpenStore<StoreReader>, 'signer' | 'state'>> {
  const { domain } = opened.shop;
  const signer = signerOf(services, domain);
  const state = loadState(services.journals, domain, signer);
  noteMemoryVersion(services.settings);
  if (isAnyAway(services, domain)) state.trackMoves();
  return refuseRestored(services, domain, state) ?? succeed({ ...opened, signer, state });
}

function openOn<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
  refuse: typeof refuseTabs,
): Result<Opened<OwnStore>> {
  const reached = openShop(services, groups);
  if (!reached.ok) return reached;
  const opened = withMemory(services, reached.value);
  if (!opened.ok) return opened;
  const { store, signer, state } = opened.value;
  // Shopify is asked before: in the time that it takes, somebody may insert a column.
  const read = readTabs(services, opened.value, refuse);
  if (!read.ok) return read;
  const { shop } = read.value;
  const joined = { ...read.value, desired: joinKnown(read.value.desired, { ...read.value, ...state }) };
  const policy = { ...loadPolicy(services.settings), groups };
  const catalog = { ...joined, desired: forgetOutdated(services, state, { ...joined, policy }) };
  finishNotedStock(state, catalog.desired, { shop, policy });
  const logged = () =>
    loadRowsSince({ ...services, shop: shop.domain, signer }, services.clock.now() - STEPS_MS);
  return succeed({
    ...catalog,
    store,
    shop,
    state,
    policy,
    signer,
    counted: new Map(),
    recent: () => recentSteps(logged()),
    createdBy: (run) => createdIn(logged(), run),
    isHidden: hiddenRows(services),
  });
}

/** Reads the ticked tabs, and once what their columns mean whose names only the shop knows. */
function readTabs(
  services: Services,
  { store, shop }: OpenShop<StoreReader>,
  refuse: typeof refuseTabs,
): Result<ReadCatalog & Pick<OpenShop<StoreReader>, 'shop'>> {
  const read = services.tabs.atOnce(() => {
    const tabs = recogniseTabs(services);
    const ticked = tabs.filter((tab) => tab.ticked);
    const refused = refuse(ticked);
    if (refused) return refused;
    const needed = new Set(ticked.flatMap(({ recognition }) => factsNeeded(recognition)));
    const untold = [...needed].filter((fact) => !shop.families?.[fact]);
    return succeed(untold.length > 0 ? untold : { shop, ...readCatalog(services, tabs, shop) });
  });
  if (!read.ok) return read;
  if ('tabs' in read.value) return succeed(read.value);
  const told = withFacts({ store, shop }, read.value);
  return told.ok ? readTabs(services, { store, shop: told.value }, refuse) : told;
}

/** The shop with these facts as well. */
function withFacts({ store, shop }: OpenShop<StoreReader>, untold: readonly FamilyFact[]): Result<ShopFacts> {
  const facts = store.fetchFamilies(untold, shop.accessScopes);
  return facts.ok
    ? succeed({ ...shop, families: { ...shop.families, ...facts.value, granted: shop.accessScopes } })
    : facts;
}

function hiddenRows({ tabs }: Services): Opened['isHidden'] {
  const known = new Map<string, boolean>();
  return (ref) => {
    if (ref.sheetId === null) return false;
    const key = rowKey(ref);
    const isHidden = known.get(key) ?? tabs.isRowHidden(ref.sheetId, ref.row);
    known.set(key, isHidden);
    return isHidden;
  };
}

/** A run needs one tab whose rows can be told apart. */
function refuseTabs(ticked: readonly RecognisedTab[]): Result<never> | undefined {
  const [first] = ticked;
  if (!first)
    return fail('no-tabs', 'No tab is chosen for the sync.', 'Open the sidebar and tick the tabs to sync.');
  if (ticked.some(({ recognition }) => recognition.kind !== 'ignored')) return undefined;
  const reason = 'reason' in first.recognition ? first.recognition.reason : '';
  return fail('no-tabs', `The tab “${first.handle.name}” cannot be synced.`, reason);
}

/**
 * Finds out from the cells which of Shopify's numbers an execution of an earlier release still wrote before it was killed.
 * Since then the memory says it in the pair of each cell.
 */
function finishNotedStock(
  state: State,
  desired: DesiredCatalog,
  context: Pick<Opened, 'shop' | 'policy'>,
): void {
  if (state.keeping.length === 0) return;
  const levels = sheetLevels(desired, { base: state.base, ...context });
  const { notes, records } = finishRefresh(state.keeping, levels, state.base);
  state.saveKeeping(notes, records);
}
