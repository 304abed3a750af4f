import type { FamilyFact, FamilyFacts } from '../columns/column';
import { columnNamed, settledColumn } from '../columns/families';
import type { MetafieldDefinition } from '../metafields/definitions';
import type { Form, FormColumn, Pack } from './forms';

/** Facts of the shop that the columns of a pack need. */
const FACTS: Readonly<Partial<Record<Pack, FamilyFact>>> = {
  collections: 'collections',
  channels: 'channels',
  metafields: 'definitions',
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

/** A column for each metafield that the shop has defined and that a sync would read. */
export function metafieldColumns(form: Form, { definitions = [], ...facts }: FamilyFacts): FormColumn[] {
  return definitions.flatMap((definition) => {
    const header = headerOf(definition, form);
    const named = columnNamed(header);
    const settled = named && settledColumn(named.key, { ...facts, definitions });
    return settled && 'column' in settled
      ? [{ key: settled.column.key, header, pack: 'metafields' as const }]
      : [];
  });
}
