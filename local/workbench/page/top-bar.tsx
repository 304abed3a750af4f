import type { WorkbenchView } from '../view';
import { Menu } from './menu';

const HOUR_MS = 3_600_000;

interface TopBarProps {
  readonly view: WorkbenchView;
  readonly busyWith: string;
  readonly side: 'spreadsheet' | 'store';
  readonly productCount: number;
  showSide(side: 'spreadsheet' | 'store'): void;
  chooseMenuItem(functionName: string): void;
  letPass(ms: number): void;
  sitDown(user: string): void;
  beginWithCatalog(): void;
}

export function TopBar(props: TopBarProps) {
  const { view, busyWith, side, productCount } = props;
  return (
    <header>
      <div class="title">
        <h1>{view.spreadsheet}</h1>
        <nav aria-label="Menus">
          {view.menus.map((menu) => (
            <Menu key={menu.title} menu={menu} choose={props.chooseMenuItem} />
          ))}
        </nav>
        <p class="toast" role="status">
          {busyWith ? 'Running…' : view.news}
        </p>
      </div>
      <div class="controls">
        <div class="sides">
          <button
            type="button"
            aria-pressed={side === 'spreadsheet'}
            onClick={() => props.showSide('spreadsheet')}
          >
            Spreadsheet
          </button>
          <button type="button" aria-pressed={side === 'store'} onClick={() => props.showSide('store')}>
            Shopify store · {productCount}
          </button>
        </div>
        <Told messages={view.told} />
        <TryItWith view={view} beginWithCatalog={props.beginWithCatalog} />
        <label>
          At the keyboard{' '}
          <select value={view.user} onChange={({ currentTarget }) => props.sitDown(currentTarget.value)}>
            {view.users.map((user) => (
              <option key={user}>{user}</option>
            ))}
          </select>
        </label>
        <span>
          <time>
            {new Date(view.nowMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
          </time>{' '}
          <button type="button" onClick={() => props.letPass(HOUR_MS)}>
            Let an hour pass
          </button>{' '}
          <button type="button" onClick={() => props.letPass(24 * HOUR_MS)}>
            Let a day pass
          </button>
        </span>
      </div>
    </header>
  );
}

/** Messages that chats got, the last one first; nothing of it leaves the workbench. */
function Told({ messages }: { readonly messages: WorkbenchView['told'] }) {
  if (messages.length === 0) return null;
  return (
    <details class="try told">
      <summary>Told in chats · {messages.length}</summary>
      <ol class="card">
        {[...messages].reverse().map(({ chat, text }, index) => (
          <li key={messages.length - index}>
            <b>{chat}</b>
            <pre>{text}</pre>
          </li>
        ))}
      </ol>
    </details>
  );
}

type TryItProps = Pick<TopBarProps, 'view' | 'beginWithCatalog'>;

/** A shop to begin with, and credentials that open the embedded store and nothing else. */
function TryItWith({ view: { credentials }, beginWithCatalog }: TryItProps) {
  const rows = [
    ['Shop address', credentials.shop],
    ['Access token', credentials.accessToken],
    ['Client ID', credentials.clientId],
    ['Client secret', credentials.clientSecret],
    ['Address of a chat', credentials.chat],
  ];
  return (
    <details class="try">
      <summary>Try it with…</summary>
      <div class="card">
        <p>
          <button type="button" onClick={beginWithCatalog}>
            A store with a catalog, and no sheet
          </button>
        </p>
        <p>Connect, and choose Get from Shopify. Or begin with the tabs that are here, and an empty store.</p>
        <dl>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>They open the embedded store and a chat that is only here.</p>
      </div>
    </details>
  );
}
