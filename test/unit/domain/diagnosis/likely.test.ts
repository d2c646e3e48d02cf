import { describe, expect, it } from 'vitest';
import { learnedSentences } from '../../../../infra/catalogue/sources.ts';
import { isLikely } from '../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import { explain } from '../../../../shared/domain/diagnosis/explain.ts';
import { likelyAnswer, likelyThreshold } from '../../../../shared/domain/diagnosis/likely/find-likely.ts';
import { prepareMessage } from '../../../../shared/domain/diagnosis/matching/prepared-message.ts';
import { mappingTexts } from '../../../bench/texts.ts';
import { labelledTexts } from '../../../support/diagnosis-texts.ts';

const free =
  'Voor de munt NOK heeft niemand een valutakoers ingevoerd, zonder wisselkoers geen synchronisatie.';

describe('a text that only the words decide', () => {
  const source = { app: 'business-central', table: 'Currency' } as const;
  const diagnosis = diagnose({ message: free, source });

  it('is likely, with the words that decided and a key of its own', () => {
    expect(diagnosis).toEqual({
      cause: 'exchange-rate-missing',
      key: 'likely:',
      resolver: 'administrator',
      evidence: expect.stringContaining('valutakoers … wisselkoers'),
    });
  });

  it.each([
    { language: 'en', title: /^Probably: / },
    { language: 'nl', title: /^Waarschijnlijk: / },
  ] as const)(
    'is shown as probable in $language, without its key and without checks',
    ({ language, title }) => {
      const { title: shown, steps, checks } = explain(diagnosis, language);
      expect(shown).toMatch(title);
      expect(steps.join(' ')).not.toContain('likely:');
      expect(checks).toEqual([]);
    },
  );

  it('has the table in its key, where the cause is one of a mapping', () => {
    const message = 'Aan deze verkoper hangt nog geen gekoppelde Dataverse rij, die koppeling moet eerst.';
    expect(diagnose({ message, source: { app: 'business-central', table: 'Salesperson' } })).toMatchObject({
      cause: 'dependency-not-coupled',
      key: 'likely:Salesperson',
    });
  });
});

it('a text that a label or a code decides is exact', () => {
  expect(isLikely(diagnose({ message: 'The operation timed out. Try again.' }).key)).toBe(false);
});

it.each([
  { name: 'a question', message: `${free.slice(0, -1)}?` },
  { name: 'a memo', message: `Memo: ${free}` },
  { name: 'another product', message: `Shopify: ${free}` },
  { name: 'something that was resolved', message: `${free} Dat is gisteren opgelost.` },
  { name: 'the name of a company', message: `Valutakoers Wisselkoers Geen BV: ${free}` },
  { name: 'a long letter', message: `${free} `.repeat(8) },
  { name: 'no error', message: 'There are no synchronization errors for this mapping.' },
  { name: 'what no problem is', message: 'Geen problemen met licenties of bevoegdheden gevonden.' },
  { name: 'the name of an unknown product first', message: `Frobnicator: ${free}` },
  {
    name: 'only the name of the wrapper',
    message: 'Beim Kommunizieren mit Dataverse ist ein Fehler aufgetreten.',
  },
  { name: 'what is in order', message: 'The user is not missing any privilege.' },
])('$name is not even likely', ({ message }) => {
  expect(diagnose({ message }).cause).toBe('unclassified');
});

describe('the end of a text may be missing', () => {
  it.each([
    {
      message: 'The synchronization job cannot be started, because the Dataverse connection is dis',
      cause: 'connection-disabled',
      evidence: 'connection is dis',
    },
    {
      message: 'The specified unit is not valid for this prod',
      cause: 'unit-of-measure-invalid',
      evidence: 'The specified unit is not valid for this prod',
    },
    {
      message: 'Detailed error description: The organization org8ce7 has been disab',
      cause: 'environment-unavailable',
      evidence: 'organization org8ce7 has been disab',
    },
  ])('$message', ({ message, cause, evidence }) => {
    expect(diagnose({ message })).toMatchObject({
      cause,
      key: 'likely:',
      evidence: expect.stringContaining(evidence),
    });
  });

  it.each(['SharePoint: The specified unit is not valid for this prod', 'The specified unit is not va'])(
    'but not in "%s"',
    (message) => {
      expect(diagnose({ message }).cause).toBe('unclassified');
    },
  );
});

it('the words of no near miss are above the threshold', () => {
  const taken = labelledTexts.filter(
    ([message, cause]) =>
      cause === 'unclassified' &&
      (likelyAnswer(prepareMessage(message))?.probability ?? 0) >= likelyThreshold,
  );
  expect(taken).toEqual([]);
});

it.each([
  'Die Umgebung ist nicht mehr im Verwaltungsmodus',
  "L'environnement n'est plus en mode d'administration",
  'El cliente 10000 ya no está bloqueado',
  'O cliente já não está bloqueado',
  'De gebruiker mist geen bevoegdheden',
  'Brukeren mangler ingen rettigheter',
])('a state that is over, or nothing that is missing, is no error: %s', (message) => {
  expect(diagnose({ message }).cause).toBe('unclassified');
});

it('no sentence to learn from that is no error is likely', () => {
  const taken = learnedSentences().filter(
    ({ cause, text }) => cause === 'unclassified' && isLikely(diagnose({ message: text }).key),
  );
  expect(taken).toEqual([]);
});

it('what extensions and own code say is not even likely', () => {
  const texts = mappingTexts.flatMap(({ unknown }) => unknown.map((text) => text.replace('{no}', '1001')));
  expect(texts.length).toBeGreaterThan(15);
  expect(texts.filter((message) => diagnose({ message }).cause !== 'unclassified')).toEqual([]);
});
