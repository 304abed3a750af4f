import { ServiceException } from '../runtime/exception';
import type { Execution } from '../runtime/execution-state';
import { type Call, Enumeration, ServiceObject, type ServiceType } from '../runtime/service-object';
import { newValidation } from './sheet/data-validation';
import { newFilterCriteria } from './sheet/filter';
import { richTextBuilderType } from './sheet/rich-text';
import { spreadsheetObject, spreadsheetType } from './spreadsheet';
import { uiObject } from './ui';

/** `null` where a trigger has no spreadsheet of its own. */
function activeSpreadsheet({ execution }: Call): ServiceObject | null {
  const { state, triggersSeeSpreadsheet } = execution.environment;
  if (execution.kind === 'trigger' && !triggersSeeSpreadsheet) return null;
  return spreadsheetObject(state.workbook);
}

/** Methods that SpreadsheetApp hands on to the active spreadsheet. */
const handedOn = (name: string) => (_: null, call: Call) => {
  const spreadsheet = activeSpreadsheet(call);
  if (spreadsheet === null) return null;
  return spreadsheetType.methods[name]?.(spreadsheet.self as never, { ...call, object: spreadsheet });
};

function getUi(execution: Execution): ServiceObject {
  if (execution.kind === 'trigger') {
    throw new ServiceException('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return uiObject;
}

const spreadsheetAppType: ServiceType<null> = {
  name: 'SpreadsheetApp',
  methods: {
    getActive: (_, call) => activeSpreadsheet(call),
    getActiveSpreadsheet: (_, call) => activeSpreadsheet(call),
    getActiveSheet: handedOn('getActiveSheet'),
    getActiveRange: handedOn('getActiveRange'),
    getActiveRangeList: handedOn('getActiveRangeList'),
    getCurrentCell: handedOn('getCurrentCell'),
    setActiveSheet: handedOn('setActiveSheet'),
    getUi: (_, { execution }) => getUi(execution),
    /** Writes take effect at once here, so that there is nothing to write out. */
    flush: () => undefined,
    newRichTextValue: () => new ServiceObject(richTextBuilderType, { text: '', links: [] }),
    newDataValidation: () => newValidation(),
    newFilterCriteria: () => newFilterCriteria(),
  },
  enumerations: {
    WrapStrategy: new Enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']),
    BandingTheme: new Enumeration('BandingTheme', [
      'LIGHT_GREY',
      'CYAN',
      'GREEN',
      'YELLOW',
      'ORANGE',
      'BLUE',
      'TEAL',
    ]),
    Dimension: new Enumeration('Dimension', ['COLUMNS', 'ROWS']),
    ProtectionType: new Enumeration('ProtectionType', ['RANGE', 'SHEET']),
  },
};

export const spreadsheetApp = new ServiceObject(spreadsheetAppType, null);
