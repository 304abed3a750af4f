import { expectArguments, integerAt, memberAt, textAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import { type Call, Enumeration, ServiceObject, type ServiceType } from '../runtime/service-object';

export interface HtmlSelf {
  content: string;
  title: string;
  width: number | undefined;
  height: number | undefined;
  readonly metaTags: Record<string, string>;
}

function htmlObject(content: string): ServiceObject<HtmlSelf> {
  const title = /<title>([^<]*)<\/title>/i.exec(content)?.[1] ?? '';
  return new ServiceObject(htmlOutputType, {
    content,
    title,
    width: undefined,
    height: undefined,
    metaTags: {},
  });
}

export const htmlOutputType: ServiceType<HtmlSelf> = {
  name: 'HtmlOutput',
  methods: {
    getContent: (html) => html.content,
    setContent: (html, call) => {
      html.content = textAt(call, 0);
      return call.object;
    },
    append: (html, call) => {
      html.content += textAt(call, 0);
      return call.object;
    },
    getTitle: (html) => html.title,
    setTitle: (html, call) => {
      html.title = textAt(call, 0);
      return call.object;
    },
    setWidth: (html, call) => {
      html.width = integerAt(call, 0);
      return call.object;
    },
    setHeight: (html, call) => {
      html.height = integerAt(call, 0);
      return call.object;
    },
    addMetaTag: (html, call) => {
      html.metaTags[textAt(call, 0)] = textAt(call, 1);
      return call.object;
    },
    /** Has no effect since IFRAME is the only sandbox (html/restrictions). */
    setSandboxMode: (_, call) => call.object,
    setXFrameOptionsMode: (_, call) => {
      memberAt(call, 0, 'XFrameOptionsMode');
      return call.object;
    },
  },
};

function fromFile(call: Call): ServiceObject<HtmlSelf> {
  expectArguments(call, 1);
  const name = textAt(call, 0);
  const content = call.execution.environment.readHtmlFile(name);
  if (content === undefined) throw new ServiceException(`No HTML file named ${name} was found.`);
  return htmlObject(content);
}

/**
 * Static output only. Google strips what looks like a comment from template literals of a served page
 * (enuchi/React-Google-Apps-Script#157); that is not done here, the build forbids back-ticks instead.
 */
const htmlServiceType: ServiceType<null> = {
  name: 'HtmlService',
  methods: {
    createHtmlOutput: (_, call) => {
      expectArguments(call, 0, 1);
      return htmlObject(call.args.length === 0 ? '' : textAt(call, 0));
    },
    createHtmlOutputFromFile: (_, call) => fromFile(call),
  },
  enumerations: {
    SandboxMode: new Enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
    XFrameOptionsMode: new Enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
  },
};

export const htmlService = new ServiceObject(htmlServiceType, null);
