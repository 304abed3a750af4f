import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatCount, say } from '../language/say';
import { Button } from './button';

interface PagedProps<Item> {
  /** Name of the list, for screen readers. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly size: number;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list that shows a few items at a time, of which a person can reach every one. */
export function Paged<Item>({ name, items, size, children }: PagedProps<Item>) {
  const [first, setFirst] = useState(0);
  // The list grows shorter as a person decides.
  const start = first < items.length ? first : Math.max(0, Math.floor((items.length - 1) / size) * size);
  const end = Math.min(start + size, items.length);
  return (
    <>
      <ul>{items.slice(start, end).map(children)}</ul>
      {items.length > size && (
        <div class="buttons pages">
          <Button isSmall isDisabled={start === 0} onClick={() => setFirst(start - size)}>
            {say`Back`}
            <span class="unseen"> {say`in ${name}`}</span>
          </Button>
          <span class="quiet">{say`${formatCount(start + 1)}–${formatCount(end)} of
            ${formatCount(items.length)}`}</span>
          <Button isSmall isDisabled={end === items.length} onClick={() => setFirst(start + size)}>
            {say`Next`}
            <span class="unseen"> {say`in ${name}`}</span>
          </Button>
        </div>
      )}
    </>
  );
}
