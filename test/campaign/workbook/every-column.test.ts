import { COLUMNS, isField } from '../../../src/catalog/columns/columns';
import { namesOf } from '../../../src/catalog/dialects/dialects';
import { wordOf } from './cells';

/** Fields that no seed edits yet, and where they are tried instead; whoever adds a column plays it or says why not. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  giftCard: 'it cannot be changed',
  category: 'test/add-on/sync, test/add-on/pull: its values are Shopify’s taxonomy',
  publishedAt: 'test/add-on/groups',
  option2Order: 'test/add-on/options, as the first option',
  option3Order: 'test/add-on/options, as the first option',
  tracked: 'it is there and never edited: test/add-on/stock',
  weight: 'two columns make one field: test/add-on/guards',
  provinceCodeOfOrigin: 'test/add-on/tabs',
};

test('each field of the column table is edited by some seed, or it is said where it is tried', () => {
  const played = COLUMNS.filter((column) => isField(column) && namesOf(column).some((name) => wordOf(name)));
  const fields = COLUMNS.filter(isField).map(({ key }) => key);
  const names = new Set<string>(played.map(({ key }) => key));
  expect(fields.filter((key) => !names.has(key) && !ELSEWHERE[key])).toEqual([]);
  expect(
    Object.keys(ELSEWHERE).filter((key) => names.has(key) || !fields.some((one) => one === key)),
  ).toEqual([]);
});
