import { columnOf, fieldOf } from '../../catalog/columns/columns';
import { typeOfKind } from '../../catalog/columns/metafield-kinds';
import { fitMessage } from '../../catalog/tab/fit-message';
import { cellsOf } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { showField } from '../../plan/compare/messages';
import type { SetValue } from '../../plan/model/action';
import { answered, type BatchAnswer, type RefusedRow } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import {
  type ClearValuesData,
  ClearValuesDocument,
  type SetValuesData,
  SetValuesDocument,
} from '../documents/generated/metafields';
import type { MetafieldsSetUserErrorCode } from '../documents/generated/schema-types';
import { metafieldName } from '../queries/metafields';
import { type BatchOf, indexAfter, type OperationOf, type PayloadOf, refuseCells } from './operation';

type ValueBatch = BatchOf<'set-value'> | BatchOf<'clear-value'>;

/** It is not what was read: changed, or gone. */
const MOVED: readonly (string | null | undefined)[] = [
  'STALE_OBJECT',
  'INVALID_COMPARE_DIGEST',
] satisfies MetafieldsSetUserErrorCode[];

/** Sent twice, the second changes nothing and passes with any digest (recorded). */
export const metafieldsSet: OperationOf<BatchOf<'set-value'>, PayloadOf<SetValuesData>> = {
  request({ actions }) {
    const metafields = actions.map(({ id, change: { key, to }, version }) => ({
      ...identifier(id, key),
      type: typeOfKind(columnOf(key).kind) ?? null,
      value: String(to),
      compareDigest: version,
    }));
    return writeRequest(SetValuesDocument, { metafields }, { cost: 10, repeatable: true });
  },
  answer(batch, errors, payload) {
    if (errors.length > 0) return withoutRefused(batch, errors);
    const written = payload?.metafields ?? [];
    const values = batch.actions.map(({ change }, index) => written[index]?.value ?? change.to);
    return answered({ values });
  },
};

export const metafieldsDelete: OperationOf<BatchOf<'clear-value'>, PayloadOf<ClearValuesData>> = {
  request({ actions }) {
    const metafields = actions.map(({ id, change }) => identifier(id, change.key));
    return writeRequest(ClearValuesDocument, { metafields }, { cost: 10, repeatable: true });
  },
  answer(batch, errors) {
    if (errors.length > 0) return withoutRefused(batch, errors);
    const values = batch.actions.map(() => null);
    return answered({ values });
  },
};

function identifier(ownerId: SetValue['id'], field: SetValue['change']['key']) {
  const name = metafieldName(field);
  // A change that no document can carry must not pass for one that was sent.
  if (!name || fieldOf(field).whyShown) throw new Error(`No document writes ${field}.`);
  const dot = name.lastIndexOf('.');
  return { ownerId, namespace: name.slice(0, dot), key: name.slice(dot + 1) };
}

/** Nothing was written: what is refused is told, and the others are sent again. */
function withoutRefused({ kind, actions }: ValueBatch, errors: readonly UserError[]): BatchAnswer {
  // `elementIndex` is null in every recorded answer; the path has the index.
  const byIndex = groupBy(errors, (error) => indexAfter(error, 'metafields'));
  const isNamed = (_: SetValue, index: number): boolean => byIndex.has(index);
  const [only] = actions;
  const again = (parts: readonly (readonly SetValue[])[]) =>
    parts.filter((part) => part.length > 0).map((part) => ({ kind, actions: part }) as ValueBatch);
  const middle = Math.ceil(actions.length / 2);
  if (!actions.some(isNamed))
    // Shopify refused without saying which: halved until the refused one is alone.
    return only && actions.length === 1
      ? notWritten(refuseValue(only, errors), [])
      : notWritten([], again([actions.slice(0, middle), actions.slice(middle)]));
  return notWritten(
    actions.flatMap((action, index) => {
      const own = byIndex.get(index);
      return own ? refuseValue(action, own) : [];
    }),
    again([actions.filter((action, index) => !isNamed(action, index))]),
  );
}

function notWritten(refused: readonly RefusedRow[], retry: readonly ValueBatch[]): BatchAnswer {
  return answered({}, { refused, retry });
}

function refuseValue({ change }: SetValue, errors: readonly UserError[]): RefusedRow[] {
  const { key, to, from } = change;
  const isMoved = errors.some(({ code }) => MOVED.includes(code));
  const moved = `Shopify's value moved away from ${showField(key, from, to)} during the sync, so ${showField(key, to, from)} was not sent. Sync again to see both.`;
  return isMoved
    ? cellsOf(change).map(({ ref, column }) => ({
        ref,
        status: 'conflict',
        message: fitMessage(`${column}: ${moved}`),
      }))
    : refuseCells([change], errors);
}
