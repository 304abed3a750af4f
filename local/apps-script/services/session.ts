import { createHash } from 'node:crypto';
import { ServiceObject, type ServiceType } from '../runtime/service-object';

const userType: ServiceType<string> = {
  name: 'User',
  methods: { getEmail: (email) => email },
};

const sessionType: ServiceType<null> = {
  name: 'Session',
  methods: {
    getScriptTimeZone: (_, { execution }) => execution.environment.manifest.timeZone,
    getActiveUserLocale: (_, { execution }) => execution.environment.userLocale,
    getActiveUser: (_, { execution }) => new ServiceObject(userType, execution.user),
    getEffectiveUser: (_, { execution }) => new ServiceObject(userType, execution.user),
    /** Google changes the key every 30 days; here it stays. */
    getTemporaryActiveUserKey: (_, { execution }) =>
      createHash('sha256').update(execution.user).digest('base64'),
  },
};

export const sessionService = new ServiceObject(sessionType, null);
