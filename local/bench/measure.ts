import { measureAddOn } from './add-on';
import { measureOfficialClient, measureRowByRow } from './baselines';
import type { Case, Way } from './cases';
import { measureCatalog } from './catalog';
import type { Measured } from './measured';

const MEASURES: Readonly<Record<Way, (each: Case, distDir: string) => Measured | Promise<Measured>>> = {
  'add-on': (each, distDir) => measureCatalog(each, distDir) ?? measureAddOn(each, distDir),
  'row-by-row': measureRowByRow,
  'official-client': measureOfficialClient,
};

/** One case in a process of its own, so that its memory is its own: prints what was measured as JSON. */
async function main([text = '', distDir = '']: readonly string[]): Promise<void> {
  const each = JSON.parse(text) as Case;
  console.log(JSON.stringify(await MEASURES[each.way](each, distDir)));
}

void main(process.argv.slice(2));
