import { describe, expect, it } from 'vitest';
import { isLikely } from '../../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../../shared/domain/diagnosis/diagnose.ts';
import { findAccessRight, findCodeName } from '../../../../../shared/domain/diagnosis/matching/find-name.ts';
import { prepareMessage } from '../../../../../shared/domain/diagnosis/matching/prepared-message.ts';

const source = { app: 'business-central', table: 'Customer' } as const;

describe('findCodeName', () => {
  it.each([
    {
      text: 'A gravação foi interrompida. IsvAborted, passo 279a9423',
      code: 'IsvAborted',
      cause: 'plugin-failure',
    },
    {
      text: 'Lagring feilet, ApiExceptionMessageName: ConcurrencyVersionMismatch',
      code: 'ConcurrencyVersionMismatch',
      cause: 'lock-or-concurrency',
    },
    {
      text: 'Bijwerken mislukt, status KeepAliveFailure',
      code: 'KeepAliveFailure',
      cause: 'timeout-or-network',
    },
    {
      text: 'Token ophalen niet gelukt: invalid_grant',
      code: 'invalid_grant',
      cause: 'authentication-failed',
    },
  ])('$code in "$text"', ({ text, code, cause }) => {
    expect(findCodeName(prepareMessage(text), { message: text })).toMatchObject({ code, cause });
    expect(diagnose({ message: text })).toMatchObject({ cause, evidence: code });
    expect(isLikely(diagnose({ message: text }).key)).toBe(false);
  });

  it.each([
    'Customer "IsvAborted Cleaning" was created.',
    'Memo: what does DuplicateRecord mean?',
    'Shopify: DuplicateRecord',
    'The DuplicateRecordFinder was started.',
    'The record AdventureWorks was updated.',
  ])('none in "%s"', (text) => {
    expect(findCodeName(prepareMessage(text), { message: text })).toBeUndefined();
    expect(diagnose({ message: text }).cause).toBe('unclassified');
  });
});

describe('findAccessRight', () => {
  it.each([
    'La entidad de seguridad con id. 1 no tiene los derechos WriteAccess para el registro',
    'De gebruiker met id 1 heeft geen AppendToAccess-rechten voor de record',
    'Användaren har inte behörigheten ReadAccess för posten',
  ])('in "%s"', (message) => {
    expect(diagnose({ message, source })).toMatchObject({ cause: 'missing-privilege', key: 'Customer' });
  });

  it.each(['The user has WriteAccess to the record.', 'Kein Problem: WriteAccessGranted'])(
    'not in "%s"',
    (text) => {
      expect(findAccessRight(prepareMessage(text), { message: text })).toBeUndefined();
    },
  );
});
