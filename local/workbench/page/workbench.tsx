import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CatalogDump } from '../../store/dump';
import type { ShownDialog, WorkbenchView } from '../view';
import { benchServer } from './bench-server';
import { Spreadsheet } from './spreadsheet';
import { StoreCatalog } from './store-catalog';
import { TopBar } from './top-bar';
import { Simulation } from './tour';

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
  const addTab = async () => {
    const seen = benchServer.addTab();
    await show(seen);
    return (await seen).tabs.at(-1)?.id;
  };
  useEffect(() => onUndoKeys((which) => void show(benchServer[which]())), [show]);
  useEffect(() => {
    void show(benchServer.view());
    // A page of the add-on says so after each of its calls, and where it asks to be closed.
    const onMessage = ({ data }: MessageEvent) => {
      if (data === 'called') void show(benchServer.view());
      if (data === 'close') void show(benchServer.closeDialog());
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [show]);

  if (!view || !catalog) return <p class="loading">Opening the spreadsheet…</p>;
  return (
    <>
      <Simulation
        credentials={view.credentials}
        openSidebar={() => {
          setSide('spreadsheet');
          if (!view.isSidebarOpen) void during('showSidebar', benchServer.chooseMenuItem('showSidebar'));
        }}
      />
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
            inFront={view.inFront}
            paste={(block) => show(benchServer.paste(block))}
            select={benchServer.select}
            addTab={addTab}
            insertRow={(sheetId, afterRow) => show(benchServer.insertRow(sheetId, afterRow))}
            showAllRows={(sheetId) => show(benchServer.showAllRows(sheetId))}
          />
        ) : (
          <StoreCatalog
            catalog={catalog}
            currency={view.currency}
            act={(done) => show(benchServer.actInShopify(done))}
          />
        )}
        {view.isSidebarOpen && <Sidebar key={`${view.user} ${view.sidebarOpened}`} />}
      </main>
      {view.dialog && (
        <Dialog key={view.dialog.number} dialog={view.dialog} close={() => show(benchServer.closeDialog())} />
      )}
    </>
  );
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z; what is being typed into a cell is the cell's own. Answers how to end it. */
function onUndoKeys(act: (which: 'undo' | 'redo') => void): () => void {
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const isOther = !(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key);
    const { target } = event;
    if (isOther || (target instanceof HTMLInputElement && target.dataset.edited !== 'false')) return;
    event.preventDefault();
    act(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
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
      <button type="button" aria-label="Close" onClick={close}>
        ✕
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
