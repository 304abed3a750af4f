import type { RowPlace } from '../server/answers';
import type { PartProps } from '../state/part-props';

interface RowLinkProps {
  /** A row that the sheet no longer has is in no tab. */
  readonly place: Omit<RowPlace, 'sheetId'> & { readonly sheetId: number | null; readonly tab: string };
  readonly actions: PartProps['actions'];
}

/** `Prices, row 2, Price`: a click brings the cell in front of the person. */
export function RowLink({ place: { sheetId, tab, row, column }, actions }: RowLinkProps) {
  const words = [tab, `row ${row}`, column].filter(Boolean).join(', ');
  if (sheetId === null) return <span>{words}</span>;
  const place: RowPlace = column === undefined ? { sheetId, row } : { sheetId, row, column };
  return (
    <button type="button" class="link" title="Show in the sheet" onClick={() => actions.goToRow(place)}>
      {words}
    </button>
  );
}
