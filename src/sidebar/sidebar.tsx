import { render } from 'preact';
import { App } from './components/app';
import { scriptServer } from './server';

render(<App server={scriptServer} />, document.getElementById('sidebar')!);
