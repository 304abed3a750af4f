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
        <TryItWith view={view} />
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

/** Credentials that open the embedded store and nothing else. */
function TryItWith({ view: { credentials } }: Pick<TopBarProps, 'view'>) {
  const rows = [
    ['Shop address', credentials.shop],
    ['Access token', credentials.accessToken],
    ['Client ID', credentials.clientId],
    ['Client secret', credentials.clientSecret],
  ];
  return (
    <details class="try">
      <summary>Try it with…</summary>
      <div class="card">
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
        <p>They open the embedded store and nothing else.</p>
      </div>
    </details>
  );
}
