import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';

export const publications = (args: PageArgs, { state }: ExecutionContext) =>
  connection(state.publications.all(), args);
