import { inspect } from 'node:util';
import { log } from '../runtime/execution';
import type { LogLine } from '../runtime/execution-state';
import { type Call, type Method, ServiceObject, type ServiceType } from '../runtime/service-object';
import { formatPrintf } from './text/format-string';

function message({ args }: Call): string {
  const [first, ...values] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  const { text, rest } = formatPrintf(first, values);
  return [text, ...rest.map(shown)].join(' ');
}

const shown = (value: unknown) => (typeof value === 'string' ? value : inspect(value, { depth: 4 }));

const logger =
  (level: LogLine['level']): Method<null> =>
  (_, call) =>
    log(call.execution, level, message(call));

const loggerType: ServiceType<null> = {
  name: 'Logger',
  methods: {
    log: (_, call) => {
      log(call.execution, 'log', message(call));
      return call.object;
    },
    getLog: (_, { execution }) => execution.logs.map((line) => `${line.message}\n`).join(''),
    clear: (_, { execution }) => {
      execution.logs.length = 0;
    },
  },
};

const consoleType: ServiceType<null> = {
  name: 'console',
  methods: {
    log: logger('log'),
    info: logger('info'),
    warn: logger('warn'),
    error: logger('error'),
  },
};

export const loggerService = new ServiceObject(loggerType, null);
export const consoleService = new ServiceObject(consoleType, null);
