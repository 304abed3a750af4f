import { Button } from '../parts/button';
import type { PartProps } from '../state/actions';

/** Asked once, when the first preview has shown stock: writing into a merchant's own cells is never assumed. */
export function KeepStockQuestion({ state, actions }: PartProps) {
  const { settings, shownRun, tabs, activity, problem } = state;
  const namesStock = tabs.some((tab) => tab.ticked && tab.namesStock);
  const isElsewhere = problem !== undefined || activity === 'previewing' || activity === 'syncing';
  if (settings?.keepStock !== null || !shownRun || !namesStock || isElsewhere) return null;
  const answer = (keepStock: boolean) => actions.saveSettings({ ...settings, keepStock }, settings);
  return (
    <section class="panel note">
      <h3>Keep stock cells up to date?</h3>
      <p>
        Orders change stock in Shopify. After each sync, stock cells that you did not edit can take Shopify’s
        number.
      </p>
      <div class="buttons">
        <Button isSmall isDisabled={activity !== undefined} onClick={() => answer(true)}>
          Keep them up to date
        </Button>
        <Button isSmall isDisabled={activity !== undefined} onClick={() => answer(false)}>
          Leave my cells alone
        </Button>
      </div>
    </section>
  );
}
