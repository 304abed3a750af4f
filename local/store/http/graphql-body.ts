import type { GraphqlRequest } from '../graphql/execution/answer';
import type { WireRequest, WireResponse } from '../wire';
import { jsonAnswer } from './answers';

/** The GraphQL request in a body, or the answer to a body that holds none. */
export function readGraphqlBody({ headers, body }: WireRequest): GraphqlRequest | WireResponse {
  const contentType = headers['content-type'] ?? '';
  if (/^application\/graphql\b/.test(contentType)) return { query: String(body) };
  if (!/\bjson\b/.test(contentType)) return jsonAnswer(415, { errors: 'Unsupported Media Type' });
  const sent = parseObject(String(body));
  if (!sent) return jsonAnswer(400, { errors: 'Bad Request' });
  // The text of public reports for a body without `query`.
  if (typeof sent.query !== 'string') {
    return jsonAnswer(400, { errors: { query: 'Required parameter missing or invalid' } });
  }
  const variables = typeof sent.variables === 'string' ? parseObject(sent.variables) : sent.variables;
  const isMap = typeof variables === 'object' && variables !== null && !Array.isArray(variables);
  const operationName = typeof sent.operationName === 'string' ? sent.operationName : null;
  return {
    query: sent.query,
    variables: isMap ? (variables as GraphqlRequest['variables']) : {},
    operationName,
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
