import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseAgain } from '../../../../../shared/domain/diagnosis/diagnose.ts';
import type { DiagnosisSubject } from '../../../../../shared/domain/diagnosis/diagnosis.ts';
import { subjectKey } from '../../../../../shared/domain/diagnosis/matching/subject-key.ts';
import { labelledTexts } from '../../../../support/diagnosis-texts.ts';

const messages = labelledTexts.map(([message]) => message);

/** Reports of one message about different records, some of which it names. */
const subjects = fc
  .record({
    message: fc.constantFrom(...messages),
    changes: fc.array(fc.constantFrom('é', '&amp;', '  ', '\\', '\n', '<b>', '{"message":"', 'İ'), {
      maxLength: 1,
    }),
    cuts: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 25 })), {
      minLength: 1,
      maxLength: 4,
    }),
    others: fc.array(
      fc.constantFrom('Cannon Group', '10000', 'prvReadAccount', 'Ångström', 'A  B', 'error'),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
    tables: fc.array(fc.constantFrom('Customer', 'Contact', 'account', undefined), {
      minLength: 4,
      maxLength: 4,
    }),
    upper: fc.boolean(),
  })
  .map(({ message, changes, cuts, others, tables, upper }): DiagnosisSubject[] => {
    const half = Math.floor(message.length / 2);
    const text = message.slice(0, half) + changes.join('') + message.slice(half);
    const parts = cuts.map(([at, length]) => text.slice(Math.floor(at * text.length)).slice(0, length));
    const names = [...parts.map((part) => (upper ? part.toUpperCase() : part)), ...others];
    return names.map((name, index) => ({
      message: text,
      mapping: 'CUSTOMER',
      source: {
        app: 'business-central',
        name,
        recordId: `Customer: ${names[(index + 1) % names.length]}`,
        ...(tables[index] ? { table: tables[index] } : {}),
      },
    }));
  });

describe('subjects with one key', () => {
  it('have one diagnosis, whatever was diagnosed before', () => {
    fc.assert(
      fc.property(subjects, (reports) => {
        for (const report of reports) expect(diagnoseAgain(report)).toEqual(diagnose(report));
      }),
      { numRuns: 1500 },
    );
  });

  it('are those of one message that names none of their records', () => {
    const about = (name: string, message: string) =>
      subjectKey({ message, source: { app: 'business-central', name, recordId: `Customer: ${name}` } });
    const silent = 'Signing in failed';
    expect(about('Cannon Group', silent)).toBe(about('Adatum', silent));
    const naming = 'The customer CANNON GROUP is blocked';
    expect(about('Cannon Group', naming)).not.toBe(about('Adatum', naming));
    for (const name of ['Café', 'Caf\u0065\u0301', 'Cafe  Noir'])
      expect(about(name, 'The cafe noir is blocked')).not.toBe(about('Adatum', 'The cafe noir is blocked'));
    // Entities and accents change when a message is cleaned: there each name counts.
    for (const message of ['A &amp; B failed', 'Caf\u00e9 failed', 'A\\B failed', '{"message":"x"}'])
      expect(about('Cannon Group', message)).not.toBe(about('Adatum', message));
  });
});
