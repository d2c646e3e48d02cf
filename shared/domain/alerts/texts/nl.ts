import type { AlertTexts } from './alert-texts.ts';

export const nlTexts: AlertTexts = {
  problemOpened: (title) => `Nieuw probleem: ${title}`,
  problemRegressed: (title) => `Het probleem is terug: ${title}`,
  problemSurge: (title, count) => `${count} fouten in een uur: ${title}`,
  problemSurgeOver: (title) => `Niet langer veel fouten: ${title}`,
  givenUp: (title, count) =>
    count === 1
      ? `Business Central synchroniseert 1 record niet meer: ${title}`
      : `Business Central synchroniseert ${count} records niet meer: ${title}`,
  givenUpOver: (title) => `Er is geen record meer opgegeven: ${title}`,
  silence: (company) => `Geen teken van leven van ${company}`,
  silenceOver: (company) => `${company} geeft weer een teken van leven`,
  settingsRed: (check) => `Een controle van de instellingen faalt: ${check}`,
  settingsGreen: (check) => `Een controle van de instellingen is weer goed: ${check}`,
  cleanupLarge: (count) => `Bij een opschoning zijn ${count} open fouten verwijderd`,
  cleanupLargeOver: (count) => `De opschoning van ${count} open fouten is ongedaan gemaakt`,
  summary: (count) =>
    count === 1
      ? 'Waarschuwingen staan aan; 1 probleem is open'
      : `Waarschuwingen staan aan; ${count} problemen zijn open`,
  digest: (count) => `${count} waarschuwingen`,
  held: (until) => `Meer waarschuwingen wachten tot ${until}`,
  test: 'Dit is een proefbericht. Waarschuwingen komen hier aan.',
  more: (count) => `en nog ${count}`,
  environment: 'Omgeving',
  company: 'Bedrijf',
  mapping: 'Toewijzing',
  key: 'Betreft',
  errors: 'Fouten',
  records: 'Records',
  since: 'Sinds',
  message: 'Foutmelding',
  open: 'De foutenbalie openen',
};
