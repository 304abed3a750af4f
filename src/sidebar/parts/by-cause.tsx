import type { ComponentChildren } from 'preact';
import { sayAround, told } from '../language/say';
import { Paged } from './paged';

interface ByCauseProps<Item> {
  /** Name of the list, for screen readers. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly size: number;
  /** `12 changes` */
  readonly counted: (count: number) => string;
  causeOf(item: Item): string;
  readonly children: (item: Item) => ComponentChildren;
  /** Buttons for all rows of one cause. */
  below(items: readonly Item[], cause: string): ComponentChildren;
}

/** A list that is longer than a page, of several causes, is folded up by cause; each other stands there as it is. */
export function ByCause<Item>({ name, items, size, counted, causeOf, children, below }: ByCauseProps<Item>) {
  const causes = [...new Set(items.map(causeOf))];
  if (items.length <= size || causes.length < 2)
    return (
      <Paged name={name} items={items} size={size}>
        {children}
      </Paged>
    );
  return (
    <ul>
      {causes.map((cause) => {
        const own = items.filter((item) => causeOf(item) === cause);
        return (
          <li key={cause}>
            <details>
              <summary>{sayAround`${counted(own.length)}: ${<bdi>{told(cause)}</bdi>}`}</summary>
              <Paged name={told(cause)} items={own} size={size}>
                {children}
              </Paged>
              {own.length > 1 && <div class="buttons">{below(own, cause)}</div>}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
