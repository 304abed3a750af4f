import type { ConditionsSource, SourceCondition, SourcePart } from '../state/collection-source';
import type { Collection } from '../state/publishing';
import type { StoreState } from '../state/store-state';
import { conditionType } from './sources';

interface ConditionFields {
  readonly relation?: string | null;
  readonly matchType?: 'ALL' | 'ANY' | null;
  readonly values?: readonly unknown[] | null;
  readonly value?: unknown;
  readonly definitionId?: string | null;
}

/** One of the schema's condition inputs: a single field that names its kind. */
type ConditionInput = Readonly<Record<string, ConditionFields>>;

interface Selection {
  readonly productId: string;
}

interface PartInput {
  readonly matchType?: 'ALL' | 'ANY' | null;
  readonly conditions?: readonly ConditionInput[] | null;
  readonly selections?: readonly Selection[] | null;
}

interface PartUpdate {
  readonly matchType?: 'ALL' | 'ANY' | null;
  readonly conditionsToCreate?: readonly ConditionInput[] | null;
  readonly conditionsToDelete?: readonly string[] | null;
  readonly conditionsToUpdate?: readonly { readonly id: string; readonly condition: ConditionInput }[] | null;
  readonly selectionsToAdd?: readonly Selection[] | null;
  readonly selectionsToRemove?: readonly Selection[] | null;
}

export interface SourceToCreate {
  readonly source?: {
    readonly title: string;
    readonly description?: string | null;
    readonly targetType?: string | null;
    readonly inclusion?: PartInput | null;
    readonly exclusion?: PartInput | null;
  } | null;
  readonly subCollections?: {
    readonly title: string;
    readonly description?: string | null;
    readonly collectionIds: readonly string[];
  } | null;
  readonly shareableSource?: { readonly sourceId: string } | null;
}

export interface SourceToUpdate {
  readonly condition?: {
    readonly id: string;
    readonly title?: string | null;
    readonly description?: string | null;
    readonly inclusion?: PartUpdate | null;
    readonly exclusion?: PartUpdate | null;
  } | null;
  readonly subCollections?: {
    readonly id: string;
    readonly title?: string | null;
    readonly description?: string | null;
    readonly collectionIds?: readonly string[] | null;
  } | null;
}

type Sources = NonNullable<Collection['sources']>;
type Part = 'Inclusion' | 'Exclusion';

function newCondition(state: StoreState, part: Part, input: ConditionInput): SourceCondition {
  const [kind = '', fields = {}] = Object.entries(input).find(([, value]) => value) ?? [];
  const __typename = conditionType(part, kind);
  return withFields(
    {
      __typename,
      id: state.newId(__typename),
      kind,
      relation: 'EQUALS',
      matchType: null,
      values: [],
      definitionId: null,
    },
    fields,
  );
}

const withFields = (condition: SourceCondition, fields: ConditionFields): SourceCondition => ({
  ...condition,
  relation: fields.relation ?? condition.relation,
  matchType: fields.matchType ?? condition.matchType,
  values: fields.values ?? (fields.value == null ? condition.values : [fields.value]),
  definitionId: fields.definitionId ?? condition.definitionId,
});

const idsOf = (selections: readonly Selection[] | null | undefined): readonly string[] =>
  (selections ?? []).map(({ productId }) => productId);

const newPart = (state: StoreState, part: Part, input: PartInput | null | undefined): SourcePart => ({
  matchType: input?.matchType ?? (input?.conditions?.length ? 'ALL' : null),
  conditions: (input?.conditions ?? []).map((one) => newCondition(state, part, one)),
  productIds: idsOf(input?.selections),
});

export function newSource(state: StoreState, { source, subCollections }: SourceToCreate): Sources {
  if (source) {
    const made: ConditionsSource = {
      __typename: 'CollectionConditionsSource',
      id: state.newId('CollectionConditionsSource'),
      title: source.title,
      description: source.description ?? null,
      targetType: source.targetType ?? 'PRODUCTS',
      inclusion: newPart(state, 'Inclusion', source.inclusion),
      exclusion: source.exclusion ? newPart(state, 'Exclusion', source.exclusion) : null,
    };
    return [made];
  }
  if (!subCollections) return [];
  const { title, description = null, collectionIds } = subCollections;
  const id = state.newId('CollectionSubCollectionsSource');
  return [{ __typename: 'CollectionSubCollectionsSource', id, title, description, collectionIds }];
}

const empty: SourcePart = { matchType: null, conditions: [], productIds: [] };

function updatedPart(state: StoreState, part: Part, before: SourcePart, update: PartUpdate): SourcePart {
  const removed = new Set(idsOf(update.selectionsToRemove));
  const deleted = new Set(update.conditionsToDelete);
  const changes = new Map((update.conditionsToUpdate ?? []).map(({ id, condition }) => [id, condition]));
  const conditions = [
    ...before.conditions
      .filter(({ id }) => !deleted.has(id))
      .map((one) => withFields(one, changes.get(one.id)?.[one.kind] ?? {})),
    ...(update.conditionsToCreate ?? []).map((one) => newCondition(state, part, one)),
  ];
  return {
    matchType: update.matchType ?? before.matchType ?? (conditions.length > 0 ? 'ALL' : null),
    conditions,
    productIds: [...new Set([...before.productIds, ...idsOf(update.selectionsToAdd)])].filter(
      (id) => !removed.has(id),
    ),
  };
}

export function updatedSources(
  state: StoreState,
  sources: Sources,
  updates: readonly SourceToUpdate[],
): Sources {
  return sources.map((source) => {
    if (source.__typename === 'CollectionSubCollectionsSource') {
      const update = updates.find(({ subCollections }) => subCollections?.id === source.id)?.subCollections;
      return {
        ...source,
        title: update?.title ?? source.title,
        description: update?.description ?? source.description,
        collectionIds: update?.collectionIds ?? source.collectionIds,
      };
    }
    const update = updates.find(({ condition }) => condition?.id === source.id)?.condition;
    if (!update) return source;
    const { inclusion, exclusion } = update;
    return {
      ...source,
      title: update.title ?? source.title,
      description: update.description ?? source.description,
      inclusion: inclusion ? updatedPart(state, 'Inclusion', source.inclusion, inclusion) : source.inclusion,
      exclusion: exclusion
        ? updatedPart(state, 'Exclusion', source.exclusion ?? empty, exclusion)
        : source.exclusion,
    };
  });
}

/** Every product that the inputs choose by hand, with the path to it. */
export function selectedProducts(
  created: readonly SourceToCreate[],
  updated: readonly SourceToUpdate[],
): readonly string[] {
  return [
    ...created.flatMap(({ source }) => [
      ...idsOf(source?.inclusion?.selections),
      ...idsOf(source?.exclusion?.selections),
    ]),
    ...updated.flatMap(({ condition }) => [
      ...idsOf(condition?.inclusion?.selectionsToAdd),
      ...idsOf(condition?.exclusion?.selectionsToAdd),
    ]),
  ];
}
