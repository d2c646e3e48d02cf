import { describe, expect, it } from 'vitest';
import { causes, isLikely } from '../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import { textKey } from '../../../../shared/domain/diagnosis/matching/text-key.ts';
import { labelledTexts } from '../../../support/diagnosis-texts.ts';

const guid = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;

describe('diagnose judges the labelled texts', () => {
  const judged = labelledTexts.map(([message, cause, resolver]) => ({
    message,
    expected: `${cause} ${resolver}`,
    unclassified: cause === 'unclassified',
    got: diagnose({ message }),
  }));

  it('of which there are enough, each once, for every cause', () => {
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect(new Set(labelledTexts.map(([message]) => message)).size).toBe(judged.length);
    for (const cause of causes) expect(labelledTexts.map(([, own]) => own)).toContain(cause);
  });

  it('without a single wrong cause or resolver', () => {
    const wrong = judged.filter(
      ({ got, expected }) => got.cause !== 'unclassified' && `${got.cause} ${got.resolver}` !== expected,
    );
    expect(wrong).toEqual([]);
  });

  it('and recognizes more than 95 % of the errors', () => {
    const recognizable = judged.filter(({ unclassified }) => !unclassified);
    const missed = recognizable.filter(({ got }) => got.cause === 'unclassified');
    expect(1 - missed.length / recognizable.length, JSON.stringify(missed, undefined, 1)).toBeGreaterThan(
      0.95,
    );
  });

  it('with evidence from the text, and keys without GUIDs and addresses', () => {
    for (const { got, message, unclassified } of judged) {
      expect(got.key.length, message).toBeLessThanOrEqual(250);
      expect(got.key, message).not.toMatch(guid);
      expect(got.key, message).not.toContain('@');
      if (unclassified || got.cause === 'unclassified')
        expect(got).toMatchObject({ evidence: '', key: textKey({ message }) });
      else expect(got.evidence, message).toMatch(/\S{2}/);
    }
  });
});

describe('diagnose gives each problem of a cause its own key', () => {
  it.each([
    {
      name: 'by the privilege',
      message: 'Principal user (Id=1, type=8) is missing prvReadAccount privilege (Id=2)',
      key: 'prvReadAccount',
    },
    {
      name: 'by the privilege at the end of the text',
      message: 'Principal user (Id=1, type=8) is missing prvCreatemsdyn_workorder privilege',
      key: 'prvCreatemsdyn_workorder',
    },
    {
      name: 'by the currency',
      message:
        'Cannot create or update the currency NOK in Dataverse, because there is no exchange rate defined for it.',
      key: 'NOK',
    },
    {
      name: 'by table and field',
      message:
        'Gen. Bus. Posting Group must have a value in Customer: No.=10000. It cannot be zero or empty.',
      key: 'Customer / Gen. Bus. Posting Group',
    },
    {
      name: 'by the caption of what is not coupled, not by the person',
      message: 'Salesperson Code JO must be coupled to a Dataverse row.',
      key: 'Salesperson/Purchaser',
    },
    {
      name: 'by the currency that is not coupled',
      message: 'Currency Code USD must be coupled to a Dataverse row.',
      key: 'Currency USD',
    },
    {
      name: 'by the column of Dataverse',
      message:
        "A validation error occurred. The length of the 'address1_line1' attribute of the 'account' entity exceeded the maximum allowed length of '250'.",
      key: 'account / address1_line1',
    },
    {
      name: 'by the field that Business Central names',
      message:
        "Your entry of '12' is not an acceptable value for 'Phone No.'. The field must not contain letters.",
      key: 'Phone No',
    },
    { name: 'by the sign-in number', message: 'AADSTS7000222: keys are expired.', key: 'AADSTS7000222' },
    {
      name: 'by a field with brackets',
      message:
        'Cannot update a record in the Account table. The mapping between Credit Limit (LCY) field on the Customer table and the Credit Limit field on the Account table is bi-directional, and one or both values have changed since the last synchronization.',
      key: 'Customer / Credit Limit (LCY)',
    },
    {
      name: 'by table and field of a translated conflict',
      message:
        'Ein Datensatz in der Tabelle Account kann nicht aktualisiert werden. Die Zuordnung zwischen dem Feld Kreditlimit (MW) in der Tabelle Debitor und dem Feld Kreditlimit in der Tabelle Account ist bidirektional, und mindestens ein Wert wurde seit der letzten Synchronisierung geändert.',
      key: 'Debitor / Kreditlimit (MW)',
    },
    {
      name: 'by the currency behind an article',
      message: 'La devise USD doit être couplée à une ligne Dataverse.',
      key: 'Currency USD',
    },
    {
      name: 'by the caption of what is not coupled',
      message: 'Unit of measure BOX is not coupled.',
      key: 'Unit of Measure',
    },
    {
      name: 'by the table, not by the record of it',
      message: 'Der Datensatz Debitor Hans Meier wurde nicht gefunden.',
      key: 'Customer',
    },
    {
      name: 'by the mapping, without the words before it',
      message:
        'There are no field mapping rows for the Integration Table Mapping VENDOR in the Integration Field Mapping table.',
      key: 'VENDOR',
    },
    {
      name: 'by the object, not by the action',
      message:
        'Sorry, the current permissions prevented the action. (TableData 18 Customer Modify: Base Application)',
      key: 'TableData Customer',
    },
    {
      name: 'by the plug-in',
      message:
        'An unexpected error occurred from ISV code. Unexpected exception from plug-in (Execute): Contoso.Plugins.AccountCheck: System.NullReferenceException',
      key: 'Contoso.Plugins.AccountCheck',
    },
    {
      name: 'by the code of the fault, in any spelling',
      message: 'ISV code aborted the operation. CRM ErrorCode: -2147220891',
      key: '0x80040265',
    },
    {
      name: 'by the table within an answer in JSON',
      message:
        '{"error":{"code":"0x80040217","message":"account With Id = 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 Does Not Exist"}}',
      key: 'account',
    },
    { name: 'by the SQL number', message: 'Generic SQL error. Sql Number: 1205', key: 'SQL 1205' },
  ])('$name', ({ message, key }) => {
    expect(diagnose({ message }).key).toBe(key);
  });

  it('not by a privilege that was cut off', () => {
    const message = `Principal user (Id=1, type=8${'x'.repeat(190)}) is missing prvCreatemsdyn`.slice(0, 250);
    expect(diagnose({ message: message.padStart(250, ' ') })).toMatchObject({
      cause: 'missing-privilege',
      key: '',
    });
  });

  it('by the table of the report, if the text names none', () => {
    const message = 'A record with matching key values already exists.';
    expect(diagnose({ message, source: { app: 'business-central', table: 'Customer' } }).key).toBe(
      'Customer',
    );
    expect(diagnose({ message, mapping: 'CUSTOMER' }).key).toBe('CUSTOMER');
    expect(diagnose({ message }).key).toBe('');
  });

  it('which is the same for every record', () => {
    const one =
      'The field City of table Customer contains a value (X) that cannot be found in the related table (Y).';
    expect(diagnose({ message: one }).key).toBe(diagnose({ message: one.replace('(X)', '(Q 17)') }).key);
  });
});

