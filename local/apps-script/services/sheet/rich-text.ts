import { expectArguments, integerAt, optionalTextAt, textAt } from '../../runtime/arguments';
import { ServiceException } from '../../runtime/exception';
import { ServiceObject, type ServiceType } from '../../runtime/service-object';

export interface RichTextSelf {
  text: string;
  links: RichTextLink[];
}

/** From `start` up to but without `end`, counted in UTF-16 units. */
interface RichTextLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

export function richTextObject(self: RichTextSelf): ServiceObject<RichTextSelf> {
  return new ServiceObject(richTextType, self);
}

export const richTextType: ServiceType<RichTextSelf> = {
  name: 'RichTextValue',
  methods: {
    getText: (self) => self.text,
    getLinkUrl: (self, call) => {
      expectArguments(call, 0, 2);
      const start = call.args.length === 0 ? 0 : integerAt(call, 0);
      const end = call.args.length === 0 ? self.text.length : integerAt(call, 1);
      return self.links.find((link) => link.start <= start && link.end >= end)?.url ?? null;
    },
    copy: (self) => new ServiceObject(richTextBuilderType, { text: self.text, links: [...self.links] }),
  },
};

export const richTextBuilderType: ServiceType<RichTextSelf> = {
  name: 'RichTextValueBuilder',
  methods: {
    setText: (self, call) => {
      self.text = textAt(call, 0);
      self.links = [];
      return call.object;
    },
    setLinkUrl: (self, call) => {
      expectArguments(call, 1, 3);
      const ranged = call.args.length === 3;
      const start = ranged ? integerAt(call, 0) : 0;
      const end = ranged ? integerAt(call, 1) : self.text.length;
      if (start < 0 || end > self.text.length || start > end) {
        throw new ServiceException(`Invalid argument: the text has ${self.text.length} characters.`);
      }
      const url = call.args[ranged ? 2 : 0] === null ? undefined : optionalTextAt(call, ranged ? 2 : 0);
      self.links = self.links.filter((link) => link.end <= start || link.start >= end);
      if (url !== undefined && end > start) self.links.push({ start, end, url });
      return call.object;
    },
    build: (self) => richTextObject({ text: self.text, links: [...self.links] }),
  },
};
