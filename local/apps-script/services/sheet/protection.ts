import { booleanAt, textAt } from '../../runtime/arguments';
import { ServiceObject, type ServiceType } from '../../runtime/service-object';
import type { Sheet } from '../../workbook/workbook';

interface ProtectionSelf {
  readonly sheet: Sheet;
  readonly protection: Sheet['protections'][number];
}

export function protectionObject(
  sheet: Sheet,
  protection: Sheet['protections'][number],
): ServiceObject<ProtectionSelf> {
  return new ServiceObject(protectionType, { sheet, protection });
}

/** As Google makes one, it keeps nobody out who could edit before; `removeEditors` does, all but whoever runs. */
const protectionType: ServiceType<ProtectionSelf> = {
  name: 'Protection',
  methods: {
    setDescription: ({ protection }, call) => {
      protection.description = textAt(call, 0);
      return call.object;
    },
    getDescription: ({ protection }) => protection.description,
    setWarningOnly: ({ protection }, call) => {
      protection.warningOnly = booleanAt(call, 0);
      return call.object;
    },
    isWarningOnly: ({ protection }) => protection.warningOnly,
    removeEditors: ({ protection }, call) => {
      protection.editors = [call.execution.user];
      return call.object;
    },
    remove: ({ sheet, protection }) => {
      sheet.protections = sheet.protections.filter((other) => other !== protection);
    },
  },
};
