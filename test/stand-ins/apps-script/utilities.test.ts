import { createHmac } from 'node:crypto';
import { project } from './script-project';

const run = (body: string) => project().evaluate(body);

describe('Utilities', () => {
  test('sleeps on the virtual clock', () => {
    expect(run('const before = Date.now(); Utilities.sleep(90000); return Date.now() - before')).toBe(90_000);
  });

  test('draws identifiers that differ, also after the state was saved and loaded', () => {
    const first = project();
    const one = first.evaluate('return Utilities.getUuid()');
    const second = project({ state: JSON.parse(JSON.stringify(first.state)) });
    const two = second.evaluate('return Utilities.getUuid()');
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(two).not.toBe(one);
  });

  test('signs with HMAC-SHA256 as signed bytes', () => {
    const bytes = run(`return Utilities.computeHmacSha256Signature('message é', 'key')`) as number[];
    expect(Buffer.from(bytes.map((byte) => byte & 255))).toEqual(
      createHmac('sha256', 'key').update('message é').digest(),
    );
    expect(Math.min(...bytes)).toBeLessThan(0);
    expect(() => run(`Utilities.computeHmacSha256Signature([1], 'key')`)).toThrow(
      "don't match the method signature",
    );
  });

  test('digests, encodes and decodes', () => {
    const value = run(`const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a');
      const webSafe = Utilities.base64EncodeWebSafe([-5, -1, -2]);
      return [digest.length, digest[0], Utilities.base64Encode('né'), webSafe, Utilities.base64DecodeWebSafe(webSafe),
        Utilities.newBlob(Utilities.base64Decode('bsOp')).getDataAsString()]`);
    expect(value).toEqual([32, -54, 'bsOp', '-__-', [-5, -1, -2], 'né']);
    expect(() => run(`Utilities.base64Decode('*')`)).toThrow('Could not decode string.');
  });

  test('formats dates as Java does, and texts as C does', () => {
    const value = run(`const date = new Date(Date.UTC(2026, 6, 4, 21, 5, 9));
      return [Utilities.formatDate(date, 'Europe/Berlin', "EEE d MMM yyyy, HH:mm:ss 'o''clock' Z XXX"),
        Utilities.formatDate(date, 'Etc/UTC', "yyyy-MM-dd'T'hh:mm a"),
        Utilities.formatString('%s has %05.2f and %d%%', 'a', 3.14159, 7.9)]`);
    expect(value).toEqual([
      "Sat 4 Jul 2026, 23:05:09 o'clock +0200 +02:00",
      '2026-07-04T09:05 PM',
      'a has 03.14 and 7%',
    ]);
  });
});
