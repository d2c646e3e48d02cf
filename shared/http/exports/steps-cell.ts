/** Steps in one cell: their full stops would stand beside the semicolons. */
export function stepsCell(steps: readonly string[]): string {
  return steps.map((step) => step.replace(/\.$/, '')).join('; ');
}
