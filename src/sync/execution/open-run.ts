import type { FamilyFact, FieldGroup } from '../../catalog/columns/column';
import { factsNeeded } from '../../catalog/tab/family-columns';
import { rowKey } from '../../catalog/tab/row';
import { STEPS_MS } from '../../plan/guards/limits';
import { createdIn, recentSteps } from '../../plan/guards/steps';
import { partitionCatalog } from '../../plan/identity/in-step';
import { joinKnown } from '../../plan/identity/join-known-rows';
import { snapshotNeeds } from '../../plan/identity/snapshot-needs';
import type { ShopFacts, SnapshotNeeds } from '../../plan/model/snapshot';
import { fail, type Result, succeed } from '../../ports/problem';
import type { StoreReader } from '../../ports/store';
import { openConnection } from '../connection/connect';
import { loadKnownShop } from '../connection/known-shop';
import type { Services } from '../ground/services';
import { loadPolicy } from '../ground/settings';
import { isAnyAway } from '../memory/away-tabs';
import { followGroupNames, followLocationNames } from '../memory/followed-names';
import { noteMemoryVersion } from '../memory/memory-version';
import { forgetOutdated } from '../memory/returned-tabs';
import { type Signer, signerOf } from '../memory/signature';
import { loadState, type State } from '../memory/state-tab';
import { loadRowsSince } from '../memory/undo-journal';
import { type ReadCatalog, readCatalog } from '../tabs/read-catalog';
import { type RecognisedTab, recogniseTabs } from '../tabs/ticked-tabs';
import type { Opened } from './execution';
import { type OpenShop, openShop } from './open-shop';
import { isMemoryOf, refuseRestored } from './restored-spreadsheet';

/** A sync needs a tab to send from. `reads`: whether it begins with reading what changed, which is then read with the shop. */
export function openRun<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
  reads?: 'changed',
): Result<Opened<OwnStore>> {
  return openOn(services, groups, refuseTabs, reads && readAhead(services, groups));
}

/** Undoing needs none: a tab may have been unticked to stop what it did. */
export function openUndo<OwnStore extends StoreReader>(
  services: Services<OwnStore>,
  groups: readonly FieldGroup[],
): Result<Opened<OwnStore>> {
  return openOn(services, groups, () => undefined);
}

