import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { collectMessages } from './unit/languages/collect-messages';
import { collectHelp } from './unit/languages/collect-help';
import { WORDS_IN_CELLS } from '../src/language/cell-words';
const keys=collectMessages(), help=collectHelp();
const read=(f:string)=>existsSync(f)?JSON.parse(readFileSync(f,'utf8')):{};
for (const l of ['de','es','fr','it','ja','nl','pt-BR']) {
  const p=`src/languages/${l}.json`; const d=read(p);
  const t={...d.messages,...read(`/tmp/messages/${l}.json`),...read('/tmp/messages/extra.json')[l],...read('/tmp/messages/more.json')[l],...read('/tmp/messages/more2.json')[l],...read('/tmp/messages/more3.json')[l]};
  const words=(WORDS_IN_CELLS as any)[l];
  const of=(k:string)=>words[k]??t[k]??(k.includes('#')?t[k.replace(/#/g,'')]?.replace(/\{(\d)\}/g,(g:string,n:string)=>k.includes(`{${n}#}`)?`{${n}#}`:g):undefined);
  const missing=keys.filter((k)=>of(k)===undefined);
  d.messages=Object.fromEntries(keys.filter((k)=>of(k)!==undefined).map((k)=>[k,of(k)]));
  const h={...d.help,...read(`/tmp/messages/help.${l}.json`),...read('/tmp/messages/help.more.json')[l]};
  d.help=Object.fromEntries(help.filter((k)=>h[k]!==undefined).map((k)=>[k,h[k]]));
  writeFileSync(p,JSON.stringify(d,null,2)+'\n');
  console.log(l,keys.length,missing.length,missing.slice(0,60).join(' | ').slice(0,l==='de'?3000:200),'help',help.length-Object.keys(d.help).length);
}
