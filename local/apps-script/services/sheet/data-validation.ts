import { arrayAt, booleanAt, expectArguments, optionalTextAt, textAt } from '../../runtime/arguments';
import { ServiceException } from '../../runtime/exception';
import { ServiceObject, type ServiceType } from '../../runtime/service-object';
import { a1Notation } from '../../workbook/a1';
import { type Area, columnReader } from '../../workbook/layers';
import type { CellValue, Sheet } from '../../workbook/workbook';

export interface ValidationSelf {
  criterion: { kind: 'list'; values: string[] } | { kind: 'checkbox' } | undefined;
  allowInvalid: boolean;
  helpText: string | null;
}

export function validationObject(self: ValidationSelf): ServiceObject<ValidationSelf> {
  return new ServiceObject(dataValidationType, self);
}

export function newValidation(): ServiceObject<ValidationSelf> {
  return new ServiceObject(validationBuilderType, {
    criterion: undefined,
    allowInvalid: true,
    helpText: null,
  });
}

export const dataValidationType: ServiceType<ValidationSelf> = {
  name: 'DataValidation',
  methods: {
    getAllowInvalid: (self) => self.allowInvalid,
    getHelpText: (self) => self.helpText,
    getCriteriaValues: (self) => (self.criterion?.kind === 'list' ? [self.criterion.values, true] : []),
    copy: (self) => new ServiceObject(validationBuilderType, structuredClone(self)),
  },
};

const validationBuilderType: ServiceType<ValidationSelf> = {
  name: 'DataValidationBuilder',
  methods: {
    requireValueInList: (self, call) => {
      expectArguments(call, 1, 2);
      self.criterion = { kind: 'list', values: arrayAt(call, 0).map(String) };
      return call.object;
    },
    requireCheckbox: (self, call) => {
      expectArguments(call, 0);
      self.criterion = { kind: 'checkbox' };
      return call.object;
    },
    setAllowInvalid: (self, call) => {
      self.allowInvalid = booleanAt(call, 0);
      return call.object;
    },
    setHelpText: (self, call) => {
      self.helpText = optionalTextAt(call, 0) ?? textAt(call, 0);
      return call.object;
    },
    build: (self) => {
      if (self.criterion === undefined)
        throw new ServiceException('The data validation rule has no criteria.');
      return validationObject(structuredClone(self));
    },
  },
};

/** Scripts are held to a rule that rejects input, as people are. */
export function refuseInvalid(
  sheet: Sheet,
  area: Area,
  valueAt: (row: number, column: number) => CellValue,
): void {
  const layer = sheet.layers.dataValidation;
  if (layer === undefined) return;
  for (let offset = 0; offset < area.columnCount; offset += 1) {
    const column = area.column + offset;
    if (layer[column] === undefined) continue;
    const ruleAt = columnReader(layer, column);
    for (let rowOffset = 0; rowOffset < area.rowCount; rowOffset += 1) {
      const text = ruleAt(area.row + rowOffset);
      if (text === undefined) continue;
      const rule = JSON.parse(text) as ValidationSelf;
      if (rule.allowInvalid || accepts(rule, valueAt(rowOffset, offset))) continue;
      const cell = a1Notation({ row: area.row + rowOffset, column, rowCount: 1, columnCount: 1 });
      throw new ServiceException(
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
      );
    }
  }
}

function accepts({ criterion }: ValidationSelf, value: CellValue): boolean {
  if (value === '' || criterion === undefined) return true;
  return criterion.kind === 'checkbox'
    ? typeof value === 'boolean'
    : criterion.values.includes(String(value));
}
