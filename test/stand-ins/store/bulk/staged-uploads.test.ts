import { openStore } from '../open-store';
import { extraField, formBody, post, respond, stage, targetFor, variablesFile } from './upload';

const hourMs = 60 * 60 * 1000;
const codeIn = (body: string): string | undefined => /<Code>(\w+)<\/Code>/.exec(body)?.[1];

const image = { resource: 'IMAGE', filename: 'mug.png', mimeType: 'image/png' };

describe('stagedUploadsCreate', () => {
  test('names nine parameters for a form, in the order of Shopify', () => {
    const { url, resourceUrl, parameters } = targetFor(openStore());
    expect(url).toBe('https://shopify-staged-uploads.storage.googleapis.com/');
    expect(resourceUrl).toBe(url);
    expect(parameters.map(({ name }) => name)).toEqual([
      'Content-Type',
      'success_action_status',
      'acl',
      'key',
      'x-goog-date',
      'x-goog-credential',
      'x-goog-algorithm',
      'x-goog-signature',
      'policy',
    ]);
  });

  test('signs a policy of a day and 100 MB for bulk variables', () => {
    const { parameters } = targetFor(openStore());
    const policy = parameters.find(({ name }) => name === 'policy')?.value ?? '';
    const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString());
    expect(expiration).toBe('2026-11-23T09:00:00Z');
    expect(conditions).toContainEqual(['content-length-range', 1, 104_857_600]);
  });

  test('prefers PUT where no method is asked for', () => {
    const { url, resourceUrl, parameters } = targetFor(openStore(), image);
    expect(url).toContain('X-Goog-Expires=604800');
    expect(url.startsWith(`${resourceUrl}?`)).toBe(true);
    expect(parameters).toEqual([
      { name: 'content_type', value: 'image/png' },
      { name: 'acl', value: 'private' },
    ]);
  });

  test.each([
    [
      { resource: 'VIDEO', filename: 'a.mp4', mimeType: 'video/mp4' },
      'file size is required for video resources',
    ],
    [
      { resource: 'MODEL_3D', filename: 'a.glb', mimeType: 'model/gltf-binary' },
      'file size is required for 3D model resources',
    ],
    [
      { ...image, filename: 'a.exe', mimeType: 'application/x-msdownload' },
      'a.exe: (application/x-msdownload) is not a recognized format',
    ],
  ])('answers an empty target for what it refuses: %j', (input, message) => {
    const { stagedTargets, userErrors } = openStore().ask(stage, { input: [variablesFile, input] });
    expect(userErrors).toEqual([{ field: ['input', '1', expect.any(String)], message }]);
    expect(stagedTargets[0].url).toEqual(expect.any(String));
    expect(stagedTargets[1]).toEqual({ url: null, resourceUrl: null, parameters: [] });
  });

  test('never signs one key twice, not even after the store was loaded again', () => {
    const first = openStore();
    const saved = JSON.parse(JSON.stringify(first.store.save()));
    const keyOf = (open: ReturnType<typeof openStore>) => targetFor(open).parameters[3]?.value;
    const key = keyOf(first);
    const second = openStore({ saved: JSON.parse(JSON.stringify(first.store.save())) });
    expect(keyOf(second)).not.toBe(key);
    expect(keyOf(openStore({ saved }))).toBe(key);
  });
});

describe('the upload host', () => {
  test('takes a form with every parameter in its order and the file last', () => {
    const open = openStore();
    const target = targetFor(open);
    const { status, body } = post(open.store, target.url, formBody(target.parameters, '{"a":1}\n'));
    expect(status).toBe(201);
    expect(body).toContain('<Bucket>shopify-staged-uploads</Bucket>');
  });

  test('takes bytes as they are', () => {
    const open = openStore();
    const target = targetFor(open);
    const bytes = Buffer.from(formBody(target.parameters, '{"title":"Größe ☕"}\n'));
    expect(post(open.store, target.url, bytes).status).toBe(201);
    expect(open.store.state.stagedUploads.all()[0]?.contents?.text).toBe('{"title":"Größe ☕"}\n');
  });

  test.each([
    ['parameters in another order', (all: readonly never[]) => [...all].reverse(), 'InvalidPolicyDocument'],
    ['a missing parameter', (all: readonly never[]) => all.slice(0, 8), 'InvalidPolicyDocument'],
    [
      'a changed parameter',
      (all: readonly never[]) => [{ name: 'Content-Type', value: 'x' }, ...all.slice(1)],
      'InvalidPolicyDocument',
    ],
  ])('refuses %s', (_what, change, code) => {
    const open = openStore();
    const target = targetFor(open);
    const { status, body } = post(
      open.store,
      target.url,
      formBody(change(target.parameters as readonly never[]), '{}'),
    );
    expect([status, codeIn(body)]).toEqual([400, code]);
  });

  test('refuses a field after the file, and a key it did not sign', () => {
    const open = openStore();
    const { url, parameters } = targetFor(open);
    expect(codeIn(post(open.store, url, formBody(parameters, '{}', extraField)).body)).toBe(
      'InvalidArgument',
    );
    const foreign = parameters.map((one) => (one.name === 'key' ? { ...one, value: 'tmp/1/bulk/x' } : one));
    expect(codeIn(post(open.store, url, formBody(foreign, '{}')).body)).toBe('AccessDenied');
  });

  test('refuses a body that is no form', () => {
    const open = openStore();
    const { url } = targetFor(open);
    expect(codeIn(respond(open.store, 'POST', url, '{}').body)).toBe('InvalidArgument');
    expect(codeIn(post(open.store, url, 'no form').body)).toBe('MalformedPOSTRequest');
  });

  test('holds files to the limits of the policy', () => {
    const open = openStore();
    const target = targetFor(open);
    expect(codeIn(post(open.store, target.url, formBody(target.parameters, '')).body)).toBe('EntityTooSmall');
    const model = { resource: 'MODEL_3D', filename: 'a.glb', mimeType: 'model/gltf-binary', fileSize: '4' };
    const sized = targetFor(open, model);
    const sent = (file: string) => post(open.store, sized.url, formBody(sized.parameters, file));
    expect(codeIn(sent('12345').body)).toBe('EntityTooLarge');
    expect(sent('1234').status).toBe(204);
  });

  test('closes a form after a day and a PUT after a week', () => {
    const open = openStore();
    const form = targetFor(open);
    const put = targetFor(open, image);
    open.wait(24 * hourMs);
    expect(codeIn(post(open.store, form.url, formBody(form.parameters, '{}')).body)).toBe('ExpiredToken');
    expect(respond(open.store, 'PUT', put.url, 'png').status).toBe(200);
    open.wait(6 * 24 * hourMs);
    expect(codeIn(respond(open.store, 'PUT', put.url, 'png').body)).toBe('ExpiredToken');
  });

  test('checks the signature of a PUT, and shows nobody what was uploaded', () => {
    const open = openStore();
    const { url, resourceUrl } = targetFor(open, image);
    expect(codeIn(respond(open.store, 'PUT', resourceUrl, 'png').body)).toBe('SignatureDoesNotMatch');
    expect(respond(open.store, 'PUT', url, 'png').status).toBe(200);
    expect(codeIn(respond(open.store, 'GET', resourceUrl).body)).toBe('AccessDenied');
  });
});
