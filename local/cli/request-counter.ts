import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { WireAnswer, WireRequest } from '../store/wire';

interface RequestCounts {
  readonly total: number;
  /** By root field, as Shopify names it. */
  readonly byOperation: Readonly<Record<string, number>>;
  readonly throttled: number;
  /** Query cost points that the store charged. */
  readonly points: number;
}

export interface RequestCounter {
  send(request: WireRequest): WireAnswer;
  counts(): RequestCounts;
}

/** Counts what goes over the wire, from outside of both sides. */
export function createRequestCounter(send: (request: WireRequest) => WireAnswer): RequestCounter {
  const byOperation: Record<string, number> = {};
  const rootFields = new Map<string, readonly string[]>();
  let total = 0;
  let throttled = 0;
  let points = 0;
  const fieldsOf = (document: string) => {
    const known = rootFields.get(document) ?? rootFieldsOf(document);
    rootFields.set(document, known);
    return known;
  };
  return {
    send(request) {
      total += 1;
      const query = queryOf(request);
      for (const field of query === undefined ? [] : fieldsOf(query))
        byOperation[field] = (byOperation[field] ?? 0) + 1;
      const answer = send(request);
      const charged = 'failure' in answer ? undefined : chargeOf(answer.body);
      points += charged?.points ?? 0;
      if (charged?.isThrottled) throttled += 1;
      return answer;
    },
    counts: () => ({ total, byOperation, throttled, points }),
  };
}

function queryOf({ url, body }: WireRequest): string | undefined {
  if (!url.endsWith('/graphql.json') || typeof body !== 'string') return undefined;
  return (JSON.parse(body) as { readonly query?: string }).query;
}

/** Each name once: a document that asks for a hundred handles is one request. */
function rootFieldsOf(document: string): string[] {
  const operation = parse(document).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const names = (operation?.selectionSet.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
  return [...new Set(names)];
}

interface GraphqlBody {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] | string;
  readonly extensions?: {
    readonly cost?: { readonly requestedQueryCost: number; readonly actualQueryCost: number | null };
  };
}

function chargeOf(body: string): { points: number; isThrottled: boolean } | undefined {
  let parsed: GraphqlBody;
  try {
    parsed = JSON.parse(body) as GraphqlBody;
  } catch {
    return undefined;
  }
  const errors = Array.isArray(parsed.errors) ? parsed.errors : [];
  const isThrottled = errors.some(({ extensions }) => extensions?.code === 'THROTTLED');
  const cost = parsed.extensions?.cost;
  return {
    isThrottled,
    points: isThrottled || !cost ? 0 : (cost.actualQueryCost ?? cost.requestedQueryCost),
  };
}
