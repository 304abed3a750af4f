import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { collectMessages } from './unit/languages/collect-messages';
import { WORDS_IN_CELLS } from '../src/language/cell-words';
const keys=collectMessages();
for (const l of ['de','es','fr','it','ja','nl','pt-BR']) {
  const f=`/tmp/messages/${l}.json`; if(!existsSync(f)) continue;
  const p=`src/languages/${l}.json`; const d=JSON.parse(readFileSync(p,'utf8')); const t={...d.messages,...JSON.parse(readFileSync(f,'utf8')),...JSON.parse(readFileSync('/tmp/messages/extra.json','utf8'))[l]};
  const words=(WORDS_IN_CELLS as any)[l];
  const missing=keys.filter((k)=>t[k]===undefined&&words[k]===undefined);
  d.messages=Object.fromEntries(keys.map((k)=>[k,words[k]??t[k]??k]));
  writeFileSync(p,JSON.stringify(d,null,2)+'\n');
  console.log(l,keys.length,missing);
}
