import { useState } from 'preact/hooks';
import { say } from '../language/say';
import { Button } from '../parts/button';
import { GROUP_WORDS } from '../parts/words';
import type { FieldGroup } from '../server/answers';
import type { PartProps } from '../state/actions';

const KINDS: readonly FieldGroup[] = ['products', 'prices', 'inventory'];

/** New tabs with headers to fill in. What is there already is left alone. */
export function SetUpTabs({ state: { tabs, activity }, actions }: PartProps) {
  const hasProducts = tabs.some(({ kind }) => kind === 'products');
  const [wanted, setWanted] = useState<Partial<Record<FieldGroup, boolean>>>({});
  const isWanted = (kind: FieldGroup) => wanted[kind] ?? (kind === 'products' && !hasProducts);
  const choice = {
    products: isWanted('products'),
    prices: isWanted('prices'),
    inventory: isWanted('inventory'),
  };
  const isNothing = !KINDS.some(isWanted);
  const add = () => {
    setWanted({});
    actions.setUpTabs(choice);
  };
  return (
    <details class="set-up">
      <summary>{say`Add tabs to fill in`}</summary>
      {KINDS.map((kind) => (
        <label key={kind} class="tick">
          <input
            type="checkbox"
            checked={isWanted(kind)}
            onChange={() => setWanted({ ...wanted, [kind]: !isWanted(kind) })}
          />
          <span>{GROUP_WORDS[kind]}</span>
        </label>
      ))}
      <p class="hint">{say`Prices and stock that get a tab of their own have no columns among the
        products.`}</p>
      <Button isSmall isDisabled={activity !== undefined || isNothing} onClick={add}>{say`Add`}</Button>
    </details>
  );
}
