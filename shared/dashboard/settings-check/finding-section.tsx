import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { FindingCard } from './finding-card.tsx';
import type { FindingGroup } from './finding-groups.ts';

/** Findings that are shown at once. */
const pageSize = 25;

/** Findings of one status; those that ask for nothing are folded. */
export function FindingSection({ group: { status, findings } }: { readonly group: FindingGroup }) {
  const { t, format } = useTexts();
  const isFolded = status === 'pass' || status === 'skipped';
  const [isOpen, setIsOpen] = useState(!isFolded);
  const [limit, setLimit] = useState(pageSize);
  const name = t.settingsCheck.groups[status];
  const heading = <h2>{`${name} (${format.number(findings.length)})`}</h2>;
  const cards = isOpen && (
    <>
      {findings.slice(0, limit).map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id, and keep their order.
        <FindingCard key={index} finding={finding} />
      ))}
      {findings.length > limit && <Button onClick={() => setLimit(limit + pageSize)}>{t.showMore}</Button>}
    </>
  );
  if (!isFolded)
    return (
      <section className="group" aria-label={name}>
        {heading}
        {cards}
      </section>
    );
  return (
    <details className="group" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{heading}</summary>
      {cards}
    </details>
  );
}
