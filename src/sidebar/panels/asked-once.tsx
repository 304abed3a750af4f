import { say } from '../language/say';
import { Button } from '../parts/button';
import type { Settings } from '../server/answers';
import type { PartProps } from '../state/actions';

/** Asked once, when the first preview has shown stock: writing into a merchant's own cells is never assumed. */
export function KeepStockQuestion({ state, actions }: PartProps) {
  const { settings, shownRun, tabs, activity, problem } = state;
  const namesStock = tabs.some((tab) => tab.ticked && tab.namesStock);
  const isElsewhere = problem !== undefined || activity === 'previewing' || activity === 'syncing';
  if (settings?.keepStock !== null || !shownRun || !namesStock || isElsewhere) return null;
  const answer = (keepStock: boolean) =>
    actions.saveSettings({ change: { keepStock }, shown: { ...settings, keepStock } }, settings);
  return (
    <section class="panel note">
      <h3>{say`Keep stock cells up to date?`}</h3>
      <p>{say`Orders change stock in Shopify. After each sync, stock cells that you did not edit can take
        Shopify’s number.`}</p>
      <div class="buttons">
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => answer(true)}
        >{say`Keep them up to date`}</Button>
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => answer(false)}
        >{say`Leave my cells alone`}</Button>
      </div>
    </section>
  );
}

type Place = NonNullable<Settings['statusPlace']>;

/** Asked once, before the first sync makes the columns: next to forty columns nobody finds them. */
export function StatusPlaceQuestion({ state, actions }: PartProps) {
  const { settings, shownRun, hasSynced, activity, problem } = state;
  const isElsewhere = problem !== undefined || activity === 'previewing' || activity === 'syncing';
  if (!settings || settings.statusPlace || hasSynced || shownRun?.kind !== 'preview' || isElsewhere)
    return null;
  const answer = (statusPlace: Place) =>
    actions.saveSettings({ change: { statusPlace }, shown: { ...settings, statusPlace } }, settings);
  return (
    <section class="panel note">
      <h3>{say`Where should the status columns stand?`}</h3>
      <p>{say`A sync writes next to each row what it did, in four new columns. Yours move aside; none is
        overwritten.`}</p>
      <div class="buttons">
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => answer('left')}
        >{say`After the columns that name the item`}</Button>
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={() => answer('right')}
        >{say`After the last column`}</Button>
      </div>
    </section>
  );
}
