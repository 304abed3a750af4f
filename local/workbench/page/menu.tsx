import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownMenu, ShownMenuItem } from '../../apps-script/runtime/interface';

interface MenuProps {
  readonly menu: ShownMenu;
  choose(functionName: string): void;
}

/** A menu that the add-on made. A submenu is shown below its title, so that nothing has to be hovered. */
export function Menu({ menu, choose }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isOutside = event instanceof MouseEvent && !place.current?.contains(event.target as Node);
      if (isEscape || isOutside) setOpen(false);
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, [isOpen]);
  const pick = (functionName: string) => {
    setOpen(false);
    choose(functionName);
  };
  return (
    <div class="menu" ref={place}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {menu.title}
      </button>
      {isOpen && (
        <div class="items">
          <Items items={menu.items} pick={pick} />
        </div>
      )}
    </div>
  );
}

function Items({
  items,
  pick,
}: {
  readonly items: readonly ShownMenuItem[];
  pick(functionName: string): void;
}) {
  return (
    <>
      {items.map((item, index) => {
        if (item.kind === 'separator') return <hr key={index} />;
        if (item.kind === 'item') {
          return (
            <button key={index} type="button" onClick={() => pick(item.functionName)}>
              {item.caption}
            </button>
          );
        }
        return (
          <div key={index} class="submenu">
            <p>{item.title}</p>
            <Items items={item.items} pick={pick} />
          </div>
        );
      })}
    </>
  );
}
