import type { Actions } from './actions';
import type { SidebarState } from './sidebar-state';

export interface PartProps {
  readonly state: SidebarState;
  readonly actions: Actions;
}
