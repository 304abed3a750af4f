import { signatureMismatch } from '../../../runtime/arguments';
import { ServiceException } from '../../../runtime/exception';
import { type Call, type Method, ServiceObject, type ServiceType } from '../../../runtime/service-object';
import { parseA1 } from '../../../workbook/a1';
import type { Area } from '../../../workbook/layers';
import type { Sheet } from '../../../workbook/workbook';
import { rangeObject, rangeType } from './range';
import { area } from './range-self';

export type RangeListSelf = readonly ReturnType<typeof rangeObject>[];

/** @param notations A1 notations as the script gave them. */
export function rangeListObject(
  sheet: Sheet,
  notations: readonly unknown[],
  call: Call,
): ServiceObject<RangeListSelf> {
  const areas = notations.map((notation) => {
    if (typeof notation !== 'string') throw signatureMismatch(call);
    const parsed = parseA1(notation, sheet);
    if (parsed === undefined) throw new ServiceException('Range not found');
    return parsed.area;
  });
  return rangeListOf(sheet, areas);
}

export function rangeListOf(sheet: Sheet, areas: readonly Area[]): ServiceObject<RangeListSelf> {
  return new ServiceObject(
    rangeListType,
    areas.map((each) => rangeObject(sheet, each)),
  );
}

/** The methods that do to every range what Range's method of the same name does to one. */
const forEach = (name: string): [string, Method<RangeListSelf>] => [
  name,
  (ranges, call) => {
    for (const range of ranges) rangeType.methods[name]?.(range.self, { ...call, object: range });
    return call.object;
  },
];

const rangeListType: ServiceType<RangeListSelf> = {
  name: 'RangeList',
  methods: {
    getRanges: (ranges) => ranges,
    activate: (ranges, call) => {
      const { workbook } = call.execution.environment.state;
      workbook.activeSheetId = ranges[0]?.self.sheet.id ?? workbook.activeSheetId;
      workbook.selection = ranges.map(({ self }) => area(self));
      return call.object;
    },
    ...Object.fromEntries(
      [
        'setValue',
        'setBackground',
        'setFontColor',
        'setFontWeight',
        'setFontStyle',
        'setNote',
        'setNumberFormat',
        'setHorizontalAlignment',
        'setWrapStrategy',
        'clearContent',
        'clearNote',
        'clearFormat',
        'clear',
      ].map(forEach),
    ),
  },
};
