// Asks Google what the stand-in for Apps Script claims. Use an EMPTY spreadsheet that nobody needs.
//  1. Extensions > Apps Script: paste this as the only file, and the add-on's own appsscript.json as the manifest.
//  2. Run liveCheck and allow everything. Open the address in the row "open" of the tab "Live answers".
//  3. In the tab "Scratch": Format > Convert to table. Then run liveTable.
//  4. After 20 minutes run liveCollect. Then File > Download > CSV of the tab "Live answers".
// It changes only the tabs "Live answers" and "Scratch", its own triggers and its own properties.
var TAB = 'Live answers';
var PREFIX = 'live check ';
var TICKS = 4;

function liveCheck() {
  say_('run', { at: new Date().toISOString() });
  [environment, permissions, texts, dates, links, filters, fetches, storage, triggers, callback].forEach(
    (ask) => {
      say_(ask.name, attempt_(ask));
    },
  );
}

// The answer as one row. The "~" keeps Google from reading it as anything but text.
function say_(name, came) {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = spreadsheet.getSheetByName(TAB) || spreadsheet.insertSheet(TAB);
  sheet
    .getRange(sheet.getLastRow() + 1, 1, 1, 2)
    .setNumberFormat('@')
    .setValues([[name, '~' + JSON.stringify(came)]]);
}

// What an action gives, or what it throws: no question stops the others.
function attempt_(action) {
  try {
    return action();
  } catch (error) {
    return { threw: String(error) };
  }
}

function threw_(action) {
  try {
    action();
    return '';
  } catch (error) {
    return String(error);
  }
}

function scratch_() {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var old = spreadsheet.getSheetByName('Scratch');
  if (old) {
    old.clear();
    return old;
  }
  return spreadsheet.insertSheet('Scratch');
}

function environment() {
  var sheet = scratch_();
  return {
    byId: SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheet.getSheetId()).getName() === 'Scratch',
    letters: /\p{L}/u.test('é'),
    decomposed: 'é'.normalize('NFD').length,
  };
}

// Run once with a permission box left unticked too, and write down what the row says.
function permissions() {
  var info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return { status: String(info.getAuthorizationStatus()), url: !!info.getAuthorizationUrl() };
}

// Which texts come back changed from a cell of plain text.
function texts() {
  var sheet = scratch_();
  return ["'abc", "''abc", '-5', "'-5", '-20% Mug', '+1', '@x', '007', '1/2', '3.5', '1E5', 'TRUE', ' x ', '123456789012345678'].map((text, index) => {
    var range = sheet
      .getRange(index + 1, 1)
      .setNumberFormat('@')
      .setValue(text);
    return {
      text: text,
      type: typeof range.getValue(),
      value: String(range.getValue()),
      shown: range.getDisplayValue(),
    };
  });
}

function dates() {
  var range = scratch_().getRange(1, 1).setNumberFormat('yyyy-mm-dd').setValue(new Date(86400000));
  return { tag: Object.prototype.toString.call(range.getValue()), isDate: range.getValue() instanceof Date };
}

// A number as text with a link on it, as the column of Shopify IDs is written.
function links() {
  var range = scratch_().getRange(1, 1).setNumberFormat('@');
  var link = 'https://admin.shopify.com/store/x/products/1';
  range.setRichTextValues([
    [SpreadsheetApp.newRichTextValue().setText('1234567890123').setLinkUrl(link).build()],
  ]);
  return {
    type: typeof range.getValue(),
    shown: range.getDisplayValue(),
    link: range.getRichTextValue().getLinkUrl() === link,
  };
}

function filters() {
  var sheet = scratch_();
  sheet.getRange(1, 1, 3, 1).setValues([['Status'], ['Updated'], ['Error']]);
  var filter = sheet.getRange(1, 1, 3, 1).createFilter();
  filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['Updated']).build());
  var came = {
    hidden: sheet.isRowHiddenByFilter(2),
    other: sheet.isRowHiddenByFilter(3),
    second:
      threw_(() => {
        sheet.getRange(1, 1, 2, 1).createFilter();
      }) !== '',
  };
  filter.remove();
  return came;
}

