import type { Execution } from './execution-state';

/** One call of a method by the bundle, its arguments as they came (values of the bundle's realm). */
export interface Call {
  /** `Range.setValues` */
  readonly name: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The object whose method was called: setters answer it, so that calls can be chained. */
  readonly object: ServiceObject;
  readonly execution: Execution;
}

/** Answer of a method that has to wait for another execution: look again later, as often as it takes. */
export class LookAgain {
  constructor(
    readonly service: string,
    readonly afterMs: number,
    /** The value, or another `LookAgain`; throws what the call throws. */
    readonly look: () => unknown,
  ) {}
}

export type Method<Self> = (self: Self, call: Call) => unknown;

/** A class of the Apps Script reference: what is not in the table is not implemented and says so. */
export interface ServiceType<Self = never> {
  readonly name: string;
  readonly methods: Readonly<Record<string, Method<Self>>>;
  readonly enumerations?: Readonly<Record<string, Enumeration>>;
}

/** An instance of such a class. It lives outside the bundle, which sees only a guard in front of it. */
export class ServiceObject<out Self = unknown> {
  readonly type: ServiceType;
  readonly self: Self;

  constructor(type: ServiceType<Self>, self: NoInfer<Self>) {
    this.type = type;
    this.self = self;
  }
}

/** One of Google's enumerations, for example `SpreadsheetApp.WrapStrategy`. */
export class Enumeration {
  readonly members: Readonly<Record<string, EnumerationMember>>;
  constructor(
    readonly name: string,
    members: readonly string[],
  ) {
    this.members = Object.fromEntries(members.map((member) => [member, new EnumerationMember(name, member)]));
  }

  /** The member, which the table of this enumeration is known to hold. */
  member(name: string): EnumerationMember {
    const member = this.members[name];
    if (member === undefined) throw new Error(`${this.name} has no member ${name}.`);
    return member;
  }
}

export class EnumerationMember {
  constructor(
    readonly enumeration: string,
    readonly name: string,
  ) {}
}
