import { describe, expect, it } from 'vitest';
import { englishTableName } from '../../../../shared/domain/links/table-names.ts';

describe('the English name of a table', () => {
  it.each([
    ...['Salesperson', 'salesperson/purchaser', 'Salesperson Code', 'Verkoper/inkoper', 'Verkoperscode'].map(
      (name) => [name, 'Salesperson/Purchaser'],
    ),
    ...['Verkäufercode', 'Code vendeur', 'Cód. vendedor', 'Sælgerkode'].map((name) => [
      name,
      'Salesperson/Purchaser',
    ]),
    ...['Valutacode', 'Währungscode', 'devise', 'Code devise', 'Cód. divisa'].map((name) => [
      name,
      'Currency',
    ]),
    ...['Klant', 'Debitor', 'Bill-to Customer', 'Sell-to Customer No.'].map((name) => [name, 'Customer']),
    ...['Eenheid', 'Måleenheden', 'Basiseinheit'].map((name) => [name, 'Unit of Measure']),
    ['Artikeleenheid', 'Item Unit of Measure'],
  ])('of %s is %s', (name, english) => {
    expect(englishTableName(name)).toBe(english);
  });

  it('is not known for a table of an extension', () => {
    expect(englishTableName('Contoso Loyalty Card')).toBeUndefined();
  });
});
