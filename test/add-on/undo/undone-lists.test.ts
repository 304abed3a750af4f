import type { RunView } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { answered, rowsOf, said, sync, undoLast } from '../../support/running';
import { openWorkbench } from '../../support/workbench';
import { collect } from '../groups/shop';
import { define } from '../metafields/shop';

const MATERIALS = 'Metafield: custom.materials [list.single_line_text_field]';
const LINES = ['Boiled wool from Wales', 'Tweed', 'Silk', 'Linen', 'Cotton'].join('\n');
const FIRST: Readonly<Record<string, string>> = {
  Handle: 'mug',
  Title: 'Mug',
  SKU: 'M',
  Price: '5.00',
  Tags: 'a, b',
  Collections: 'Sale',
  Channels: 'Online Store',
  Barcodes: '4006381333931, 4012345678901',
  [MATERIALS]: LINES,
};
const header = Object.keys(FIRST);
const file = (edited: Readonly<Record<string, string>> = {}) =>
  csvOf([header, header.map((name) => ({ ...FIRST, ...edited })[name] ?? '')]);

const LISTS: Readonly<Record<string, [edited: Record<string, string>, says: string]>> = {
  'a tag that took the place of another': [
    { Tags: 'a, c' },
    'Tags (only Shopify has b, only the cell has c)',
  ],
  'a tag that was added': [{ Tags: 'a, b, c' }, 'Tags (only the cell has c)'],
  'tags that were emptied': [{ Tags: '[clear]' }, 'Tags (only Shopify has a, b)'],
  'tags that were added and removed by their signs': [
    { Tags: '+x, -a' },
    'Tags (only Shopify has a, only the cell has x)',
  ],
  'many tags': [
    { Tags: 'a, b, t1, t2, t3, t4, t5, t6, t7' },
    'Tags (only the cell has t1, t2, t3, t4, t5 and 2 more)',
  ],
  'a collection for another': [
    { Collections: 'Winter' },
    'Collections (only Shopify has Sale, only the cell has Winter)',
  ],
  'collections that were emptied': [{ Collections: '[clear]' }, 'Collections (only Shopify has Sale)'],
  'a channel for another': [
    { Channels: 'Point of Sale' },
    'Channels (only Shopify has Online Store, only the cell has Point of Sale)',
  ],
  barcodes: [{ Barcodes: '4006381333931' }, 'Barcodes 4006381333931 → 4006381333931, 4012345678901'],
  'a long list of the shop’s own': [
    { [MATERIALS]: LINES.replace('Cotton', 'Hemp') },
    `${MATERIALS} “…Silk\nLinen\nHemp” → “…Silk\nLinen\nCotton”`,
  ],
};

describe('after an undo each sync says what of a list the cell and Shopify have alone:', () => {
  test.each(Object.entries(LISTS))('%s', (_, [edited, says]) => {
    const bench = openWorkbench();
    collect(bench, ['Sale'], ['Winter']);
    define(bench, { key: 'materials', type: 'list.single_line_text_field' });
    bench.sync({ Products: file() });
    bench.clock.advance(120_000);
    bench.sync({ Products: file(edited) });
    bench.clock.advance(120_000);
    undoLast(bench);
    const words = `Held Undone: ${says}. Edit the cell to send it again.`;
    for (const _time of [1, 2]) {
      bench.clock.advance(120_000);
      sync(bench);
      expect(said(bench, 2)).toBe(words);
    }
    expect(foreseenRows(bench)[0]?.slice(2).join(' ')).toContain(words);
  });
});

describe('after an undo the old list can be put back into its cell', () => {
  test.each([
    ['Tags', '[clear]', 'a, b'],
    ['Tags', 'a, c', 'a, b'],
    ['Collections', '[clear]', 'Sale'],
    ['Collections', 'Winter', 'Sale'],
    ['Channels', '[clear]', 'Online Store'],
    ['Barcodes', '[clear]', '4006381333931, 4012345678901'],
    [MATERIALS, '[clear]', LINES],
  ])('of %s where it said %s', (column, typed, old) => {
    const bench = openWorkbench();
    collect(bench, ['Sale'], ['Winter']);
    define(bench, { key: 'materials', type: 'list.single_line_text_field' });
    bench.sync({ Products: file() });
    bench.clock.advance(120_000);
    bench.sync({ Products: file({ [column]: typed }) });
    bench.clock.advance(120_000);
    undoLast(bench);
    const [undo] = answered(bench.call<readonly RunView[]>('listRuns'));
    const { shown } = answered(bench.call<OldValues>('putBack', { undo: undo?.number }));
    expect(shown.map((value) => value.column)).toEqual([column]);
    const keys = shown.map(({ key }) => key);
    expect(answered(bench.call<OldValues>('putBack', { undo: undo?.number, keys })).written).toBe(1);
    expect(rowsOf(bench)[1]?.[header.indexOf(column)]).toBe(old);
    bench.clock.advance(120_000);
    sync(bench);
    expect(foreseenRows(bench)[0]?.slice(2)).toEqual(['Up to date']);
  });
});
