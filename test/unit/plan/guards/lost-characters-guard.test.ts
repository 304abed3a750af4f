import fc from 'fast-check';
import type { Evidence } from '../../../../src/plan/guards/evidence';
import { lostZeros } from '../../../../src/plan/guards/lost-characters-guard';

/** New products by their handles, beside products that were synced before. */
function evidenceOf(added: readonly string[], synced: readonly string[]) {
  const products = jest.fn(() => synced.map((handle) => ({ handle: [handle, handle] })));
  const pieces = added.map((name) => ({ kind: 'new', creates: { names: [name] } }));
  return { evidence: { pieces, input: { base: { products } } } as unknown as Evidence, products };
}

const held = (added: readonly string[], synced: readonly string[]) =>
  lostZeros(evidenceOf(added, synced).evidence).map(({ reason }) => reason);

test.each([
  ['45', '0045'],
  ['45.0', '45'],
  ['4006381333900', '4006381333931'],
  ['123456789012345000', '123456789012345678'],
])('a new product %s is held beside %s, of which a spreadsheet may have made it', (added, synced) => {
  expect(held([added], ['hat', synced])).toEqual([expect.stringContaining(`${added} of ${synced}`)]);
});

test.each([
  ['0045', '45'],
  ['46', '0045'],
  ['hat', 'Hat'],
  ['4006381333901', '4006381333931'],
])('a new product %s is not held beside %s', (added, synced) => {
  expect(held([added], [synced])).toEqual([]);
});

test('among many products the same is held as beside each of them alone', () => {
  const digits = fc.stringMatching(/^0{0,2}[1-3]{1,3}[0-2]{0,4}([.,]0{1,2})?$/);
  const long = fc.stringMatching(/^[12]{1,2}[0-3]{3,15}0{0,4}$/);
  const handle = fc.oneof(digits, long, fc.constant('hat'));
  let found = 0;
  fc.assert(
    fc.property(handle, fc.array(handle, { maxLength: 40 }), (added, synced) => {
      const isHeld = held([added], synced).length > 0;
      found += isHeld ? 1 : 0;
      expect(isHeld).toBe(synced.some((one) => held([added], [one]).length > 0));
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(0);
});

test('the products of a shop are gone through once, however many are new', () => {
  const names = Array.from({ length: 100 }, (_, index) => `${1_000 + index}`);
  const { evidence, products } = evidenceOf(names, ['hat', '01050']);
  expect(lostZeros(evidence)).toHaveLength(1);
  expect(products).toHaveBeenCalledTimes(1);
});
