import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const SRC = path.resolve(__dirname, '../src');

const FILES = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.tsbuild'))
  .sort();

/** By file, without comments and types. */
const CODE = new Map(
  FILES.map((file) => [
    file,
    transformSync(textOf(file), { loader: file.endsWith('x') ? 'tsx' : 'ts' }).code,
  ]),
);

describe('what comes from outside', () => {
  test('is read through a shape wherever it is JSON', () => {
    // A metafield may hold any JSON: its type looks at the parts that it knows.
    expect(filesWith(/JSON\.parse/)).toEqual(['catalog/metafields/json.ts', 'ports/shape.ts']);
    expect(CODE.get('ports/shape.ts')?.match(/JSON\.parse/g)).toHaveLength(1);
  });

  test('gets no shape by a cast', () => {
    const casts = FILES.filter((file) => /\bas (unknown as )?Shape</.test(textOf(file)));
    expect(casts).toEqual(['ports/shape.ts']);
  });

  test('has IDs that are made and read in one file, and in src/shopify', () => {
    expect(filesWith(/gid:\/\//).filter((file) => !file.startsWith('shopify/'))).toEqual([
      'catalog/values/gid.ts',
    ]);
  });

  test('leads to Shopify admin only by what src/shopify says', () => {
    expect(filesWith(/admin\.shopify\.com\/store\/\$/)).toEqual(['shopify/shopify-store.ts']);
  });

  test('fails with texts of Google’s that are known only where Google is called', () => {
    const texts =
      /too many times|computer time|simultaneous|timed out|server error occurred|authorization is required|PERMISSION_DENIED|exceeded maximum|do not have permission|storage quota|googleapis\.com\/auth/i;
    expect(filesWith(texts)).toEqual([
      'google/services/refusals.ts',
      // The page reaches the script through Google too, and what fails on the way never comes to our code.
      'sidebar/server/call-failure.ts',
    ]);
  });
});

function filesWith(pattern: RegExp): readonly string[] {
  return FILES.filter((file) => pattern.test(CODE.get(file) ?? ''));
}

function textOf(file: string): string {
  return fs.readFileSync(path.join(SRC, file), 'utf8');
}
