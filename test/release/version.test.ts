import { checkLock } from '../../local/release/check-tree';
import { checksums, zip } from '../../local/release/files';
import { nextVersion, releaseChanges } from '../../local/release/version';

const LOG = '# Changelog\n\n## [Unreleased]\n\n- A new thing.\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n';

describe('the version of a release', () => {
  test('is that of package.json, or a later one', () => {
    expect(nextVersion('0.1.0', undefined)).toBe('0.1.0');
    expect(nextVersion('0.1.0', '0.1.0')).toBe('0.1.0');
    expect(nextVersion('0.9.0', '0.10.0')).toBe('0.10.0');
  });

  test.each(['0.0.9', '1', 'v0.2.0', '0.2.0-beta', ''])('is never “%s”', (wanted) => {
    expect(() => nextVersion('0.1.0', wanted)).toThrow(/is no version|comes before/);
  });
});

describe('the changelog of a release', () => {
  test('has what was unreleased under the version, and room for what comes next', () => {
    expect(releaseChanges(LOG, '0.2.0', '2026-11-28')).toEqual({
      changelog:
        '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-28\n\n- A new thing.\n\n## [0.1.0] - 2026-01-01\n\n- The first.\n',
      notes: '- A new thing.',
    });
  });

  test('is not written where nothing is new, or where the version was released before', () => {
    expect(() => releaseChanges(LOG.replace('- A new thing.\n', ''), '0.2.0', '2026-11-28')).toThrow(
      /nothing new/,
    );
    expect(() => releaseChanges(LOG, '0.1.0', '2026-11-28')).toThrow(/already has 0.1.0/);
    expect(() => releaseChanges('# Changelog\n', '0.2.0', '2026-11-28')).toThrow(/has no/);
  });
});

test('a release is made again from its own commit, with what the changelog says of it', () => {
  const { changelog } = releaseChanges(LOG, '0.2.0', '2026-11-28');
  expect(releaseChanges(changelog, '0.2.0', '2026-12-01')).toEqual({ changelog, notes: '- A new thing.' });
});

describe('a lock file', () => {
  const manifest = { version: '0.1.0', devDependencies: { jest: '30.0.0' } };
  const lock = (root: object, more: object = {}) => ({
    packages: { '': { version: '0.1.0', ...root }, 'node_modules/jest': { version: '30.0.0' }, ...more },
  });

  test('that fits package.json is accepted', () => {
    expect(() => checkLock(manifest, lock(manifest))).not.toThrow();
  });

  test.each([
    ['another version of a package', lock({ devDependencies: { jest: '29.0.0' } })],
    ['a package that nobody asks for', lock({ devDependencies: { jest: '30.0.0', left: '1.0.0' } })],
    ['no package at all', { packages: {} }],
    ['a package that is not locked', { packages: { '': manifest } }],
    ['another version in its place', lock(manifest, { 'node_modules/jest': { version: '29.0.0' } })],
    ['another version of the add-on', lock({ ...manifest, version: '0.0.9' })],
  ])('with %s is refused', (_, drifted) => {
    expect(() => checkLock(manifest, drifted)).toThrow(/npm install/);
  });
});

test('the same files make the same archive, whenever it is made', () => {
  const files = { 'Code.js': 'function onOpen() {}', 'Sidebar.html': '<p>ü</p>' };
  expect(zip(files)).toEqual(zip({ ...files }));
  expect(checksums({ 'a.txt': 'abc' })).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n',
  );
});
