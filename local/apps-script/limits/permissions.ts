import { ServiceException } from '../runtime/exception';
import type { AuthMode, Execution } from '../runtime/execution-state';

const authority = 'https://www.googleapis.com/auth/';
const onlyThisSpreadsheet = `${authority}spreadsheets.currentonly`;
const everySpreadsheet = `${authority}spreadsheets`;

/** Any one of the scopes is enough. */
interface Permission {
  readonly scopes: readonly string[];
  readonly modes: readonly AuthMode[];
}

const sheets: Permission = {
  scopes: [onlyThisSpreadsheet, everySpreadsheet],
  modes: ['LIMITED', 'FULL'],
};
const free: Permission = { scopes: [], modes: ['NONE', 'LIMITED', 'FULL'] };
const withDocument: Permission = { scopes: [], modes: ['LIMITED', 'FULL'] };
const fullOnly = (...scopes: string[]): Permission => ({ scopes, modes: ['FULL'] });
const container = fullOnly(`${authority}script.container.ui`);
const triggers = fullOnly(`${authority}script.scriptapp`);

/**
 * By `Class.method`, else by class, else the spreadsheet's own. Sources: the "Authorization" line of each method
 * in the reference, and https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle.
 */
const permissions: Readonly<Record<string, Permission>> = {
  'SpreadsheetApp.getUi': free,
  'SpreadsheetApp.openById': fullOnly(everySpreadsheet),
  'SpreadsheetApp.openByUrl': fullOnly(everySpreadsheet),
  'SpreadsheetApp.create': fullOnly(everySpreadsheet),
  Ui: container,
  'Ui.createMenu': free,
  'Ui.createAddonMenu': free,
  Menu: free,
  UrlFetchApp: fullOnly(`${authority}script.external_request`),
  HTTPResponse: free,
  Blob: free,
  Utilities: free,
  Logger: free,
  console: free,
  HtmlService: free,
  HtmlOutput: free,
  PropertiesService: withDocument,
  Properties: withDocument,
  CacheService: withDocument,
  Cache: withDocument,
  LockService: withDocument,
  Lock: withDocument,
  ScriptApp: free,
  'ScriptApp.newTrigger': triggers,
  'ScriptApp.getProjectTriggers': triggers,
  'ScriptApp.getUserTriggers': triggers,
  'ScriptApp.deleteTrigger': triggers,
  TriggerBuilder: free,
  ClockTriggerBuilder: free,
  Trigger: free,
  AuthorizationInfo: free,
  StateTokenBuilder: free,
  Service: free,
  Session: free,
  'Session.getActiveUser': fullOnly(`${authority}userinfo.email`),
  'Session.getEffectiveUser': fullOnly(`${authority}userinfo.email`),
  User: fullOnly(`${authority}userinfo.email`),
};

/** Throws Google's text where the mode, the manifest or the user does not allow the call. */
export function requirePermission(execution: Execution, typeName: string, method: string): void {
  const permission = permissions[`${typeName}.${method}`] ?? permissions[typeName] ?? sheets;
  const { scopes } = permission;
  const granted = scopes.length === 0 || scopes.some((scope) => isGranted(execution, scope));
  if (granted && permission.modes.includes(execution.authMode)) return;
  const needed = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes.join('');
  const required = needed === '' ? '' : ` Required permissions: ${needed}`;
  // A box that was left unticked, or that was ticked and taken back, reads otherwise than what a mode forbids.
  const isUnticked =
    !granted && scopes.some((scope) => execution.environment.manifest.oauthScopes.includes(scope));
  throw new ServiceException(
    isUnticked
      ? `Specified permissions are not sufficient to call ${typeName}.${method}.${required}`
      : `You do not have permission to call ${typeName}.${method}${required === '' ? '' : `.${required}`}`,
  );
}

/** Whether the manifest asks for the scope and the user has ticked it. */
export function isGranted({ environment }: Execution, scope: string): boolean {
  return environment.manifest.oauthScopes.includes(scope) && !environment.state.refusedScopes.includes(scope);
}
