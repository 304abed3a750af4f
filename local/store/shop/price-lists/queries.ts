import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import { sortRows } from '../rules/sort-rows';
import type { PriceList } from './price-list';

interface SortedArgs extends PageArgs {
  readonly sortKey?: string | null;
}

export const priceList = (args: { id: string }, { state }: ExecutionContext) =>
  state.priceLists.get(args.id) ?? null;

export const priceLists = (args: SortedArgs, { state }: ExecutionContext) =>
  connection(
    sortRows(state.priceLists.all(), args.sortKey, { NAME: ({ name }: PriceList) => name.toLowerCase() }),
    args,
  );
