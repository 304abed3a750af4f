import { expectArguments, memberAt, serviceAt, signatureMismatch, textAt } from '../runtime/arguments';
import type { ShownMenuItem, ShownPage } from '../runtime/interface';
import {
  type Call,
  Enumeration,
  type EnumerationMember,
  ServiceObject,
  type ServiceType,
} from '../runtime/service-object';
import { type HtmlSelf, htmlOutputType } from './html';

interface MenuSelf {
  readonly title: string;
  readonly place: 'menu bar' | 'extensions';
  readonly items: ShownMenuItem[];
}

const menuType: ServiceType<MenuSelf> = {
  name: 'Menu',
  methods: {
    addItem: (menu, call) => {
      expectArguments(call, 2);
      menu.items.push({ kind: 'item', caption: textAt(call, 0), functionName: textAt(call, 1) });
      return call.object;
    },
    addSeparator: (menu, call) => {
      menu.items.push({ kind: 'separator' });
      return call.object;
    },
    addSubMenu: (menu, call) => {
      const { title, items } = serviceAt(call, 0, menuType);
      menu.items.push({ kind: 'submenu', title, items });
      return call.object;
    },
    addToUi: (menu, call) => {
      call.execution.environment.interface.menus[menu.title] = menu;
    },
  },
};

/** The name under which a published add-on would stand below Extensions; the manifest of an editor add-on has none. */
const addonName = 'Sync to Shopify';

const button = new Enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const buttonSet = new Enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** `alert(prompt)`, `alert(prompt, buttons)`, `alert(title, prompt, buttons)`; answered at once by the person. */
function alert(call: Call): EnumerationMember {
  expectArguments(call, 1, 2, 3);
  const hasButtons = call.args.length > 1;
  const alert = {
    title: call.args.length === 3 ? String(call.args[0]) : '',
    prompt: String(call.args[call.args.length === 3 ? 1 : 0]),
    buttons: hasButtons ? memberAt(call, call.args.length - 1, 'ButtonSet') : 'OK',
  };
  const shown = call.execution.environment.interface;
  shown.alerts.push(alert);
  return button.member(shown.answerAlert(alert));
}

function page(call: Call, title?: string): ShownPage {
  const html: HtmlSelf = serviceAt(call, 0, htmlOutputType);
  return { title: title ?? html.title, html: html.content, width: html.width, height: html.height };
}

function showDialog(call: Call, modal: boolean): void {
  expectArguments(call, 2);
  if (typeof call.args[1] !== 'string') throw signatureMismatch(call);
  call.execution.environment.interface.dialogs.push({ ...page(call, textAt(call, 1)), modal });
}

const uiType: ServiceType<null> = {
  name: 'Ui',
  methods: {
    /** A published add-on's own menus move below Extensions (guides/menus). */
    createMenu: (_, call) =>
      new ServiceObject(menuType, {
        title: textAt(call, 0),
        place: call.execution.environment.installed === 'addon' ? 'extensions' : 'menu bar',
        items: [],
      }),
    createAddonMenu: () => new ServiceObject(menuType, { title: addonName, place: 'extensions', items: [] }),
    alert: (_, call) => alert(call),
    showSidebar: (_, call) => {
      // A sidebar is 300 pixels wide whatever is asked for (guides/dialogs).
      call.execution.environment.interface.sidebar = { ...page(call), width: 300 };
    },
    showModalDialog: (_, call) => showDialog(call, true),
    showModelessDialog: (_, call) => showDialog(call, false),
  },
  enumerations: { Button: button, ButtonSet: buttonSet },
};

export const uiObject = new ServiceObject(uiType, null);
