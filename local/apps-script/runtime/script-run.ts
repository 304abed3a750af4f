import { types } from 'node:util';
import type { Runtime } from '../runtime';

/** Argument of the sidebar's success or failure handler. */
export type ScriptRunAnswer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly name: 'ScriptError' | 'TypeError'; readonly message: string };
    };

/**
 * `google.script.run` as the sidebar has it
 * (https://developers.google.com/apps-script/guides/html/communication): JSON-safe values both ways, errors reduced
 * to their message. At most ten calls at once, and their order, are the client's own.
 */
export function scriptRun(
  runtime: Runtime,
  functionName: string,
  args: readonly unknown[],
  user?: string,
): ScriptRunAnswer {
  const illegal = args.findIndex((value) => !isLegal(value, new Set()));
  if (illegal >= 0) return failure('TypeError', `Failed due to illegal value in property: ${illegal}`);
  if (functionName.endsWith('_')) {
    return failure('TypeError', `google.script.run.${functionName} is not a function`);
  }
  const copies = args.map((value) => (value === undefined ? null : JSON.parse(JSON.stringify(value))));
  const result = runtime.run(functionName, copies, {
    kind: 'sidebar',
    ...(user === undefined ? {} : { user }),
  });
  if (result.outcome === 'killed') return failure('ScriptError', result.reason);
  if (result.outcome === 'threw') return failure('ScriptError', result.error.message);
  // Anything that cannot travel empties the whole answer, without an error.
  if (!isLegal(result.value, new Set())) return { ok: true, value: null };
  return { ok: true, value: result.value === undefined ? null : JSON.parse(JSON.stringify(result.value)) };
}

function failure(name: 'ScriptError' | 'TypeError', message: string): ScriptRunAnswer {
  return { ok: false, error: { name, message } };
}

/** Numbers, booleans, texts, null, and plain arrays and objects of these; nothing that contains itself. */
function isLegal(value: unknown, above: Set<unknown>): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (types.isDate(value) || types.isMap(value) || types.isSet(value) || types.isProxy(value)) return false;
  if (above.has(value)) return false;
  above.add(value);
  const legal = Object.values(value).every((inner) => isLegal(inner, above));
  above.delete(value);
  return legal;
}
