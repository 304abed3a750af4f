import { limits } from '../limits/limits';
import { isGranted } from '../limits/permissions';
import { arrayAt, expectArguments, integerAt, memberAt, serviceAt, textAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { drawUuid } from '../runtime/random';
import { type Call, Enumeration, ServiceObject, type ServiceType } from '../runtime/service-object';
import {
  eventType,
  ownTriggers,
  triggerBuilder,
  triggerObject,
  triggerSource,
  triggerType,
} from './clock-trigger';

/** The id that redirect URIs contain: `https://script.google.com/macros/d/{id}/usercallback`. */
export const scriptId = 'local-script';

export const authMode = new Enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const authorizationStatus = new Enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

const installationSource = new Enumeration('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
]);

interface AuthorizationSelf {
  readonly scopes: readonly string[];
  readonly missing: readonly string[];
}

const authorizationInfoType: ServiceType<AuthorizationSelf> = {
  name: 'AuthorizationInfo',
  methods: {
    getAuthorizationStatus: ({ missing }) =>
      authorizationStatus.member(missing.length === 0 ? 'NOT_REQUIRED' : 'REQUIRED'),
    getAuthorizationUrl: ({ missing }) =>
      missing.length === 0 ? null : `https://script.google.com/d/${scriptId}/authorize`,
    getAuthorizedScopes: ({ scopes, missing }) => scopes.filter((scope) => !missing.includes(scope)),
  },
};

/** Permissions that the mode needs, for the named scopes or else for all of the manifest. */
function authorization(call: Call, scopes: readonly string[]): AuthorizationSelf {
  memberAt(call, 0, 'AuthMode');
  return { scopes, missing: scopes.filter((scope) => !isGranted(call.execution, scope)) };
}

const scopesAt = (call: Call): readonly string[] =>
  call.args.length > 1 ? arrayAt(call, 1).map(String) : call.execution.environment.manifest.oauthScopes;

/** Google shows its consent screen and ends the execution. */
function requireScopes(call: Call): void {
  if (authorization(call, scopesAt(call)).missing.length === 0) return;
  throw new ServiceException('Authorization is required to perform that action.');
}

interface TokenSelf {
  method: string;
  readonly arguments: Record<string, string>;
  seconds: number;
}

const stateTokenBuilderType: ServiceType<TokenSelf> = {
  name: 'StateTokenBuilder',
  methods: {
    withMethod: (token, call) => {
      token.method = textAt(call, 0);
      return call.object;
    },
    withArgument: (token, call) => {
      token.arguments[textAt(call, 0)] = textAt(call, 1);
      return call.object;
    },
    withTimeout: (token, call) => {
      token.seconds = integerAt(call, 0);
      if (token.seconds <= limits.stateToken.longestSeconds) return call.object;
      throw new ServiceException(`The timeout cannot exceed ${limits.stateToken.longestSeconds} seconds.`);
    },
    createToken: (token, { execution }) => {
      const { state, clock } = execution.environment;
      const text = drawUuid(state);
      state.stateTokens[text] = {
        method: token.method,
        arguments: { ...token.arguments },
        user: execution.user,
        expiresAtMs: clock.now() + token.seconds * 1000,
      };
      return text;
    },
  },
};

/** No web app is deployed. */
const serviceType: ServiceType<null> = {
  name: 'Service',
  methods: { getUrl: () => null, isEnabled: () => false },
};

const scriptAppType: ServiceType<null> = {
  name: 'ScriptApp',
  methods: {
    newTrigger: (_, call) => triggerBuilder(textAt(call, 0)),
    getProjectTriggers: (_, { execution }) => ownTriggers(execution).map(triggerObject),
    deleteTrigger: (_, call) => {
      const trigger = serviceAt(call, 0, triggerType);
      const { triggers } = call.execution.environment.state;
      // In place: the spreadsheets of a published add-on share the list.
      const own = ownTriggers(call.execution).find(({ id }) => id === trigger.id);
      if (own) triggers.splice(triggers.indexOf(own), 1);
    },
    getAuthorizationInfo: (_, call) => {
      expectArguments(call, 1, 2);
      return new ServiceObject(authorizationInfoType, authorization(call, scopesAt(call)));
    },
    requireScopes: (_, call) => {
      expectArguments(call, 2);
      requireScopes(call);
    },
    requireAllScopes: (_, call) => {
      expectArguments(call, 1);
      requireScopes(call);
    },
    newStateToken: () =>
      new ServiceObject(stateTokenBuilderType, {
        method: 'callback',
        arguments: {},
        seconds: limits.stateToken.defaultSeconds,
      }),
    getScriptId: () => scriptId,
    getInstallationSource: (_, { execution }) =>
      installationSource.member(execution.environment.installed === 'addon' ? 'WEB_STORE_ADD_ON' : 'NONE'),
    getService: () => new ServiceObject(serviceType, null),
  },
  enumerations: {
    AuthMode: authMode,
    AuthorizationStatus: authorizationStatus,
    InstallationSource: installationSource,
    TriggerSource: triggerSource,
    EventType: eventType,
  },
};

export const scriptApp = new ServiceObject(scriptAppType, null);
