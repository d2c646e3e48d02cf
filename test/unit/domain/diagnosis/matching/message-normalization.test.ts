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
    expect(normalizeMessage(message)).toBe(key);
  });

  it('keeps at most 250 UTF-16 units, no half character and no half placeholder', () => {
    const long = normalizeMessage(`${'x'.repeat(249)}😀`);
    expect(long).toBe('x'.repeat(249));
    expect(normalizeMessage(`${'x '.repeat(123)} 12345`)).toBe('x '.repeat(123).trimEnd());
  });

  it('gives what it was given when it is run on its own answer', () => {
    const once = normalizeMessage(
      "Customer: 10000 'A' at 2024-05-06, {8F14E45F-CEEA-467F-A1D2-91A5B0C3D4E5}",
    );
    expect(normalizeMessage(once)).toBe(once);
  });
});
