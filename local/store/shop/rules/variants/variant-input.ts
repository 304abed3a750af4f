import type { UnitPriceMeasurement } from '../../state/product';
import type { InventoryItemInput } from '../inventory-item-input';
import { longestText } from '../limits';
import type { MetafieldInput } from '../metafields/metafield-input';
import { type BarcodeInput, checkBarcodes } from './barcodes';
import type { VariantProblem } from './variant-problem';

export interface VariantOptionValueInput {
  readonly linkedMetafieldValue?: string | null;
  readonly id?: string | null;
  readonly name?: string | null;
  readonly optionId?: string | null;
  readonly optionName?: string | null;
}

/** Fields that ProductVariantsBulkInput and ProductVariantSetInput have in common. */
export interface VariantInput {
  readonly id?: string | null;
  readonly barcode?: string | null;
  readonly barcodes?: readonly BarcodeInput[] | null;
  readonly price?: string | null;
  readonly compareAtPrice?: string | null;
  readonly sku?: string | null;
  readonly inventoryPolicy?: 'DENY' | 'CONTINUE' | null;
  readonly taxable?: boolean | null;
  readonly taxCode?: string | null;
  readonly requiresComponents?: boolean | null;
  readonly showUnitPrice?: boolean | null;
  readonly unitPriceMeasurement?: Partial<UnitPriceMeasurement> | null;
  readonly inventoryItem?: InventoryItemInput | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly optionValues?: readonly VariantOptionValueInput[] | null;
}

const tooLarge = 1e18;

/** Prices, cost and lengths, each with the code of the productVariantsBulk mutations (recorded). */
export function checkVariantInput(input: VariantInput): VariantProblem[] {
  const problems: VariantProblem[] = [];
  const amount = (value: string | null | undefined, at: readonly string[], label: string): void => {
    if (value == null) return;
    if (Number(value) < 0) {
      const message = `${label} must be greater than or equal to 0`;
      problems.push({ at, message, code: 'GREATER_THAN_OR_EQUAL_TO' });
    } else if (Number(value) >= tooLarge) {
      problems.push({ at, message: `${label} must be less than ${BigInt(tooLarge)}`, code: 'INVALID_INPUT' });
    }
  };
  const length = (value: string | null | undefined, at: readonly string[], label: string): void => {
    if ((value?.length ?? 0) <= longestText) return;
    problems.push({
      at,
      message: `${label} is too long (maximum is ${longestText} characters)`,
      code: 'TOO_LONG',
    });
  };
  if (input.price === null)
    problems.push({ at: ['price'], message: "Price can't be blank", code: 'INVALID' });
  amount(input.price, ['price'], 'Price');
  amount(input.compareAtPrice, ['compareAtPrice'], 'Compare at price');
  amount(input.inventoryItem?.cost, ['inventoryItem', 'cost'], 'Cost per item');
  length(input.sku, ['sku'], 'SKU');
  length(input.inventoryItem?.sku, ['inventoryItem', 'sku'], 'SKU');
  length(input.barcode, ['barcode'], 'Barcode');
  problems.push(...checkBarcodes(input));
  const { harmonizedSystemCode, measurement } = input.inventoryItem ?? {};
  if (harmonizedSystemCode && !isHarmonizedCode(harmonizedSystemCode)) {
    const at = ['inventoryItem', 'harmonizedSystemCode'];
    problems.push({ at, message: harmonizedCodeMessage, code: 'INVALID_INPUT' });
  }
  if (measurement?.weight && measurement.weight.value < 0) {
    const at = ['inventoryItem', 'measurement', 'weight'];
    problems.push({
      at,
      message: 'Weight must be greater than or equal to 0',
      code: 'GREATER_THAN_OR_EQUAL_TO',
    });
  }
  return problems;
}

export const harmonizedCodeMessage =
  'Harmonized system code must be a number between six and thirteen digits';

/** Dots and blanks are allowed on the way in and dropped (recorded: `1234.56` → `123456`). */
export const isHarmonizedCode = (code: string): boolean => /^\d{6,13}$/.test(code.replace(/[.\s]/g, ''));