describe('diagnose judges the inner error', () => {
  const inner = 'Salesperson Code JO must be coupled to a Dataverse row';
  const once = `Modifying Customer failed because of the following error: ${inner}.`;
  const twice = `The data could not be updated because of the following error: ${once}`;

  it.each([{ message: once }, { message: twice }])('of $message', ({ message }) => {
    expect(diagnose({ message })).toMatchObject({ cause: 'dependency-not-coupled', evidence: inner });
  });

  it('and not the wrapper around it', () => {
    const message = 'Modifying Deadlock Victim Ltd failed because of the following error: %2.';
    expect(diagnose({ message }).cause).toBe('unclassified');
  });
});

describe('diagnose recognizes a cut text', () => {
  const cutTo = (inner: string) => {
    const wrapper = 'Modifying Customer failed because of the following error: ';
    return `${wrapper.replace('Customer', 'C'.padEnd(258 - wrapper.length - inner.length, 'x'))}${inner}`;
  };

  it.each([
    { inner: 'The contact cannot be synchronized because the com', cause: 'record-missing' },
    {
      inner: 'Cannot create the invoice in Dataverse. The item unit of measure BOX do',
      cause: 'unit-of-measure-invalid',
    },
    {
      inner: 'Cannot create the invoice in Dataverse. The customer from the orig',
      cause: 'dependency-not-coupled',
    },
    { inner: 'The synchronization direction cannot be det', cause: 'mapping-misconfigured' },
    { inner: 'The synchron', cause: 'unclassified' },
    { inner: 'Cannot find ', cause: 'unclassified' },
  ])('after "$inner": $cause', ({ inner, cause }) => {
    const message = cutTo(inner);
    expect(message).toHaveLength(250);
    expect(diagnose({ message }).cause).toBe(cause);
    // In a text that was not cut, the same words are not a label.
    const whole = diagnose({ message: inner });
    expect(isLikely(whole.key) || whole.cause === 'unclassified').toBe(true);
  });
});

describe('diagnose takes linear time', () => {
  // A regular expression that backtracks takes minutes for such a text: far more than the time limit of a test.
  it.each([
    'a'.repeat(8192),
    '_'.repeat(8192),
    'a_'.repeat(4096),
    'a.'.repeat(4096),
    'a-b.c/'.repeat(1365),
    '1,'.repeat(4096),
    "'a ".repeat(2730),
    '<a '.repeat(2730),
    'following error: '.repeat(481),
    'System.Exception: '.repeat(455),
    'Cannot find '.repeat(682),
    'the record must be coupled '.repeat(303),
    'e\u0301'.repeat(4096),
  ])('on 8 KiB of %.20s', (message) => {
    expect(diagnose({ message }).cause).toBe('unclassified');
  });
});
