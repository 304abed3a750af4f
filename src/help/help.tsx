import { render } from 'preact';
import { HelpPages } from './help-pages';
import { CHAPTERS, explain, search } from './topics/chapters';

const page = document.getElementById('help')!;

// The script writes into the page what was asked about, before it is shown.
const { message, code, problem } = page.dataset;

render(
  <HelpPages asked={{ message, code, problem }} chapters={CHAPTERS} explain={explain} search={search} />,
  page,
);
