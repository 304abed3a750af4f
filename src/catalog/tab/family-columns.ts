import type { FamilyFact, FamilyFacts } from '../columns/column';
import type { Column } from '../columns/columns';
import {
  columnCalled,
  type FamilyKey,
  factOf,
  fieldName,
  isFamilyKey,
  keyInCatalog,
  NAMING_FACTS,
  resolvedColumn,
} from '../columns/families';
import { ONE_OF, ONLINE_STORE, type ShopGroup } from '../values/memberships';
import { nameKey } from '../values/plain-name';
import { lackedScopes, SCOPE_USES } from '../values/scope-uses';
import { duplicateReason, identifies } from './layout';
import { type LayoutColumn, recognised, type TabLayout, type TabRecognition } from './tab-layout';

/** The facts of the shop that tell what columns of a tab mean. */
export function factsNeeded(recognition: TabRecognition): readonly FamilyFact[] {
  if (recognition.kind === 'ignored') return [];
  const { layout } = recognition;
  const ofColumns = layout.columns.flatMap(
    ({ column }) => column.lists ?? column.needs ?? factOf(column.key) ?? [],
  );
  return placesToName(layout).length > 0 ? [...ofColumns, ...NAMING_FACTS] : ofColumns;
}

/** Headers without a meaning, in tabs where one may be the name of a field of the shop's own. */
function placesToName({ kind, unknownAt = [] }: TabLayout): NonNullable<TabLayout['unknownAt']> {
  return kind === 'products' ? unknownAt : [];
}

/** The layout with the columns that the shop has given their names. */
function withCalled(layout: TabLayout, facts: FamilyFacts): TabLayout {
  const columns = [...layout.columns];
  const left: Record<string, string> = {};
  const named = new Set<string>();
  const places = placesToName(layout);
  for (const place of places) {
    const called = columnCalled(place.header, facts);
    // Where the field's own header is there too, a column with its name is the merchant's own; so is a second one of this
    // name.
    const isTaken =
      called &&
      'key' in called &&
      layout.columns.some(({ column }) => fieldName(column.key) === fieldName(called.key));
    const isTwice = places.some(
      (other) => other !== place && nameKey(other.header) === nameKey(place.header),
    );
    if (!called || isTaken || isTwice) continue;
    // A tab of variants alone has no data of products.
    if ('level' in called && called.level === 'product' && !identifies(layout, 'product')) continue;
    named.add(place.header);
    if ('why' in called) left[place.header] = called.why;
    else columns.push({ ...place, column: called });
  }
  if (named.size === 0) return layout;
  return {
    ...layout,
    columns: columns.sort((one, other) => one.index - other.index),
    unknown: layout.unknown.filter((header) => !named.has(header)),
    unsynced: [...layout.unsynced, ...Object.keys(left)],
    whyLeft: { ...layout.whyLeft, ...left },
  };
}

/** Why columns of channels are left alone; it completes a sentence. */
function whyNoChannels(channels: readonly ShopGroup[] = [], isList: boolean): string | undefined {
  if (channels.length === 0) return lackedScopes(SCOPE_USES.publishing.scopes);
  return isList || channels.some(({ handle }) => handle === ONLINE_STORE)
    ? undefined
    : 'the shop has no Online Store. Add that sales channel in Shopify admin.';
}

/** Whether the shop must tell what its header or its cells mean. */
function isOfShop({ key, lists, needs }: Column): boolean {
  return lists !== undefined || needs !== undefined || isFamilyKey(key);
}

function isCatalog({ identifies }: Column): boolean {
  return identifies === 'catalog';
}

/** Gives the columns of families the meaning that they have in the shop; the others stay. */
export function assignFamilyColumns(
  recognition: TabRecognition,
  facts: FamilyFacts | undefined,
): TabRecognition {
  if (recognition.kind === 'ignored' || !facts) return recognition;
  const layout = withCalled(recognition.layout, facts);
  if (!layout.columns.some(({ column }) => isOfShop(column)))
    return layout === recognition.layout ? recognition : { ...recognition, layout };
  const left: Record<string, string> = {};
  const columns = layout.columns.flatMap((place): LayoutColumn[] => {
    const { key, lists, needs } = place.column;
    const why = needs === 'channels' && whyNoChannels(facts.channels, lists !== undefined);
    if (why) {
      left[place.header] = why;
      return [];
    }
    if (lists) return [{ ...place, groups: { one: ONE_OF[lists], groups: facts[lists] ?? [] } }];
    if (!isFamilyKey(key)) return [place];
    const resolved = resolvedPlace(place, key, facts);
    if ('header' in resolved) return [resolved];
    left[place.header] = resolved.why;
    return [];
  });
  const resolved: TabLayout = {
    ...layout,
    columns,
    unsynced: [...layout.unsynced, ...Object.keys(left)],
    whyLeft: { ...layout.whyLeft, ...left },
    ...(columns.some(({ column }) => isCatalog(column)) && {
      inCatalog: remembered((catalog) => ({ ...layout, columns: columnsIn(catalog, columns, facts) })),
    }),
  };
  const reason = recognition.kind === 'refused' ? recognition.reason : duplicateReason(columns);
  return recognised(resolved, reason);
}

/** A header row that was read again, with the meaning that the shop gave it before. */
export function resolvedLayout(layout: TabLayout, facts: FamilyFacts | undefined): TabLayout {
  const resolved = assignFamilyColumns({ kind: 'recognised', layout }, facts);
  return resolved.kind === 'ignored' ? layout : resolved.layout;
}

/** The columns as a row means them. */
export function layoutOfRow(layout: TabLayout, texts: readonly string[]): TabLayout {
  const at = layout.columns.findIndex(({ column }) => isCatalog(column));
  return layout.inCatalog?.(texts[at] ?? '') ?? layout;
}

function resolvedPlace(
  place: LayoutColumn,
  key: FamilyKey,
  facts: FamilyFacts,
): LayoutColumn | { readonly why: string } {
  const resolved = resolvedColumn(key, facts);
  if ('why' in resolved) return resolved;
  return { ...place, column: resolved.column, ...(resolved.rules.length > 0 && { rules: resolved.rules }) };
}

/** Prices of a row are those of the catalog that it names. */
function columnsIn(
  catalog: string,
  columns: readonly LayoutColumn[],
  facts: FamilyFacts,
): readonly LayoutColumn[] {
  return columns.flatMap((place): LayoutColumn => {
    const key = keyInCatalog(place.column, catalog);
    const resolved = key ? resolvedPlace(place, key, facts) : place;
    return 'header' in resolved ? resolved : place;
  });
}

function remembered<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? make(name);
    known.set(name, value);
    return value;
  };
}