interface OpenStore<OwnStore extends StoreReader> extends OpenShop<OwnStore> {
  readonly signer: Signer;
  readonly state: State;
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
  expected?: ReadAhead | AsksFirst,
): Result<Opened<OwnStore>> {
  const reached = openShop(services, groups, expected?.next);
  if (!reached.ok) return reached;
  const known =
    expected && 'joined' in expected && isAsExpected(services, expected, reached.value.shop)
      ? expected
      : undefined;
  const opened = known ? succeed({ ...reached.value, ...known.memory }) : withMemory(services, reached.value);
  if (!opened.ok) return opened;
  const { store, signer, state } = opened.value;
  // What was read ahead was compared with what the names meant before.
  const ahead = followLocationNames(services, state, reached.value.shop) ? undefined : known;
  const read = ahead ? succeed(ahead.joined) : readTabs(services, opened.value, refuse);
  if (!read.ok) return read;
  const joined = ahead ? ahead.joined : joinedBy(read.value, state);
  const { shop } = joined;
  followGroupNames(services, state, joined);
  const policy = { ...loadPolicy(services.settings), groups };
  const catalog = { ...joined, desired: forgetOutdated(services, state, { ...joined, policy }) };
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

/**
 * If any fact of the shop has changed, everything is read again with the new facts; likewise if a header moved while
 * Shopify was asked.
 */
function isAsExpected(services: Services, { joined }: ReadAhead, shop: ShopFacts): boolean {
  const [was, is] = [joined.shop, shop].map((facts) => JSON.stringify(facts));
  return was === is && JSON.stringify(joined.recognised) === JSON.stringify(recogniseTabs(services));
}

interface ReadAhead {
  readonly memory: Pick<OpenStore<StoreReader>, 'signer' | 'state'>;
  /** The tabs as they are planned. */
  readonly joined: ReadInShop;
  /** Needs of the store if the shop is as it was; undefined for a large tab, where one request less gains nothing. */
  readonly next: { readonly needs: SnapshotNeeds } | undefined;
}

/** Tabs that cannot be read before the shop has told what their columns mean. */
interface AsksFirst {
  readonly next: { readonly facts: readonly FamilyFact[] };
}

const MOST_ROWS_AHEAD = 1_000;

/**
 * Reads the tabs by what is known of the shop, so that shop and store are asked with one request. Undefined where that
 * would not be enough, or the memory may belong to another shop.
 */
function readAhead(services: Services, groups: readonly FieldGroup[]): ReadAhead | AsksFirst | undefined {
  const access = openConnection(services);
  const shop = access.ok ? loadKnownShop(services, access.value) : undefined;
  if (!shop || !isMemoryOf(services, shop.domain)) return undefined;
  const memory = withMemory(services, { shop });
  const read = memory.ok ? readOnce(services, shop, refuseTabs) : memory;
  if (!memory.ok || !read.ok) return undefined;
  if (!('tabs' in read.value)) return { next: { facts: read.value } };
  const { state } = memory.value;
  const joined = joinedBy(read.value, state);
  const { desired, anchors } = joined;
  const context = { base: state.base, policy: { ...loadPolicy(services.settings), groups }, shop, anchors };
  const isLarge = desired.rows.length > MOST_ROWS_AHEAD;
  const changed = isLarge ? undefined : partitionCatalog(desired, state.base, context.policy, shop).changed;
  const needs = changed && snapshotNeeds(changed, context);
  return { memory: memory.value, joined, next: needs && { needs } };
}

function joinedBy<Read extends ReadCatalog>(read: Read, { base }: Pick<State, 'base'>): Read {
  return { ...read, desired: joinKnown(read.desired, { ...read, base }) };
}

interface ReadInShop extends ReadCatalog {
  readonly shop: ShopFacts;
  readonly recognised: readonly RecognisedTab[];
}

/** Reads the ticked tabs, and asks once for the meaning of columns whose names only the shop knows. */
function readTabs(
  services: Services,
  { store, shop }: OpenShop<StoreReader>,
  refuse: typeof refuseTabs,
): Result<ReadInShop> {
  const read = readOnce(services, shop, refuse);
  if (!read.ok) return read;
  if ('tabs' in read.value) return succeed(read.value);
  const told = withFacts({ store, shop }, read.value);
  return told.ok ? readTabs(services, { store, shop: told.value }, refuse) : told;
}

/**
 * The tabs, or the facts that have to be asked for first. Shopify is not asked between headers and cells, because somebody
 * may insert a column meanwhile. A tab in which people move rows while it is read is read up to three times.
 */
function readOnce(
  services: Services,
  shop: ShopFacts,
  refuse: typeof refuseTabs,
  reads = 3,
): Result<ReadInShop | readonly FamilyFact[]> {
  let moved: string | undefined;
  const read = services.tabs.atOnce((): Result<ReadInShop | readonly FamilyFact[]> => {
    const tabs = recogniseTabs(services);
    const ticked = tabs.filter((tab) => tab.ticked);
    const refused = refuse(ticked);
    if (refused) return refused;
    const needed = new Set(ticked.flatMap(({ recognition }) => factsNeeded(recognition)));
    const untold = [...needed].filter((fact) => !shop.families?.[fact]);
    if (untold.length > 0) return succeed(untold);
    const catalog = readCatalog(services, tabs, shop);
    moved = catalog.tabs.find(({ sheetId, layout }) => !services.tabs.isUnmoved(sheetId, layout))?.name;
    return succeed({ shop, recognised: tabs, ...catalog });
  });
  if (moved === undefined) return read;
  return reads > 1
    ? readOnce(services, shop, refuse, reads - 1)
    : fail(
        'busy',
        `Rows or columns of “${moved.slice(0, 60)}” are being moved at this moment.`,
        'Wait a minute and try again.',
      );
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
