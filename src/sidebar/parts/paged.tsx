import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button';
import { formatCount } from './words';

interface PagedProps<Item> {
  /** Name of the list, for screen readers. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly size: number;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list of which a few are shown at once, and every one can be come to. */
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
            Back<span class="unseen"> in {name}</span>
          </Button>
          <span class="quiet">
            {formatCount(start + 1)}–{formatCount(end)} of {formatCount(items.length)}
          </span>
          <Button isSmall isDisabled={end === items.length} onClick={() => setFirst(start + size)}>
            Next<span class="unseen"> in {name}</span>
          </Button>
        </div>
      )}
    </>
  );
}
