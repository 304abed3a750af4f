import type { RefreshView } from '../../answers/refresh';

type Counts = Pick<RefreshView, 'cells' | 'left' | 'conflicts' | 'added'>;

/** Says in one line what a refresh did; `waiting` cells are for the next one. */
export function refreshWords({ cells, left, conflicts, added }: Counts, waiting: number): string {
  const parts = [
    cells > 0 && `${counted(cells, 'cell')} took Shopify’s value.`,
    added > 0 && `${counted(added, 'row')} added at the end.`,
    left > 0 && `${counted(left, 'cell')} left alone: their rows say why.`,
    conflicts > 0 && `${counted(conflicts, 'cell')} changed in both: choose a side after a preview.`,
    waiting > 0 && `Time was up: choose Refresh again for ${counted(waiting, 'more cell')}.`,
  ].filter(Boolean);
  return parts.join(' ') || 'Nothing has changed in Shopify: no cell was written.';
}

function counted(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`;
}
