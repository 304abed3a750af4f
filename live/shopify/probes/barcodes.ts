import { listAt, textAt } from '../../question';
import { type Answered, refusalsOf } from '../admin';
import { type Bench, draftOf, type Probe } from '../bench';

const UPDATE = `mutation LiveCheckBarcodes($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants) {
    productVariants { barcode barcodes(first: 20) { nodes { value type } } }
    userErrors { code field message }
  }
}`;

/** Its check digit is right; codes without a type are kept as they are sent. */
const EAN = '5901234123457';

export const barcodeProbes: readonly Probe[] = [
  {
    id: 'barcodes-list',
    question: 'Does a variant take several barcodes, and keep their order and types?',
    words: 'yes: the first is what the old field says',
    expected: [{ refused: [], first: EAN, all: [`${EAN} EAN`, 'live-2'] }],
    run: (bench) => write(bench, { barcodes: [{ value: EAN, type: 'EAN' }, { value: 'live-2' }] }),
  },
  {
    id: 'barcodes-old-write',
    question: 'What does a write of the old barcode do to the others?',
    words:
      'they are lost. No page says it; the add-on never writes so where there are others, so that any answer is safe',
    expected: [{ refused: [], first: 'live-3', all: ['live-3'] }],
    run: (bench) => write(bench, { barcode: 'live-3' }),
  },
];

async function write(bench: Bench, input: object) {
  const { id, variantId } = draftOf(bench);
  const answer: Answered = await bench.admin.ask(UPDATE, {
    productId: id,
    variants: [{ id: variantId, ...input }],
  });
  const path = 'data.productVariantsBulkUpdate.productVariants.0';
  const all = listAt(answer.body, `${path}.barcodes.nodes`);
  return {
    answer: {
      refused: refusalsOf(answer, 'productVariantsBulkUpdate'),
      first: textAt(answer.body, `${path}.barcode`),
      all: all.map((one) => `${textAt(one, 'value')} ${textAt(one, 'type')}`.trim()),
    },
    seen: answer.body,
  };
}
