import { isoTime } from '../execution/context';
import type { QueryRoot } from './query-root';

export const currentAppInstallation: QueryRoot = (_args, { state }) => state.installation;

/** Supported are the versions of the last twelve months (https://shopify.dev/docs/api/usage/versioning). */
export const publicApiVersions: QueryRoot = (_args, { nowMs }) => {
  const today = isoTime(nowMs).slice(0, 7);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3);
  const handles = [-3, -2, -1, 0, 1].map((offset) => {
    const quarters = year * 4 + quarter + offset;
    return `${Math.floor(quarters / 4)}-${String((quarters % 4) * 3 + 1).padStart(2, '0')}`;
  });
  return [
    ...handles.map((handle) => ({
      handle,
      supported: handle <= today,
      displayName: handle > today ? `${handle} (Release candidate)` : handle,
    })),
    { handle: 'unstable', supported: false, displayName: 'unstable' },
  ];
};
