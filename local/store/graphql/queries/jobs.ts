import type { ExecutionContext } from '../execution/context';

export const job = (args: { id: string }, { state }: ExecutionContext) => state.jobs.get(args.id) ?? null;
