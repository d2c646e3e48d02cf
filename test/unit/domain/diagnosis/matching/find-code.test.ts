import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../../shared/domain/diagnosis/diagnose.ts';

describe('a code of Dataverse decides in any language', () => {
  it.each([
    { name: 'in hexadecimal', message: 'Fel 0x80040333: posten kunde inte sparas' },
    { name: 'in capitals', message: 'Fel 0X80040333: posten kunde inte sparas' },
    { name: 'without 0x', message: 'Errore: codice 80040333, impossibile salvare il record' },
    { name: 'in decimal', message: 'Erro: código -2147220685, não foi possível gravar' },
    { name: 'in decimal without its sign', message: 'Erro: código 2147220685, não foi possível gravar' },
    {
      name: 'in an answer in JSON',
      message: '{"error":{"code":"0x80040333","message":"Posten finns redan."}}',
    },
    {
      name: 'inside the wrapper of Business Central',
      message: 'Modifying Customer failed because of the following error: Feil 0x80040333.',
    },
  ])('$name', ({ message }) => {
    expect(diagnose({ message })).toMatchObject({ cause: 'duplicate-record', resolver: 'record-user' });
  });

  it.each([
    { message: 'Error code: 0x80040217', cause: 'record-missing' },
    { message: 'Error code 0x80072322', cause: 'throttled' },
    { message: 'CRM ErrorCode: -2147220937', cause: 'duplicate-record' },
  ])('$message', ({ message, cause }) => {
    expect(diagnose({ message }).cause).toBe(cause);
  });

  it('whatever the sentence around it says', () => {
    const message = 'Er is een onverwachte fout opgetreden. Foutcode: 0x80040333';
    expect(diagnose({ message }).cause).toBe('duplicate-record');
  });

  it('with the resolver of the catalogue, where it is not that of the cause', () => {
    expect(diagnose({ message: 'Fehler 0x8004b044' })).toMatchObject({
      cause: 'environment-unavailable',
      resolver: 'wait',
    });
  });

  it('and is the key where the cause does not say everything', () => {
    expect(diagnose({ message: 'Fehler 0x80041d1f' }).key).toBe('');
    expect(diagnose({ message: 'Fel 0x80040200' }).key).toBe('0x80040200');
  });

  it('but a general one says less than the words', () => {
    const message = 'account With Id = 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 Does Not Exist (0x80040216)';
    expect(diagnose({ message }).cause).toBe('record-missing');
  });

  it('and a time-out inside custom code stays a fault of custom code', () => {
    const message = 'ISV code aborted the operation. Plug-in error. Error code: 0x80044151';
    expect(diagnose({ message }).cause).toBe('plugin-failure');
  });

  it.each([
    { name: 'in a quotation', message: 'Jan schreef dat hij gisteren 0x80040333 zag' },
    { name: 'in a memo', message: 'Memo: fout 0x80040333 bespreken met de partner' },
    { name: 'in a quoted name', message: "Klant 'Fout 0x80040333 Verhuur' staat op het scherm" },
    { name: 'as the number of a record', message: 'Klant 80040333 staat op het scherm' },
    { name: 'with more digits', message: 'Rekening 0x8004033355 staat op het scherm' },
    { name: 'of another product', message: 'Shopify: fout 0x80040333' },
    { name: 'after a negation', message: 'Er was geen 0x80040333' },
  ])('it gives nothing $name', ({ message }) => {
    expect(diagnose({ message }).cause).toBe('unclassified');
  });

  it('it gives nothing in the name of a record of the report', () => {
    const message = 'De klant Verhuur 0x80040333 Oost staat op het scherm';
    const source = { app: 'business-central', name: 'Verhuur 0x80040333 Oost' } as const;
    expect(diagnose({ message, source }).cause).toBe('unclassified');
    expect(diagnose({ message }).cause).toBe('duplicate-record');
  });
});

describe('a code of Microsoft Entra decides in any language', () => {
  it.each([
    {
      message: 'AADSTS7000222: clienthemligheten har gått ut.',
      cause: 'authentication-failed',
      key: 'AADSTS7000222',
    },
    { message: 'aadsts50057: kontot är inaktiverat.', cause: 'integration-user-invalid', key: 'AADSTS50057' },
    { message: 'AADSTS700027: certifikatet är ogiltigt.', cause: 'certificate-or-tls', key: 'AADSTS700027' },
    {
      message: 'AADSTS90033: A transient error has occurred. Please try again.',
      cause: 'timeout-or-network',
      key: 'AADSTS90033',
    },
    { message: 'AADSTS50196: client request loop.', cause: 'throttled', key: 'AADSTS50196' },
    { message: 'AADSTS999999: något nytt.', cause: 'authentication-failed', key: 'AADSTS999999' },
    {
      message: '{"error":"x","error_codes":[7000215],"trace_id":"y"}',
      cause: 'authentication-failed',
      key: 'AADSTS7000215',
    },
    {
      message:
        "AADSTS7000222: The provided client secret keys for app '8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5' are expired.",
      cause: 'authentication-failed',
      key: 'AADSTS7000222',
    },
    {
      message:
        'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.',
      cause: 'authentication-failed',
      key: 'AADSTS50076',
    },
    {
      message: 'AADSTS700016: Application with identifier was not found in the directory.',
      cause: 'authentication-failed',
      key: 'AADSTS700016',
    },
  ])('$message', ({ message, cause, key }) => {
    expect(diagnose({ message })).toMatchObject({ cause, key });
  });

  it('but the prefix alone gives nothing', () => {
    expect(diagnose({ message: 'AADSTS is the prefix of sign-in errors.' }).cause).toBe('unclassified');
  });
});

describe('a number of SQL Server decides, whatever the text around it says', () => {
  it.each([
    {
      message: 'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205',
      cause: 'lock-or-concurrency',
      key: 'SQL 1205',
    },
    {
      message: 'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: -2',
      cause: 'timeout-or-network',
      key: 'SQL -2',
    },
    {
      message:
        'Sql error: A networking error caused this operation to fail. Please try again. CRM ErrorCode: -2147012608 Sql ErrorCode: -2146232060 Sql Number: 18456',
      cause: 'timeout-or-network',
      key: 'SQL 18456',
    },
    { message: 'Sql error: Generic SQL error. Sql Number: 2627', cause: 'duplicate-record', key: 'SQL 2627' },
    { message: 'Generic SQL error. Sql Number: 8152', cause: 'business-data-invalid', key: 'SQL 8152' },
    {
      message: "Generic SQL error. Incorrect syntax near the keyword 'ORDER'. Sql Number: 156",
      cause: 'internal-error',
      key: 'SQL 156',
    },
    { message: 'SQL-Fehlernummer 1205: Deadlock', cause: 'lock-or-concurrency', key: 'SQL 1205' },
    { message: 'SQL error 2601', cause: 'duplicate-record', key: 'SQL 2601' },
    { message: 'SQL-fout 1222 opgetreden', cause: 'lock-or-concurrency', key: 'SQL 1222' },
  ])('$message', ({ message, cause, key }) => {
    expect(diagnose({ message })).toMatchObject({ cause, key });
  });

  it.each([
    { message: 'Sql Number: unknown' },
    { message: 'SQL Server 2019 is installed.' },
    { message: 'Room 1205' },
  ])('but not in $message', ({ message }) => {
    expect(diagnose({ message }).cause).toBe('unclassified');
  });
});
