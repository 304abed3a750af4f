import { ServiceObject } from '../runtime/service-object';
import { cacheService } from './cache';
import { htmlService } from './html';
import { lockService } from './lock';
import { consoleService, loggerService } from './logging';
import { propertiesService } from './properties';
import { scriptApp } from './script-app';
import { sessionService } from './session';
import { spreadsheetApp } from './spreadsheet-app';
import { urlFetchApp } from './url-fetch';
import { utilities } from './utilities';

/** Services that Google has and this runtime does not: every use says so. */
const absent = [
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'MailApp',
  'Maps',
  'MimeType',
  'SitesApp',
  'SlidesApp',
  'XmlService',
] as const;

/** The global names of Apps Script. */
export const services: Readonly<Record<string, ServiceObject>> = {
  SpreadsheetApp: spreadsheetApp,
  PropertiesService: propertiesService,
  CacheService: cacheService,
  LockService: lockService,
  UrlFetchApp: urlFetchApp,
  Utilities: utilities,
  ScriptApp: scriptApp,
  HtmlService: htmlService,
  Session: sessionService,
  Logger: loggerService,
  console: consoleService,
  ...Object.fromEntries(absent.map((name) => [name, new ServiceObject({ name, methods: {} }, null)])),
};
