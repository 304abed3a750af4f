import fc from 'fast-check';
import type { ServiceCall } from '../../../local/apps-script/runtime';
import { ServiceException } from '../../../local/apps-script/runtime/exception';
import { OWNER, TOKEN } from '../../support/add-on';
import { sampled } from '../../support/sampled';
import { COLLEAGUE, HOUR_MS, scheduled } from '../../support/scheduled-spreadsheet';

const PEOPLE = [OWNER, COLLEAGUE];

const rhythm = fc.oneof(
  fc.record({ every: fc.constant('hours' as const), hours: fc.constantFrom(1, 2, 4, 6, 12, 5) }),
  fc.record({ every: fc.constant('day' as const), hour: fc.integer({ min: -1, max: 24 }) }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('save' as const), rhythm }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take over' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch off' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('refuse' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
);
const steps = fc.array(fc.record({ who: fc.constantFrom(...PEOPLE), step }), { maxLength: 12 });

test.each(['bound', 'addon'] as const)(
  'whatever two people do in whatever order, each has one trigger at most and one of them the schedule (%s)',
  (installed) => {
    let refusals = 0;
    const gate = ({ service, method }: ServiceCall) => {
      if (`${service}.${method}` !== 'ClockTriggerBuilder.create' || refusals === 0) return;
      refusals -= 1;
      throw new ServiceException('We’re sorry, a server error occurred.');
    };
    const sheet = scheduled({ runtime: { gate, installed } });
    sheet.connect({ ...TOKEN, connectedBy: 'Bob' }, COLLEAGUE);
    fc.assert(
      fc.property(steps, (played) => {
        refusals = 0;
        for (const { who, step: what } of played) {
          if (what.kind === 'save') sheet.save({ rhythm: what.rhythm, groups: ['prices'] }, who);
          if (what.kind === 'end') sheet.save(null, who);
          if (what.kind === 'take over') sheet.takeOver(who);
          if (what.kind === 'open') sheet.view(who);
          if (what.kind === 'pass') sheet.pass(what.hours * HOUR_MS);
          if (what.kind === 'refuse') refusals = what.count;
          if (what.kind === 'switch off') for (const trigger of sheet.state.triggers) trigger.nextAtMs = null;
          for (const user of PEOPLE) expect(sheet.triggersOf(user)).toBeLessThanOrEqual(1);
        }
        refusals = 0;
        const owners = PEOPLE.filter((user) => sheet.view(user)?.isMine);
        expect(owners.length).toBe(sheet.view() ? 1 : 0);
        // Once the owner has looked and the others' triggers have fired, exactly the owner's is left.
        sheet.pass(48 * HOUR_MS);
        for (const user of PEOPLE) sheet.view(user);
        sheet.pass(48 * HOUR_MS);
        const alive = sheet.state.triggers
          .filter(({ nextAtMs }) => nextAtMs !== null)
          .map(({ user }) => user);
        expect(alive).toEqual(owners);
      }),
      { numRuns: sampled(3, 100) },
    );
  },
);
