import { expectArguments, integerAt, serviceAt, signatureMismatch, textAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { drawInteger } from '../runtime/random';
import { type Call, type Method, ServiceObject, type ServiceType } from '../runtime/service-object';
import { parseA1 } from '../workbook/a1';
import { newSheet, refuseTooManyCells, type Sheet, type Workbook } from '../workbook/workbook';
import { rangeObject } from './sheet/range/range';
import { rangeListOf } from './sheet/range/range-list';
import './sheet/sheet';
import { sheetObject } from './sheet/late-objects';

export function spreadsheetObject(workbook: Workbook): ServiceObject<Workbook> {
  return new ServiceObject(spreadsheetType, workbook);
}

/** `insertSheet([name][, index][, options])`, in the orders of the reference. */
function insertSheet(workbook: Workbook, call: Call): ServiceObject {
  expectArguments(call, 0, 1, 2, 3);
  const name = call.args.find((value) => typeof value === 'string');
  const index = call.args.find((value) => typeof value === 'number');
  if (call.args.some((value) => typeof value === 'object')) throw signatureMismatch(call);
  const sheet = newSheet({ id: freshSheetId(workbook, call), name: name ?? freshName(workbook) });
  if (workbook.sheets.some((other) => other.name.toLowerCase() === sheet.name.toLowerCase())) {
    throw new ServiceException(
      `A sheet with the name "${sheet.name}" already exists. Please enter another name.`,
    );
  }
  refuseTooManyCells(workbook, sheet.maxRows * sheet.maxColumns);
  const active = workbook.sheets.findIndex(({ id }) => id === workbook.activeSheetId);
  workbook.sheets.splice(index ?? active + 1, 0, sheet);
  workbook.activeSheetId = sheet.id;
  workbook.selection = [];
  return sheetObject(sheet);
}

function freshSheetId(workbook: Workbook, call: Call): number {
  const { state } = call.execution.environment;
  for (;;) {
    const id = drawInteger(state, 1, 2 ** 31);
    if (workbook.sheets.every((sheet) => sheet.id !== id)) return id;
  }
}

function freshName(workbook: Workbook): string {
  for (let number = workbook.sheets.length + 1; ; number += 1) {
    const name = `Sheet${number}`;
    if (workbook.sheets.every((sheet) => sheet.name !== name)) return name;
  }
}

function activeSheet(workbook: Workbook): Sheet {
  const sheet = workbook.sheets.find(({ id }) => id === workbook.activeSheetId) ?? workbook.sheets[0];
  if (sheet === undefined) throw new Error('A spreadsheet has at least one sheet.');
  return sheet;
}

function deleteSheet(workbook: Workbook, call: Call): void {
  const sheet = serviceAt(call, 0, sheetObject(activeSheet(workbook)).type as ServiceType<Sheet>);
  if (workbook.sheets.length === 1)
    throw new ServiceException("You can't remove all the sheets in a document.");
  const index = workbook.sheets.indexOf(sheet);
  if (index < 0) throw new ServiceException(`Sheet ${sheet.id} not found`);
  workbook.sheets.splice(index, 1);
  if (workbook.activeSheetId === sheet.id) {
    workbook.activeSheetId = (workbook.sheets[Math.max(0, index - 1)] as Sheet).id;
    workbook.selection = [];
  }
}

function activeArea(workbook: Workbook) {
  return workbook.selection[0] ?? { row: 1, column: 1, rowCount: 1, columnCount: 1 };
}

/** The active cell is the first of the active range. */
function activeCell(workbook: Workbook): ServiceObject {
  return rangeObject(activeSheet(workbook), { ...activeArea(workbook), rowCount: 1, columnCount: 1 });
}

function getRange(workbook: Workbook, call: Call): ServiceObject {
  expectArguments(call, 1);
  const fallback = activeSheet(workbook);
  const named = parseA1(textAt(call, 0), fallback);
  const sheet =
    named?.sheetName === undefined ? fallback : workbook.sheets.find(({ name }) => name === named.sheetName);
  const parsed = sheet === undefined ? undefined : parseA1(textAt(call, 0), sheet);
  if (sheet === undefined || parsed === undefined) throw new ServiceException('Range not found');
  return rangeObject(sheet, parsed.area);
}

function moveActiveSheet(workbook: Workbook, call: Call): void {
  const sheet = activeSheet(workbook);
  const position = integerAt(call, 0);
  if (position < 1 || position > workbook.sheets.length) throw new ServiceException('Invalid argument: pos');
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position - 1, 0, sheet);
}

const found = (sheet: Sheet | undefined) => (sheet === undefined ? null : sheetObject(sheet));

const methods: Readonly<Record<string, Method<Workbook>>> = {
  getId: (workbook) => workbook.id,
  getName: (workbook) => workbook.name,
  getUrl: (workbook) => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
  rename: (workbook, call) => {
    workbook.name = textAt(call, 0);
  },
  getSpreadsheetLocale: (workbook) => workbook.locale,
  getSpreadsheetTimeZone: (workbook) => workbook.timeZone,
  setSpreadsheetTimeZone: (workbook, call) => {
    workbook.timeZone = textAt(call, 0);
  },
  getSheets: (workbook) => workbook.sheets.map(sheetObject),
  getNumSheets: (workbook) => workbook.sheets.length,
  getSheetByName: (workbook, call) => {
    const wanted = textAt(call, 0);
    return found(workbook.sheets.find(({ name }) => name === wanted));
  },
  getSheetById: (workbook, call) => {
    const wanted = integerAt(call, 0);
    return found(workbook.sheets.find(({ id }) => id === wanted));
  },
  insertSheet,
  deleteSheet,
  deleteActiveSheet: (workbook, call) => {
    deleteSheet(workbook, { ...call, args: [sheetObject(activeSheet(workbook))] });
    return sheetObject(activeSheet(workbook));
  },
  getActiveSheet: (workbook) => sheetObject(activeSheet(workbook)),
  setActiveSheet: (workbook, call) => {
    const sheet = serviceAt(call, 0, sheetObject(activeSheet(workbook)).type as ServiceType<Sheet>);
    workbook.activeSheetId = sheet.id;
    workbook.selection = [];
    return sheetObject(sheet);
  },
  moveActiveSheet,
  getRange,
  getActiveRange: (workbook) => rangeObject(activeSheet(workbook), activeArea(workbook)),
  getActiveRangeList: (workbook) =>
    rangeListOf(
      activeSheet(workbook),
      workbook.selection.length === 0 ? [activeArea(workbook)] : workbook.selection,
    ),
  getActiveCell: activeCell,
  getCurrentCell: activeCell,
  toast: (_, call) => {
    expectArguments(call, 1, 2, 3);
    call.execution.environment.interface.toasts.push({
      message: String(call.args[0]),
      title: call.args[1] === undefined ? '' : String(call.args[1]),
    });
  },
};

export const spreadsheetType: ServiceType<Workbook> = { name: 'Spreadsheet', methods };
