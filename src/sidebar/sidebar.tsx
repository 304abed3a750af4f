import { render } from 'preact';
import { App } from './panels/app';
import { ChangesPage } from './panels/changes/changes-page';
import { scriptServer } from './server/server';
import { panelNamed } from './state/sidebar-state';

const page = document.getElementById('sidebar')!;

render(
  page.dataset.panel === 'changes' ? (
    <ChangesPage server={scriptServer} />
  ) : (
    <App server={scriptServer} panel={panelNamed(page.dataset.panel)} />
  ),
  page,
);
