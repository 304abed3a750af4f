import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { matchesQuery } from '../simple-search';

export const collection = (args: { id: string }, { state }: ExecutionContext) =>
  state.collections.get(args.id) ?? null;

export const collections = (args: PageArgs & { query?: string | null }, { state }: ExecutionContext) =>
  connection(
    state.collections
      .all()
      .filter(({ title, handle }) => matchesQuery(args.query, { title: [title], handle: [handle] })),
    args,
  );
