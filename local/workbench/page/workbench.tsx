import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CatalogDump } from '../../store/dump';
import type { ShownDialog, WorkbenchView } from '../view';
import { benchServer } from './bench-server';
import { Spreadsheet } from './spreadsheet';
import { StoreCatalog } from './store-catalog';
import { TopBar } from './top-bar';

/** As Google's frames have it. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

type Side = 'spreadsheet' | 'store';

/** Both sides of a sync: what the sheet says, and what the store says. */
function Workbench() {
  const [view, setView] = useState<WorkbenchView>();
  const [catalog, setCatalog] = useState<CatalogDump>();
  const [side, setSide] = useState<Side>('spreadsheet');
  const [busyWith, setBusyWith] = useState('');

  const show = useCallback(async (seen: Promise<WorkbenchView>) => {
    setView(await seen);
    setCatalog(await benchServer.store());
  }, []);
  const during = async (name: string, seen: Promise<WorkbenchView>) => {
    setBusyWith(name);
    await show(seen);
    setBusyWith('');
  };
  useEffect(() => {
    void show(benchServer.view());
    // The sidebar says so after each of its calls.
    const afterCall = ({ data }: MessageEvent) => {
      if (data === 'called') void show(benchServer.view());
    };
    window.addEventListener('message', afterCall);
    return () => window.removeEventListener('message', afterCall);
  }, [show]);

  if (!view || !catalog) return <p class="loading">Opening the spreadsheet…</p>;
  return (
    <>
      <TopBar
        view={view}
        busyWith={busyWith}
        side={side}
        productCount={catalog.products.length}
        showSide={setSide}
        chooseMenuItem={(name) => during(name, benchServer.chooseMenuItem(name))}
        letPass={(ms) => during('wait', benchServer.wait(ms))}
        beginWithCatalog={() =>
          void during('catalog', benchServer.beginWithCatalog()).then(() => location.reload())
        }
        sitDown={(user) => during('user', benchServer.sitDown(user))}
      />
      <main class={view.isSidebarOpen ? 'with-sidebar' : ''}>
        {side === 'spreadsheet' ? (
          <Spreadsheet
            tabs={view.tabs}
            type={(cell) => show(benchServer.type(cell))}
            select={benchServer.select}
          />
        ) : (
          <StoreCatalog catalog={catalog} act={(done) => show(benchServer.actInShopify(done))} />
        )}
        {view.isSidebarOpen && <Sidebar key={`${view.user} ${view.sidebarOpened}`} />}
      </main>
      {view.dialog && (
        <Dialog key={view.dialog.number} dialog={view.dialog} close={() => show(benchServer.closeDialog())} />
      )}
    </>
  );
}

interface DialogProps {
  readonly dialog: ShownDialog;
  close(): void;
}

/** A page of the add-on over the spreadsheet, as Google frames it. */
function Dialog({ dialog: { title, width, height, modal }, close }: DialogProps) {
  return (
    <dialog open aria-modal={modal} aria-label={title} style={{ width: `${width}px` }}>
      <h2>{title}</h2>
      <button type="button" onClick={close}>
        Close
      </button>
      <iframe title={title} src="/dialog" sandbox={SANDBOX} style={{ height: `${height}px` }} />
    </dialog>
  );
}

/** The add-on's own page, at the width and in the frame that Google gives it. */
function Sidebar() {
  return (
    <aside>
      <h2>Sync to Shopify</h2>
      <iframe title="Sync to Shopify" src="/sidebar" sandbox={SANDBOX} />
    </aside>
  );
}

render(<Workbench />, document.getElementById('workbench')!);
