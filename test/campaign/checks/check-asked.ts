import type { Workbench } from '../../support/workbench';
import { type Facts, movedBetween, storeFacts, twinOf } from '../store/store-facts';
import { adjustingCells, askedCells, isSet, wordedCells } from '../workbook/cells';
import { countedPrice } from '../workbook/worded-cells';

/** Values by the fact of the store that cells ask to have them, as they stand when a run begins. */
export type Asked = ReadonlyMap<string, ReadonlySet<string>>;

export function askedNow(bench: Workbench, locations: readonly string[]): Asked {
  const facts = storeFacts(bench);
  const asked = new Map<string, Set<string>>();
  const put = (what: string, value: string) =>
    asked.set(what, (asked.get(what) ?? new Set<string>()).add(value));
  for (const { what, value } of askedCells(bench, locations)) put(what, value);
  for (const { what, word, text } of wordedCells(bench)) {
    const price = facts.get(what) ?? 'none';
    if (!isSet(word) && price !== 'none') put(what, countedPrice(text, price));
  }
  for (const { what, delta } of adjustingCells(bench, locations))
    put(what, `${Number(facts.get(what) ?? 0) + delta}`);
  return asked;
}

/**
 * Of a run that nobody disturbed and that ends no decision of a person: each value that it sent and that no cell asked for
 * when it began, although one may have done so earlier. Sets, pictures and names have checks of their own.
 */
export function checkAsked(
  asked: Asked,
  { before, after }: { readonly before: Facts; readonly after: Facts },
) {
  return movedBetween(before, after)
    .filter(
      ({ what }) => !isSet(what.split(' ')[1] ?? '') && !/ (option|image|variantImage|handle)$/.test(what),
    )
    .filter(({ what, to }) => {
      const twin = twinOf(what);
      const isAskedTwin = twin !== what && asked.get(twin)?.has(after.get(twin) ?? '');
      return !asked.get(what)?.has(to) && !isAskedTwin;
    })
    .map(({ what, from, to }) => `${what} “${from}” → “${to}” was sent, and no cell asks for that now`);
}
