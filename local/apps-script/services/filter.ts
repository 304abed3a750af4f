import { arrayAt, integerAt, serviceAt, textAt } from '../arguments';
import { ServiceException } from '../exception';
import { type Method, ServiceObject, type ServiceType } from '../service-object';
import type { Sheet, SheetFilter } from '../workbook/workbook';
import { rangeObject } from './range';

/** A filter is remembered and shown, not applied: rows that it would hide count all the same. */
export function filterObject(sheet: Sheet): ServiceObject<Sheet> {
  return new ServiceObject(filterType, sheet);
}

function filterOf(sheet: Sheet): SheetFilter {
  if (sheet.filter === null) throw new ServiceException('The filter does not exist anymore.');
  return sheet.filter;
}

const filterType: ServiceType<Sheet> = {
  name: 'Filter',
  methods: {
    getRange: (sheet) => rangeObject(sheet, filterOf(sheet).area),
    remove: (sheet) => {
      filterOf(sheet);
      sheet.filter = null;
    },
    setColumnFilterCriteria: (sheet, call) => {
      const filter = filterOf(sheet);
      const column = integerAt(call, 0);
      const { area } = filter;
      if (column < area.column || column >= area.column + area.columnCount) {
        throw new ServiceException('The column is not in the range of the filter.');
      }
      const criterion = call.args[1] === null ? undefined : serviceAt(call, 1, criteriaType);
      if (criterion === undefined) delete filter.criteria[column];
      else filter.criteria[column] = JSON.stringify(criterion);
      return call.object;
    },
    getColumnFilterCriteria: (sheet, call) => {
      const known = filterOf(sheet).criteria[integerAt(call, 0)];
      return known === undefined ? null : new ServiceObject(criteriaType, JSON.parse(known));
    },
    removeColumnFilterCriteria: (sheet, call) => {
      delete filterOf(sheet).criteria[integerAt(call, 0)];
      return call.object;
    },
  },
};

/** The criterion's method and its arguments, as they were given. */
interface CriteriaSelf {
  hiddenValues: string[];
  condition: { name: string; values: string[] } | null;
}

export const criteriaType: ServiceType<CriteriaSelf> = {
  name: 'FilterCriteria',
  methods: {
    getHiddenValues: (self) => self.hiddenValues,
    copy: (self) => new ServiceObject(criteriaBuilderType, structuredClone(self)),
  },
};

const condition =
  (name: string, argumentCount: number): Method<CriteriaSelf> =>
  (self, call) => {
    self.condition = {
      name,
      values: Array.from({ length: argumentCount }, (_, index) => textAt(call, index)),
    };
    return call.object;
  };

export const criteriaBuilderType: ServiceType<CriteriaSelf> = {
  name: 'FilterCriteriaBuilder',
  methods: {
    setHiddenValues: (self, call) => {
      self.hiddenValues = arrayAt(call, 0).map(String);
      return call.object;
    },
    whenTextContains: condition('whenTextContains', 1),
    whenTextDoesNotContain: condition('whenTextDoesNotContain', 1),
    whenTextEqualTo: condition('whenTextEqualTo', 1),
    whenTextStartsWith: condition('whenTextStartsWith', 1),
    whenCellNotEmpty: condition('whenCellNotEmpty', 0),
    whenCellEmpty: condition('whenCellEmpty', 0),
    whenFormulaSatisfied: condition('whenFormulaSatisfied', 1),
    build: (self) => new ServiceObject(criteriaType, structuredClone(self)),
  },
};

export function newFilterCriteria(): ServiceObject<CriteriaSelf> {
  return new ServiceObject(criteriaBuilderType, { hiddenValues: [], condition: null });
}
