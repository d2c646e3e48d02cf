import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../../shared/domain/diagnosis/diagnose.ts';

describe('the name of a privilege decides in any language', () => {
  it.each([
    { language: 'English', message: 'Hey, caller 1 failed: prvReadAccount (Id=886b280c)' },
    { language: 'Dutch', message: 'Hoofdgebruiker (Id=1, type=8) heeft geen machtiging prvReadAccount' },
    { language: 'German', message: 'Hauptbenutzender (Id=1, type=8) fehlt Berechtigung prvReadAccount' },
    { language: 'French', message: "Il manque à l'utilisateur le droit prvReadAccount" },
    { language: 'Spanish', message: 'Usuario principal (Id=1, type=8) falta el privilegio prvReadAccount' },
    {
      language: 'Italian',
      message: "All'utente principale (Id=1, type=8) manca il privilegio prvReadAccount",
    },
    { language: 'Danish', message: 'Principal user (Id=1, type=8) mangler prvReadAccount-rettighed' },
    { language: 'Swedish', message: 'Huvudanvändaren saknar behörigheten prvReadAccount' },
    { language: 'Norwegian', message: 'Hovedbrukeren mangler rettigheten prvReadAccount' },
    { language: 'Portuguese', message: 'O utilizador principal não tem o privilégio prvReadAccount' },
    { language: 'Finnish', message: 'Jotain meni pieleen: prvReadAccount (OTC=1)' },
    {
      language: 'a plug-in',
      message: 'ISV code aborted the operation: user is missing prvReadAccount privilege',
    },
  ])('$language', ({ message }) => {
    expect(diagnose({ message })).toMatchObject({ cause: 'missing-privilege', key: 'prvReadAccount' });
  });

  it.each([
    {
      message:
        'Principal user (Id=8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5, type=8, roleCount=2, privilegeCount=120, accessMode=4) is missing prvReadAccount privilege (Id=886b280c-6396-4d56-a0a3-2c1b0a50ceb0) on OTC=1 for entity account',
      key: 'prvReadAccount',
    },
    { message: 'Principal user is missing prvCreateteg_cust', key: '' },
    {
      message: 'Principal-gebruiker (Id=1, type=8) mist de bevoegdheid prvWriteContact.',
      key: 'prvWriteContact',
    },
    { message: 'Dem Prinzipalbenutzer fehlt die Berechtigung prvWriteContact.', key: 'prvWriteContact' },
    {
      message: "L'utilisateur principal ne dispose pas du privilège prvWriteContact.",
      key: 'prvWriteContact',
    },
    { message: 'Al usuario principal le falta el privilegio prvWriteContact.', key: 'prvWriteContact' },
    { message: 'Hovedbrugeren mangler rettigheden prvWriteContact.', key: 'prvWriteContact' },
  ])('$message', ({ message, key }) => {
    expect(diagnose({ message })).toMatchObject({ cause: 'missing-privilege', key });
  });

  it.each([
    { name: 'nothing of the kind', message: 'The private room is missing a chair.' },
    { name: 'no sign of a refusal', message: 'prvReadAccount' },
    { name: 'a right that was given', message: 'De bevoegdheid prvReadAccount is toegevoegd aan de rol' },
    { name: 'a memo', message: 'Memo: role needs the privilege prvReadAccount' },
    { name: 'a question', message: 'Lisa fragt, ob die Berechtigung prvReadAccount fehlt' },
    { name: 'a quoted name', message: "De klant 'Recht prvReadAccount Advies' staat op het scherm" },
    {
      name: 'the name of a company',
      message: 'De klant prvReadAccount Recht BV staat op het scherm van de gebruiker',
    },
    { name: 'no capital', message: 'Het recht van prvreadaccount is een raadsel' },
  ])('but not with $name', ({ message }) => {
    expect(diagnose({ message }).cause).toBe('unclassified');
  });

  it('nor in the name of a record of the report', () => {
    const message = 'De klant Recht prvReadAccount Oost staat op het scherm';
    const destination = { app: 'dataverse', name: 'Recht prvReadAccount Oost' } as const;
    expect(diagnose({ message, destination }).cause).toBe('unclassified');
  });
});

it('looks at the first 50 names only: thousands in one text would take milliseconds', () => {
  const names = (count: number) => `${'prvReadAccount '.repeat(count)}${'and so on '.repeat(30)}`;
  const missing = 'the user is missing the privilege prvReadContact here.';
  expect(diagnose({ message: names(40) + missing })).toMatchObject({ key: 'prvReadContact' });
  expect(diagnose({ message: names(50) + missing })).not.toMatchObject({ key: 'prvReadContact' });
});
