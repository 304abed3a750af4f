import { appNamespace } from '../../shop/rules/metafields/metafield-namespace';
import { metafieldAt } from '../../shop/state/lookups';
import type { Row } from '../../shop/state/table';
import { connection, type PageArgs } from '../connections';
import { failure } from '../execution/failures';
import type { ObjectFields } from '../execution/field-resolver';

interface OneArgs {
  readonly namespace?: string | null;
  readonly key: string;
}

interface ManyArgs extends PageArgs {
  readonly namespace?: string | null;
  readonly keys?: readonly string[] | null;
}

/** The metafields of anything that has them. */
export const metafieldOwnerFields: ObjectFields<Row> = {
  metafield: (owner, args: OneArgs, { state }) => {
    const [namespace, key] =
      args.key.includes('.') && !args.namespace ? splitKey(args.key) : [args.namespace, args.key];
    return metafieldAt(state, owner.id, appNamespace(state, namespace), key) ?? null;
  },
  metafields: (owner, args: ManyArgs, { state }) => {
    const all = state.metafields.find('owner', owner.id);
    if (args.keys && args.namespace) {
      throw failure('Only one of `keys` or `namespace` can be provided.', { code: 'BAD_REQUEST' });
    }
    if (args.namespace) {
      const namespace = appNamespace(state, args.namespace);
      return connection(
        all.filter((field) => field.namespace === namespace),
        args,
      );
    }
    if (!args.keys) return connection(all, args);
    const { keys } = args;
    /** Recorded: asked by qualified keys, metafields come in the order asked and name the qualified key. */
    const asked = keys.flatMap((qualified) => {
      const [namespace, key] = splitKey(qualified);
      const field = namespace && metafieldAt(state, owner.id, appNamespace(state, namespace), key);
      return field ? [{ ...field, key: qualified }] : [];
    });
    return connection(asked, args);
  },
};

function splitKey(qualified: string): [string | undefined, string] {
  const dot = qualified.indexOf('.');
  return dot < 0 ? [undefined, qualified] : [qualified.slice(0, dot), qualified.slice(dot + 1)];
}
