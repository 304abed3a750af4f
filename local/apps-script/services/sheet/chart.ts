import { integerAt, serviceAt, textAt } from '../../runtime/arguments';
import { ServiceException } from '../../runtime/exception';
import { type Method, ServiceObject, type ServiceType } from '../../runtime/service-object';
import type { Area } from '../../workbook/layers';
import type { Sheet, SheetChart } from '../../workbook/workbook';
import { rangeObject, rangeType } from './range/range';
import { area } from './range/range-self';

/** A chart is remembered, not drawn: where it stands, and of which ranges it is made. */
interface BuilderSelf {
  readonly sheet: Sheet;
  readonly ranges: Area[];
  type: string;
  title: string;
  headers: number;
  anchor: SheetChart['anchor'] | undefined;
}

const asType =
  (type: string): Method<BuilderSelf> =>
  (builder, call) => {
    builder.type = type;
    return call.object;
  };

const chartBuilderType: ServiceType<BuilderSelf> = {
  name: 'EmbeddedChartBuilder',
  methods: {
    asLineChart: asType('LINE'),
    asColumnChart: asType('COLUMN'),
    addRange: (builder, call) => {
      builder.ranges.push(area(serviceAt(call, 0, rangeType)));
      return call.object;
    },
    setNumHeaders: (builder, call) => {
      builder.headers = integerAt(call, 0);
      return call.object;
    },
    setOption: (builder, call) => {
      if (textAt(call, 0) === 'title') builder.title = textAt(call, 1);
      return call.object;
    },
    setPosition: (builder, call) => {
      const [row, column] = [integerAt(call, 0), integerAt(call, 1)];
      rangeObject(builder.sheet, { row, column, rowCount: 1, columnCount: 1 });
      builder.anchor = { row, column };
      integerAt(call, 2);
      integerAt(call, 3);
      return call.object;
    },
    build: ({ type, title, ranges, headers, anchor }) => {
      if (ranges.length === 0 || anchor === undefined)
        throw new ServiceException('The chart needs a range and a position.');
      return new ServiceObject(chartType, { type, title, ranges, headers, anchor });
    },
  },
};

const chartType: ServiceType<SheetChart> = {
  name: 'EmbeddedChart',
  methods: {},
};

/** Methods of Sheet that make charts and list them. */
export const chartMethods: Readonly<Record<string, Method<Sheet>>> = {
  newChart: (sheet) =>
    new ServiceObject(chartBuilderType, {
      sheet,
      ranges: [],
      type: 'COLUMN',
      title: '',
      headers: 0,
      anchor: undefined,
    }),
  insertChart: (sheet, call) => {
    sheet.charts = [...(sheet.charts ?? []), serviceAt(call, 0, chartType)];
  },
  getCharts: (sheet) => (sheet.charts ?? []).map((chart) => new ServiceObject(chartType, chart)),
};
