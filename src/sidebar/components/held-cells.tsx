import { useState } from 'preact/hooks';
import type { FieldGroup, HeldChoice } from '../answers';
import { countOf, GROUP_WORDS } from '../words';
import { Button } from './button';
import type { PartProps } from './sidebar';

const GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];

/** Stock moves with every order, so the store is more likely right about it. */
const PRESELECTED: HeldChoice = { inventory: 'shopify' };

/** Cells that were never synced and differ from Shopify: a person says which side counts. */
export function HeldCells({ state: { shownRun, activity }, actions }: PartProps) {
  const [choice, setChoice] = useState(PRESELECTED);
  const counts = shownRun?.summary.unknownBase;
  const held = GROUPS.filter((group) => (counts?.[group] ?? 0) > 0);
  if (!counts || held.length === 0 || activity === 'previewing' || activity === 'syncing') return null;
  const made = Object.fromEntries(held.flatMap((group) => (choice[group] ? [[group, choice[group]]] : [])));
  return (
    <section class="panel warning">
      <h3>
        <span aria-hidden="true">⚠ </span>Which side is right?
      </h3>
      <p>These cells differ from Shopify, and nobody knows which side changed.</p>
      {held.map((group) => (
        <GroupChoice
          key={group}
          group={group}
          count={counts[group]}
          side={choice[group]}
          choose={(side) => setChoice({ ...choice, [group]: side })}
        />
      ))}
      <Button
        isPrimary
        isDisabled={activity !== undefined || Object.keys(made).length === 0}
        onClick={() => actions.confirmHeld(made)}
      >
        Sync with this choice
      </Button>
      {Object.keys(made).length < held.length && <p class="hint">A group without a choice stays as it is.</p>}
    </section>
  );
}

interface GroupChoiceProps {
  readonly group: FieldGroup;
  readonly count: number;
  readonly side: 'sheet' | 'shopify' | undefined;
  choose(side: 'sheet' | 'shopify'): void;
}

function GroupChoice({ group, count, side, choose }: GroupChoiceProps) {
  const radio = (value: 'sheet' | 'shopify', text: string) => (
    <label>
      <input type="radio" name={`held-${group}`} checked={side === value} onChange={() => choose(value)} />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>
        {GROUP_WORDS[group]}: {countOf(count, 'cell')}
      </legend>
      {radio('sheet', 'Use the sheet')}
      {radio('shopify', "Keep Shopify's")}
    </fieldset>
  );
}
