import type { FamilyFact, FamilyFacts } from '../columns/column';
import { columnNamed, resolvedColumn } from '../columns/families';
import { shownNote } from '../columns/shown-kinds';
import type { Catalog, PriceList } from '../markets/catalogs';
import { headerFor, QUANTITY_COLUMNS } from '../markets/headers';
import { relativePrice } from '../markets/relative-price';
import type { MetafieldDefinition } from '../metafields/definitions';
import type { Form, FormColumn, Pack } from './forms';

/** Facts of the shop that the columns of a pack need. */
const FACTS: Readonly<Partial<Record<Pack, FamilyFact>>> = {
  collections: 'collections',
  channels: 'channels',
  metafields: 'definitions',
  markets: 'catalogs',
};

export function factsOfPacks(packs: readonly Pack[]): readonly FamilyFact[] {
  return packs.flatMap((pack) => FACTS[pack] ?? []);
}

/** Shopify's product CSV names a metafield by its definition and by its place. */
function headerOf({ level, namespace, key, name, type }: MetafieldDefinition, form: Form): string {
  if (form === 'matrixify')
    return `${level === 'variant' ? 'Variant Metafield' : 'Metafield'}: ${namespace}.${key} [${type}]`;
  return `${name.replace(/\s+/g, ' ').trim()} (${level}.metafields.${namespace}.${key})`;
}

/** Columns for what only the shop has, where a sync would read them: metafields that are defined, and catalogs. */
export function shopColumns(form: Form, facts: FamilyFacts): FormColumn[] {
  const { definitions = [], catalogs } = facts;
  const columns = [
    ...definitions.map((definition): Named => ({ header: headerOf(definition, form), pack: 'metafields' })),
    ...(catalogs?.all ?? []).flatMap(columnsOfCatalog),
  ];
  return columns.flatMap((column) => {
    const named = columnNamed(column.header);
    const resolved = named && resolvedColumn(named.key, facts);
    if (!resolved || !('column' in resolved) || !('isField' in resolved.column)) return [];
    const shown = shownNote(resolved.column);
    return [{ ...column, key: resolved.column.key, ...(shown && { note: `Read only: ${shown}` }) }];
  });
}

type Named = Omit<FormColumn, 'key'>;

function columnsOfCatalog({ title, list, publication, sellsTo }: Catalog): readonly Named[] {
  const pack = 'markets';
  return [
    ...(list
      ? [
          { header: headerFor('price', title), pack, note: noteOf(list) } as const,
          { header: headerFor('compareAt', title), pack, note: `In ${list.currency}.` } as const,
        ]
      : []),
    ...(list && sellsTo === 'companies'
      ? QUANTITY_COLUMNS.map((column): Named => ({ header: headerFor(column, title), pack }))
      : []),
    ...(publication ? [{ header: headerFor('included', title), pack } as const] : []),
  ];
}

/** A relative price is told next to the cells and stands in none: the next sync would fix it. */
function noteOf({ currency, percent }: PriceList): string {
  const { words } = relativePrice({ percent, currency }, { price: undefined, currency });
  return `In ${currency}. Where a cell is empty no price is fixed, and ${words} applies.`;
}
