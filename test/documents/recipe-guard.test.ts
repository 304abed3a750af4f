import { type Edits, evaluateIn, refusedIn, withCopy } from '../support/compile-copy';
import { filesOf } from './recipe-files';

const GUARD = `
  import type { Evidence, Suspect } from './evidence';
  import { GUARD_LIMITS } from './limits';

  export function longVendors({ pieces }: Evidence): Suspect[] {
    return pieces
      .filter(({ kind, to }) => kind === 'vendor' && to.length > GUARD_LIMITS.vendorLength)
      .map((piece) => ({ piece, reason: 'it is a very long vendor' }));
  }`;

const ALL: Edits = {
  'plan/guards/vendor-guard.ts': GUARD,
  'plan/guards/limits.ts': (text) =>
    text.replace('export const GUARD_LIMITS = {', 'export const GUARD_LIMITS = {\n  vendorLength: 10,'),
  'plan/guards/suspicious-changes.ts': (text) =>
    `import { longVendors } from './vendor-guard';\n${text}`.replace(
      'export const GUARDS: readonly Guard[] = [',
      'export const GUARDS: readonly Guard[] = [\n  longVendors,',
    ),
};

const JOURNEY = `
  import { guardActions } from './plan/guards/suspicious-changes';
  import { buildBase } from './plan/model/build-base';

  const ref = { sheetId: 1, tab: 'Own', row: 2 };
  const change = (to: string) => ({ key: 'vendor', from: 'Acme', to, sheet: to, ref, column: 'Vendor' });
  const action = (to: string) => ({
    kind: 'update-product', ref, productId: 'gid://shopify/Product/1', changes: [change(to)], images: [], imageOrder: [],
  });
  const context = {
    desired: { products: [], variants: [], rows: [ref], skipped: [], issues: [] },
    snapshot: { products: new Map(), variants: new Map(), levels: new Map(), matchesBySku: new Map() },
    base: buildBase([]),
    recent: () => new Map(),
    confirmed: new Set(),
    refused: new Set(),
    waiting: new Set(),
  };
  const heldOf = (to: string) => guardActions([action(to)] as any, context as any).held.map(({ reason }) => reason);
  export const result = { short: heldOf('Acme Inc'), long: heldOf('Acme Incorporated') };`;

describe('a further guard', () => {
  test('holds what it finds, with the files of its recipe and no other', () => {
    const [refused, result] = withCopy(ALL, (root) => [refusedIn(root), evaluateIn(root, JOURNEY)]);
    expect(refused).toEqual({});
    expect(result).toEqual({ short: [], long: ['it is a very long vendor'] });
    const named = filesOf('A guard');
    const old = Object.keys(ALL).filter((file) => file !== 'plan/guards/vendor-guard.ts');
    expect(named.filter((file) => file.endsWith('.ts')).sort()).toEqual(
      old.map((file) => `src/${file}`).sort(),
    );
  }, 60_000);
});
