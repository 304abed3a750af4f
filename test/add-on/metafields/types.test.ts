import {
  isMeasure,
  isReference,
  METAFIELD_TYPES,
  type MetafieldType,
  type SingleType,
} from '../../../src/catalog/metafields/types';
import { saidOf } from '../../support/workbench';
import { collect } from '../groups/shop';
import { choiceOf, previewOf, pull } from '../pull/pulling';
import { change, metafieldsIn, sheetOf, shopWith } from './shop';

/** What a person types, and what Shopify has afterwards. */
const TYPED: readonly (readonly [type: MetafieldType, cell: string, stored: string])[] = [
  ['boolean', 'TRUE', 'true'],
  ['color', '#1A2B3C', '#1A2B3C'],
  ['date', '2026-05-31', '2026-05-31'],
  ['date_time', '2026-05-31T18:30:00+02:00', '2026-05-31T16:30:00+00:00'],
  ['id', 'A-1', 'A-1'],
  ['json', '{"b": [1, 2.0]}', '{"b": [1, 2.0]}'],
  ['language', 'pt-BR', 'pt-BR'],
  ['link', 'Care | https://a.example/care', '{"text":"Care","url":"https://a.example/care"}'],
  ['money', '19.9', '{"amount":"19.90","currency_code":"USD"}'],
  ['multi_line_text_field', 'one\ntwo', 'one\ntwo'],
  ['number_decimal', '1,234.50', '1234.5'],
  ['number_integer', '1,234', '1234'],
  [
    'rating',
    '{"value":"4","scale_min":"1","scale_max":"5"}',
    '{"value":"4","scale_min":"1","scale_max":"5"}',
  ],
  [
    'rich_text_field',
    'Hi',
    '{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"Hi"}]}]}',
  ],
  ['single_line_text_field', 'Wool, Silk', 'Wool, Silk'],
  ['url', 'https://a.example', 'https://a.example'],
  ['dimension', '12.5 Inches', '{"value":12.5,"unit":"in"}'],
  ['weight', '2 kg', '{"value":2,"unit":"kg"}'],
  ['volume', '250 ml', '{"value":250,"unit":"ml"}'],
  ['voltage', '230 volts', '{"value":230,"unit":"volts"}'],
  ['metaobject_reference', '7', 'gid://shopify/Metaobject/7'],
  ['list.single_line_text_field', 'Wool\nSilk', '["Wool","Silk"]'],
  ['list.number_integer', '1\n2', '[1,2]'],
  ['list.dimension', '1 cm\n2.5 m', '[{"value":1,"unit":"cm"},{"value":2.5,"unit":"m"}]'],
  ['list.date', '2026-05-31\n2026-06-01', '["2026-05-31","2026-06-01"]'],
  ['list.link', 'A | https://a.example', '[{"text":"A","url":"https://a.example"}]'],
  ['list.metaobject_reference', '7\n8', '["gid://shopify/Metaobject/7","gid://shopify/Metaobject/8"]'],
];

const nameOf = (type: string) => `of_${type.replace('.', '_')}`;

test('every type arrives as Shopify keeps it, 25 values in a request, and is found in step', () => {
  const bench = shopWith();
  const headers = TYPED.map(([type]) => `Metafield: custom.${nameOf(type)} [${type}]`);
  const sheet = { Products: sheetOf(headers, ['hat', ...TYPED.map(([, cell]) => cell)]) };
  const report = bench.sync(sheet);
  expect(saidOf(report)['Products:2']).toMatch(/^created/);
  expect(metafieldsIn(bench)).toEqual(
    TYPED.map(([type, , stored]) => `hat custom.${nameOf(type)} ${stored}`).sort(),
  );
  expect(report.requests.byOperation.metafieldsSet).toBe(2);
  expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toMatch(/^unchanged/);
});

/** Of each type that a table would only repeat: measurements in some unit, and items by ID. */
function cellOf(type: SingleType): string {
  if (isReference(type))
    return (
      {
        product_reference: 'hat',
        variant_reference: 'hat-1',
        collection_reference: 'sale',
        file_reference: FILE,
      }[type as string] ?? '7'
    );
  const known = TYPED.find(([typed]) => typed === type)?.[1];
  return known ?? (isMeasure(type) ? `3.5 ${type}_units` : 'DE');
}

const FILE = 'gid://shopify/MediaImage/77';

/** No item of theirs is in the store, which the values would name. */
const NOT_THERE = /disclosure/;

test.each(['', 'list.'])('all other types too, of each of which an item is there: %s', (list) => {
  const bench = shopWith();
  bench.sync({ Products: sheetOf([], ['hat']) });
  collect(bench, ['Sale']);
  bench.store.state.files.put({
    ...({} as ReturnType<typeof bench.store.state.files.all>[number]),
    id: FILE,
  });
  const types = METAFIELD_TYPES.filter(
    (type) =>
      type.startsWith('list.') === (list !== '') &&
      !NOT_THERE.test(type) &&
      !TYPED.some(([typed]) => typed === type),
  );
  const headers = types.map((type) => `Metafield: more.${nameOf(type)} [${type}]`);
  const sheet = {
    Products: sheetOf(headers, [
      'hat',
      ...types.map((type) => cellOf(type.replace('list.', '') as SingleType)),
    ]),
  };
  const report = bench.sync(sheet);
  expect(saidOf(report)['Products:2']).toMatch(/^updated/);
  expect(saidOf(report)['Products:2']).not.toMatch(/refused/);
  expect(metafieldsIn(bench)).toHaveLength(types.length);
  expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toMatch(/^unchanged/);
  const { tab } = pull(bench, choiceOf('matrixify', { packs: ['basics', 'metafields'] }));
  expect(tab).toBeTruthy();
  expect(previewOf(bench).others).toEqual([]);
});

test('a page is the same under both names that Shopify has had for its kind', () => {
  const bench = shopWith({ key: 'page', type: 'page_reference' });
  const sheet = { Products: sheetOf(['Metafield: custom.page'], ['hat', '7']) };
  bench.sync(sheet);
  change(bench, 'hat', 'page', 'gid://shopify/OnlineStorePage/7');
  expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toMatch(/^unchanged/);
});

test('many values of many products share requests', () => {
  const bench = shopWith();
  const header = 'Metafield: custom.place [number_integer]';
  const rows = Array.from({ length: 60 }, (_, index) => index);
  const sync = (plus: number) =>
    bench.sync({
      Products: sheetOf([header], ...rows.map((index) => [`p${index}`, String(index * index + plus)])),
    });
  const before = sync(1).requests.byOperation.metafieldsSet ?? 0;
  expect((sync(2).requests.byOperation.metafieldsSet ?? 0) - before).toBe(3);
  expect(metafieldsIn(bench)).toHaveLength(60);
});
