import { render } from 'preact';
import { App } from './panels/app';
import { scriptServer } from './server/server';

render(<App server={scriptServer} />, document.getElementById('sidebar')!);
