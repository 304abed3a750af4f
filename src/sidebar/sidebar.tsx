import { render } from 'preact';
import { App } from './panels/app';
import { scriptServer } from './server/server';
import { panelNamed } from './state/sidebar-state';

const page = document.getElementById('sidebar')!;

render(<App server={scriptServer} panel={panelNamed(page.dataset.panel)} />, page);
