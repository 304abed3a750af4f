import type { Authorization } from '../../ports/triggers';

/**
 * An hour, the most that Google allows.
 * Source: https://developers.google.com/apps-script/reference/script/state-token-builder
 */
const STATE_LIFETIME_SECONDS = 3600;

export const scriptAuthorization: Authorization = {
  redirectUri: () => `https://script.google.com/macros/d/${ScriptApp.getScriptId()}/usercallback`,
  newState(callback, args) {
    const builder = ScriptApp.newStateToken().withMethod(callback).withTimeout(STATE_LIFETIME_SECONDS);
    return Object.entries(args)
      .reduce((built, [name, value]) => built.withArgument(name, value), builder)
      .createToken();
  },
};

/**
 * Shows Google's permission screen and ends the execution if a box of it was left unticked. A caught exception would
 * keep the screen from showing, so menu items call this before anything else.
 * Source: https://developers.google.com/apps-script/reference/script/script-app#requireAllScopes(AuthMode)
 */
export function requireAllScopes(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}
