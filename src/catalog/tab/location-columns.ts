import { foldHeader } from '../columns/header-match';
import { duplicateReason } from './layout';
import { type LayoutColumn, recognised, type TabRecognition } from './tab-layout';

/**
 * Decides, once the shop's locations are known, what a tab means: a header may be the name of a location, or it
 * is unknown and listed as such.
 */
export function assignLocationColumns(recognition: TabRecognition, names: readonly string[]): TabRecognition {
  if (recognition.kind === 'ignored') return recognition;
  const { layout } = recognition;
  const candidates = layout.columns.filter(({ isCandidate }) => isCandidate);
  if (candidates.length === 0) return recognition;
  const locations = new Set(names.map(foldHeader));
  const isLocation = ({ header }: LayoutColumn) => locations.has(foldHeader(header));
  const columns = layout.columns
    .filter((column) => !column.isCandidate || isLocation(column))
    .map(({ isCandidate: _isCandidate, ...column }): LayoutColumn => column);
  const resolved = {
    ...layout,
    columns,
    unknown: [
      ...layout.unknown,
      ...candidates.filter((column) => !isLocation(column)).map(({ header }) => header),
    ],
  };
  const reason =
    recognition.kind === 'refused' ? recognition.reason : (duplicateReason(columns) ?? noLocation());
  return recognised(resolved, reason);

  function noLocation(): string | undefined {
    return columns.some(({ location }) => location !== undefined)
      ? undefined
      : `No column is named after a location of the shop. Rename one to ${names.map((name) => `“${name}”`).join(' or ')}.`;
  }
}
