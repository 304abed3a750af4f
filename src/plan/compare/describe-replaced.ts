import type { FieldValue } from '../../catalog/values/cell';
import { contentTypeOf, mediaName } from '../../catalog/values/image-address';
import type { Replaced, ReplacedValue } from '../model/replaced-value';
import { canonical } from './canonical';
import { describeChange, describeText, levelName, show } from './messages';

/** Both values in the form in which they are compared; '' is unset, and not stocked. */
export function textsOf(replaced: ReplacedValue): { readonly from: string; readonly to: string } {
  const text = (value: FieldValue | null) =>
    replaced.kind === 'field' ? canonical(replaced.key, value) : String(value ?? '');
  return { from: text(replaced.from), to: text(replaced.to) };
}

/** A value of the store by the words of the sheet that it was sent from. */
export function nameOf(replaced: Replaced): string {
  if (replaced.kind === 'options') return `Options ${replaced.from.join(', ')} → ${replaced.to.join(', ')}`;
  return replaced.kind === 'stock' ? levelName(replaced) : replaced.column;
}

/** `Price 10.00 → 12.00` */
export function describeReplaced(replaced: Replaced): string {
  if (replaced.kind === 'field') return describeChange(replaced);
  if (replaced.kind === 'removed-image')
    return `${contentTypeOf(replaced.url) === 'IMAGE' ? 'Image' : 'Video'} removed: ${show(mediaName(replaced.url))}`;
  if (replaced.kind === 'tags' || replaced.kind === 'image-order' || replaced.kind === 'options')
    return nameOf(replaced);
  return replaced.kind === 'stock'
    ? `${nameOf(replaced)} ${replaced.from ?? 'not stocked'} → ${replaced.to}`
    : describeText(replaced);
}