// One address that the manifest does not list, one store that is not there, one part of a public file.
function fetches() {
  var get = (url, headers) => {
    try {
      return UrlFetchApp.fetch(url, {
        headers: headers || {},
        muteHttpExceptions: true,
        followRedirects: false,
      }).getResponseCode();
    } catch (error) {
      return String(error);
    }
  };
  return {
    notListed: get('https://example.com/'),
    noShop: get('https://no-such-shop-4711-live-check.myshopify.com/admin/api/2026-10/graphql.json'),
    part: get('https://storage.googleapis.com/gcp-public-data-landsat/index.csv.gz', { Range: 'bytes=0-99' }),
  };
}

function storage() {
  var properties = PropertiesService.getUserProperties();
  var tooLong = threw_(() => {
    properties.setProperty(PREFIX + 'long', new Array(9300).join('x'));
  });
  properties.deleteProperty(PREFIX + 'long');
  return {
    tooLong: tooLong,
    absent: properties.getProperty(PREFIX + 'none'),
    documentCache: CacheService.getDocumentCache() !== null,
    cacheTooLong:
      threw_(() => {
        CacheService.getUserCache().put(PREFIX + 'long', new Array(102500).join('x'), 60);
      }) !== '',
  };
}

function triggers() {
  removeTriggers_();
  PropertiesService.getUserProperties().deleteProperty(PREFIX + 'ticks');
  var made = ScriptApp.newTrigger('liveTick').timeBased().after(60000).create();
  return { idType: typeof made.getUniqueId(), listed: ScriptApp.getProjectTriggers().length };
}

// Fires, and makes the next: a trigger that was made in a trigger may never fire.
function liveTick(event) {
  var properties = PropertiesService.getUserProperties();
  var tick = Number(properties.getProperty(PREFIX + 'ticks') || 0) + 1;
  properties.setProperty(PREFIX + 'ticks', String(tick));
  var ids = ScriptApp.getProjectTriggers().map((trigger) => trigger.getUniqueId());
  say_('tick ' + tick, {
    idType: typeof event.triggerUid,
    isListed: ids.indexOf(event.triggerUid) >= 0,
    seesSpreadsheet: !!SpreadsheetApp.getActiveSpreadsheet(),
  });
  if (tick < TICKS) ScriptApp.newTrigger('liveTick').timeBased().after(60000).create();
}

// The address has a token for an hour in it: liveCollect takes it out of the tab.
function callback() {
  var state = ScriptApp.newStateToken()
    .withMethod('liveCallback')
    .withArgument('kept', 'yes')
    .withTimeout(3600)
    .createToken();
  say_(
    'open',
    'https://script.google.com/macros/d/' +
      ScriptApp.getScriptId() +
      '/usercallback?code=c&hmac=h&host=YWRtaW4%3D&shop=x.myshopify.com&timestamp=1&state=' +
      encodeURIComponent(state),
  );
  return { made: state.length > 0 };
}

function liveCallback(event) {
  var names = Object.keys(event.parameter)
    .filter((name) => name !== 'state')
    .sort();
  PropertiesService.getUserProperties().setProperty(
    PREFIX + 'callback',
    JSON.stringify({ names: names, host: event.parameter.host }),
  );
  return HtmlService.createHtmlOutput('Kept. Close this page.');
}

// In a tab that was made a table: may the add-on still write beside it?
function liveTable() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Scratch');
  var column = sheet.getLastColumn() + 1;
  if (column > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
  say_('table', {
    format: threw_(() => {
      sheet.getRange(2, 1).setNumberFormat('@');
    }),
    beside: threw_(() => {
      sheet.getRange(1, column).setValue('Sync status');
    }),
  });
}

function liveCollect() {
  var properties = PropertiesService.getUserProperties();
  say_('returned', JSON.parse(properties.getProperty(PREFIX + 'callback') || 'null'));
  say_('ticks', Number(properties.getProperty(PREFIX + 'ticks') || 0));
  [PREFIX + 'callback', PREFIX + 'ticks'].forEach((name) => {
    properties.deleteProperty(name);
  });
  removeTriggers_();
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(TAB);
  sheet
    .getRange(1, 1, sheet.getLastRow(), 1)
    .getValues()
    .forEach((row, index) => {
      if (row[0] === 'open') sheet.getRange(index + 1, 2).setValue('~"taken out"');
    });
}

function removeTriggers_() {
  ScriptApp.getProjectTriggers().forEach((trigger) => {
    if (trigger.getHandlerFunction() === 'liveTick') ScriptApp.deleteTrigger(trigger);
  });
}
