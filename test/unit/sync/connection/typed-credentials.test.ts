import { parseShop } from '../../../../src/sync/connection/typed-credentials';

describe('the address of a shop', () => {
  test.each([
    'acme.myshopify.com',
    ' Acme.MyShopify.com ',
    'https://acme.myshopify.com',
    'http://acme.myshopify.com/admin/products?x=1',
    'https://admin.shopify.com/store/acme',
    'admin.shopify.com/store/acme/settings/domains',
    'acme',
  ])('may be written “%s”', (text) => {
    expect(parseShop(text)).toEqual({ ok: true, value: 'acme.myshopify.com' });
  });

  test.each([
    'hats.example.com',
    'https://hats.example.com/acme.myshopify.com',
    'acme.myshopify.com.evil.com',
    'acme.myshopify.com@evil.com',
    'evil.com/?acme.myshopify.com',
    'user:pass@acme.myshopify.com',
    'acme.myshopify.com:8443',
    '-acme.myshopify.com',
    'acme_.myshopify.com',
    'ac me.myshopify.com',
    'x.acme.myshopify.com',
    'аcme.myshopify.com',
    'myshopify.com',
  ])('is not “%s”, which would get the token', (text) => {
    expect(parseShop(text)).toMatchObject({
      ok: false,
      problem: {
        kind: 'invalid-input',
        message: `“${text}” is not a shop's myshopify.com address.`,
        nextStep: 'Copy the address that ends in .myshopify.com from Shopify admin, Settings ▸ Domains.',
      },
    });
  });

  test('is asked for where it is empty', () => {
    expect(parseShop('  ')).toMatchObject({ ok: false, problem: { message: 'The shop address is empty.' } });
  });
});
