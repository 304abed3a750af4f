import { arrayAt, integerAt, serviceAt, textAt } from '../../runtime/arguments';
import { NotImplementedError, ServiceException } from '../../runtime/exception';
import { type Method, ServiceObject, type ServiceType } from '../../runtime/service-object';
import { displayText } from '../../workbook/display-text';
import { columnReader } from '../../workbook/layers';
import { sheetLocale } from '../../workbook/locale';
import type { Sheet, SheetFilter, Workbook } from '../../workbook/workbook';
import { provideType } from './late-objects';
import { rangeObject } from './range/range';

function filterOf(sheet: Sheet): SheetFilter {
  if (sheet.filter === null) throw new ServiceException('The filter does not exist anymore.');
  return sheet.filter;
}

/**
 * Whether the tab's filter hides the row, by what its cells show now. In Google a row that is edited stays as it is
 * until the filter is applied again.
 */
export function isHiddenByFilter(
  sheet: Sheet,
  row: number,
  { locale: name }: Pick<Workbook, 'locale'>,
): boolean {
  const { filter } = sheet;
  if (!filter || row <= filter.area.row || row >= filter.area.row + filter.area.rowCount) return false;
  const locale = sheetLocale(name);
  return Object.entries(filter.criteria).some(([key, criterion]) => {
    const column = Number(key);
    const format = columnReader(sheet.layers.numberFormat, column)(row);
    const shown = displayText(sheet.rows[row - 1]?.[column - 1] ?? '', format, locale);
    return hides(JSON.parse(criterion) as CriteriaSelf, shown);
  });
}

function hides({ hiddenValues, condition }: CriteriaSelf, shown: string): boolean {
  if (hiddenValues.includes(shown)) return true;
  if (!condition) return false;
  const [word = ''] = condition.values;
  const [text, own] = [shown.toLowerCase(), word.toLowerCase()];
  switch (condition.name) {
    case 'whenTextContains':
      return !text.includes(own);
    case 'whenTextDoesNotContain':
      return text.includes(own);
    case 'whenTextEqualTo':
      return text !== own;
    case 'whenTextStartsWith':
      return !text.startsWith(own);
    case 'whenCellNotEmpty':
      return shown === '';
    case 'whenCellEmpty':
      return shown !== '';
    default:
      throw new NotImplementedError(`A filter with ${condition.name}`);
  }
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

const criteriaType: ServiceType<CriteriaSelf> = {
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

const criteriaBuilderType: ServiceType<CriteriaSelf> = {
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

provideType('filter', filterType);
