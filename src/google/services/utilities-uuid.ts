import type { NewUuid } from '../../ports/uuid';

export const utilitiesUuid: NewUuid = () => Utilities.getUuid();
