import { weightUnit } from '../../shared/domain/diagnosis/likely/likely-cause.ts';
import type { Model } from './train.ts';

/** Weights below this decide nothing and are left out, in parts of a weight unit. */
const minParts = 2;

/** A model as a text: a line for each feature, `name:cause weight cause weight`. */
export function modelData(model: Model): string {
  return [...model]
    .flatMap(([name, values]) => {
      const pairs = [...values].flatMap((value, index) => {
        const parts = Math.round(value * weightUnit);
        return Math.abs(parts) >= minParts ? [`${index} ${parts}`] : [];
      });
      return pairs.length > 0 || name === '' ? [`${name}:${pairs.join(' ')}`] : [];
    })
    .join('\n');
}
