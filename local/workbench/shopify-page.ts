import type { EmbeddedStore } from '../store/store-types';

/** Address of the embedded store's permission page in the workbench. */
export const PERMISSION_PATH = '/shopify/admin/oauth/authorize';

/** Shopify's addresses in an answer lead to the workbench, which takes Shopify's place. */
export function toWorkbench(text: string, shop: string): string {
  return text.replaceAll(`https://${shop}/admin/oauth/authorize`, PERMISSION_PATH);
}

/** The page on which a merchant lets an app in. */
export function permissionPage(shop: string, query: URLSearchParams): string {
  const scopes = (query.get('scope') ?? '').split(',');
  const fields = [...query].map(
    ([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`,
  );
  return page(
    'Install app',
    `<p>The app asks for access to <b>${text(shop)}</b>:</p>
     <ul>${scopes.map((scope) => `<li><code>${text(scope)}</code></li>`).join('')}</ul>
     <form method="post" action="${PERMISSION_PATH}">${fields.join('')}<button>Install</button></form>
     <p class="quiet">This page takes the place of Shopify’s. Close it to say no.</p>`,
  );
}

/** The merchant approves: the query of the callback address, or the page with Shopify's refusal. */
export function approve(
  store: EmbeddedStore,
  query: URLSearchParams,
): { readonly callback: URLSearchParams } | { readonly refusal: string } {
  const url = `https://${store.shop}/admin/oauth/authorize?${query}`;
  const answer = store.send({ method: 'GET', url, headers: { accept: 'application/json' }, body: '' });
  const location = 'failure' in answer ? undefined : answer.headers.Location;
  if (location !== undefined) return { callback: new URL(location).searchParams };
  return {
    refusal: page('Shopify refused', `<pre>${text('body' in answer ? answer.body : answer.failure)}</pre>`),
  };
}

export function page(title: string, content: string): string {
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${text(title)}</title>
<style>body{font:16px/1.5 Arial,sans-serif;max-width:520px;margin:64px auto;padding:0 24px;color:#202124}
button{font:inherit;padding:8px 20px;border:0;border-radius:6px;background:#303030;color:#fff}
.quiet{color:#5f6368}</style><h1>${text(title)}</h1>${content}</html>`;
}

function text(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
