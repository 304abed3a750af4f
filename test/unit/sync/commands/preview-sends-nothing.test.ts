import { compileCopy } from '../../../support/compile-copy';

const PREVIEW = 'sync/commands/preview-sync.ts';
const UNDO = 'sync/commands/undo-run.ts';
const PUT_BACK = 'sync/commands/put-back.ts';

/** Adds a line after another. */
const addBelow = (line: string, added: string) => (text: string) => text.replace(line, `${line}\n${added}`);

describe('the compiler', () => {
  let refused: ReturnType<typeof compileCopy>;

  beforeAll(() => {
    refused = compileCopy({
      [PREVIEW]: (text) => {
        const begins = 'const nowMs = services.clock.now();';
        const opened = 'const { snapshot } = planned.value;';
        const own =
          "services.shopify.openStore({ shop: '', secretKey: '' }, credentialsIn(services.secrets, ''))";
        return [
          addBelow(begins, `${own}.apply([]);`),
          addBelow(begins, "runSync(services, { groups, kind: 'start' }, { by: 'person' });"),
          addBelow(opened, 'store.apply([]);'),
          addBelow(opened, 'store.bulk.upload([]);'),
          (changed: string) =>
            `import { credentialsIn } from '../../ports/credential';\nimport { runSync } from './run-sync';\n${changed}`,
        ].reduce((changed, edit) => edit(changed), text);
      },
      [UNDO]: addBelow(
        'function previewUndo(services: Services, opened: OpenUndo): Result<UndoPreview> {',
        'opened.open.store.apply([]);',
      ),
      [PUT_BACK]: addBelow('const { state } = open;', 'open.store.apply([]);'),
    });
  }, 60_000);

  const lacks = (name: string) => `Property '${name}' does not exist on type 'StoreReader'.`;

  test('refuses a preview that sends, directly, in bulk, through a store of its own, or as a run', () => {
    expect([...(refused[PREVIEW] ?? [])].sort()).toEqual([
      expect.stringContaining("'WritingServices'"),
      lacks('apply'),
      lacks('apply'),
      lacks('bulk'),
    ]);
  });

  test('refuses a preview of an undo that sends', () => {
    expect(refused[UNDO]).toEqual([lacks('apply')]);
  });

  test('refuses to send while old values are put into the sheet', () => {
    expect(refused[PUT_BACK]).toEqual([lacks('apply')]);
  });

  test('refuses nothing else', () => {
    expect(Object.keys(refused).sort()).toEqual([PREVIEW, PUT_BACK, UNDO].sort());
  });
});
