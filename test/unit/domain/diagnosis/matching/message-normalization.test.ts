import { describe, expect, it } from 'vitest';
import { normalizeMessage } from '../../../../../shared/domain/diagnosis/matching/message-normalization.ts';

describe('normalizeMessage', () => {
  it.each([
    { name: 'numbers', message: 'Line 10000 of 1,234.50 failed', key: 'Line {number} of {number} failed' },
    { name: 'a document number', message: 'Order PSI-103021 failed', key: 'Order {number} failed' },
    { name: 'a record id', message: 'Customer: 10000 is odd', key: 'Customer: {number} is odd' },
    {
      name: 'a record id of a document',
      message: 'Sales Invoice Header: PSI-103021 is odd',
      key: 'Sales Invoice Header: {number} is odd',
    },
    {
      name: 'a record id of several fields',
      message: 'Sales Line: Order,1001,10000 is odd',
      key: 'Sales Line: Order,{number} is odd',
    },
    { name: 'a record id without digits', message: 'Currency: USD is odd', key: 'Currency: {code} is odd' },
    {
      name: 'a GUID',
      message: 'Id 8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5 is odd',
      key: 'Id {guid} is odd',
    },
    { name: 'a GUID in braces', message: 'Id {8F14E45F-CEEA-467F-A1D2-91A5B0C3D4E5}', key: 'Id {guid}' },
    {
      name: 'a GUID in parentheses',
      message: 'Id(8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5)',
      key: 'Id{guid}',
    },
    {
      name: 'a GUID in a URL spelling',
      message: 'Id %7B8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5%7D',
      key: 'Id {guid}',
    },
    { name: 'a GUID without dashes', message: 'Id 8f14e45fceea467fa1d291a5b0c3d4e5', key: 'Id {guid}' },
    {
      name: 'a GUID in hexadecimal groups',
      message: 'Id {0x8f14e45f,0xceea,0x467f,{0xa1,0xd2,0x91,0xa5,0xb0,0xc3,0xd4,0xe5}}',
      key: 'Id {guid}',
    },
    { name: 'a quoted value', message: "Value 'Contoso' is odd", key: 'Value {value} is odd' },
    {
      name: 'a quoted value with an apostrophe',
      message: "Value 'O'Neil & Sons' is odd",
      key: 'Value {value} is odd',
    },
    { name: 'a double quoted value', message: 'Value "Jan de Vries" is odd', key: 'Value {value} is odd' },
    { name: 'curly quotes', message: 'Wert „Müller“ und “Jones”', key: 'Wert {value} und {value}' },
    { name: 'guillemets', message: 'Valeur « Dupont »', key: 'Valeur {value}' },
    { name: 'apostrophes in words', message: "It doesn't and can't", key: "It doesn't and can't" },
    {
      name: 'an ISO date and time',
      message: 'At 2024-05-06T07:08:09.123Z it broke',
      key: 'At {date} it broke',
    },
    {
      name: 'an American date and time',
      message: 'At 01/31/2024 11:15 PM it broke',
      key: 'At {date} it broke',
    },
    { name: 'a European date', message: 'Am 31.01.2024 defekt', key: 'Am {date} defekt' },
    { name: 'a date with a month name', message: 'Op 5 januari 2024 stuk', key: 'Op {date} stuk' },
    { name: 'an American month name', message: 'On January 5, 2024 it broke', key: 'On {date} it broke' },
    { name: 'a time', message: 'At 07:08:09 it broke', key: 'At {date} it broke' },
    {
      name: 'a URL',
      message: 'See https://contoso.crm4.dynamics.com/main.aspx?id=1 now',
      key: 'See {url} now',
    },
    { name: 'an e-mail address', message: 'User anna.jansen@contoso.com is odd', key: 'User {email} is odd' },
    { name: 'white space', message: '  a \r\n\t b\u00A0c ', key: 'a b c' },
    { name: 'nothing', message: '', key: '' },
  ])('masks $name', ({ message, key }) => {
    expect(normalizeMessage({ message })).toBe(key);
  });

  it('keeps at most 250 UTF-16 units, no half character and no half placeholder', () => {
    const long = normalizeMessage({ message: `${'x'.repeat(249)}😀` });
    expect(long).toBe('x'.repeat(249));
    expect(normalizeMessage({ message: `${'x '.repeat(123)} 12345` })).toBe('x '.repeat(123).trimEnd());
  });

  it('gives what it was given when it is run on its own answer', () => {
    const message = "Customer: 10000 'A' at 2024-05-06, {8F14E45F-CEEA-467F-A1D2-91A5B0C3D4E5}";
    const once = normalizeMessage({ message });
    expect(normalizeMessage({ message: once })).toBe(once);
  });
});

describe('normalizeMessage of an answer in JSON', () => {
  it.each([
    {
      name: 'its code and its message',
      message: '{"error":{"code":"0x80061234","message":"The gadget 12 is odd."}}',
      key: '0x80061234 The gadget {number} is odd.',
    },
    {
      name: 'the text before it',
      message: 'Request failed: {"error":{"code":"BadGadget","message":"It is \\"odd\\"\\r\\nhere."}}',
      key: 'Request failed: BadGadget It is {value} here.',
    },
    {
      name: 'an answer that was cut',
      message: '{"error":{"code":"0x80061234","message":"The gadget is o',
      key: '0x80061234 The gadget is o',
    },
    {
      name: 'an answer of Microsoft Entra',
      message: '{"error":"odd_gadget","error_description":"The gadget is odd."}',
      key: 'odd_gadget The gadget is odd.',
    },
    { name: 'a code that is a number', message: '{"code":12,"message":"Odd."}', key: 'Odd.' },
  ])('keeps $name', ({ message, key }) => {
    expect(normalizeMessage({ message })).toBe(key);
  });

  it('leaves other text in braces as it is', () => {
    expect(normalizeMessage({ message: 'The set {"a"} is odd' })).toBe('The set {{value}} is odd');
  });
});

describe('normalizeMessage masks what the report calls its own records', () => {
  const source = {
    app: 'business-central',
    recordId: 'Resource: LIFT',
    name: 'Lift van Oost (groot)',
  } as const;

  it.each([
    {
      name: 'their names',
      message: 'De resource Lift van Oost (groot) is vreemd',
      key: 'De resource {name} is vreemd',
    },
    { name: 'their keys', message: 'Resource LIFT is odd', key: 'Resource {name} is odd' },
    { name: 'their record ids', message: 'Resource: LIFT is odd', key: '{name} is odd' },
    {
      name: 'nothing inside another word',
      message: 'Resource LIFTING is odd',
      key: 'Resource LIFTING is odd',
    },
  ])('$name', ({ message, key }) => {
    expect(normalizeMessage({ message, source })).toBe(key);
  });

  it('so ten resources are one problem', () => {
    const names = ['LIFT', 'Kraan', 'Anna', 'Bob', 'MIXER', 'Truck A', 'Zaag', 'Boor', 'Oven', 'Pomp'];
    const keys = names.map((name) =>
      normalizeMessage({
        message: `The thing of ${name} is odd.\\Ask ${name} about it.`,
        destination: { app: 'dataverse', name },
      }),
    );
    expect(new Set(keys)).toEqual(new Set(['The thing of {name} is odd. Ask {name} about it.']));
  });

  it("takes Business Central's line break for a space", () => {
    expect(normalizeMessage({ message: 'It is odd.\\\\Really.\\Yes.' })).toBe('It is odd. Really. Yes.');
  });
});
