/** Dialogs, menus and messages next to the cells; readable for tests and the workbench. */
export interface Interface {
  /** By title; a menu that is added again replaces the one before. */
  readonly menus: Record<string, ShownMenu>;
  sidebar: ShownPage | null;
  readonly dialogs: (ShownPage & { modal: boolean })[];
  readonly alerts: ShownAlert[];
  readonly toasts: { title: string; message: string }[];
  /** Button that the person presses; the name of a member of `Ui.Button`. */
  answerAlert: (alert: ShownAlert) => string;
}

export interface ShownMenu {
  readonly title: string;
  readonly place: 'menu bar' | 'extensions';
  readonly items: readonly ShownMenuItem[];
}

export type ShownMenuItem =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly title: string; readonly items: readonly ShownMenuItem[] };

export interface ShownPage {
  readonly title: string;
  readonly html: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

interface ShownAlert {
  readonly title: string;
  readonly prompt: string;
  /** The name of a member of `Ui.ButtonSet`. */
  readonly buttons: string;
}

export function newInterface(): Interface {
  return {
    menus: {},
    sidebar: null,
    dialogs: [],
    alerts: [],
    toasts: [],
    answerAlert: ({ buttons }) => (buttons.startsWith('YES') ? 'YES' : 'OK'),
  };
}
