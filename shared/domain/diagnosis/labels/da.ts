import type { TranslatedLabels } from './translated-labels.ts';

const emptyField = ['{field} skal have en værdi i {table}', '{field} skal indeholde en værdi i {table}'];

/** Danish labels, under the names of their rules. */
export const danishLabels = (): TranslatedLabels => ({
  'administration mode': [
    '(miljøet|miljø|organisationen|organisation){}i tilstanden (Kun administrator|Kun administratorer|Kun for administratorer)',
    '(miljøet|miljø|organisationen|organisation) {}(administrationstilstand|administratortilstand|kun for administratorer|kun administrator)',
  ],
  'access right': [
    '(bruger|brugeren|integrationsbrugeren) {}(ikke de nødvendige|utilstrækkelige|ikke tilstrækkelige|ikke de påkrævede) (rettigheder|privilegier|tilladelser)',
  ],
  'Business Central permission': [
    'Du har ikke følgende (rettigheder|tilladelser) (til|på|for) {table}',
    '{}nuværende (rettigheder|tilladelser) forhindrede handlingen{table}',
    '{}aktuelle (rettigheder|tilladelser) forhindrede handlingen{table}',
  ],
  licence: [
    '(Brugeren|Bruger) {}(ikke licens|ikke licenseret|ingen licens|ikke tildelt en licens|ikke en licens|ikke en gyldig licens)',
    'Din licens {}ikke',
  ],
  'integration user': [
    '(integrationsbruger|integrationsbrugeren|bruger|brugeren){}er angivet i {}findes ikke',
    '(Bruger|Brugeren) {} er deaktiveret på (serveren|server)',
    '(Bruger|Brugeren) {}(ikke en integrationsbruger|ugyldig adgangstilstand|ingen brugerroller|ikke de nødvendige roller|ikke de påkrævede roller)',
    'brugeren er ikke medlem af organisationen',
    'Der er ingen bruger med mailadressen',
  ],
  'plug-in': [
    '(plug-in|plugin|plug-in-programmet|ISV-kode|ISV-koden) {}(fejl|mislykkedes|undtagelse|afbrød|afbrudt)',
    '(fejl|undtagelse) {}(plug-in|plugin|ISV-kode)',
  ],
  'both sides changed': [
    'Recorden {table}kan ikke opdateres, (fordi|da) både {}(ændret|ændringer)',
    '{}mellem feltet {from} (i|på) tabellen {table} og {}(tovejs|to-vejs|bidirektionel|begge retninger)',
    'Kan ikke opdatere en record i tabellen {}. (Tilknytningen|Kortlægningen|Sammenkædningen) mellem {}',
    'En record i tabellen {} kan ikke opdateres. (Tilknytningen|Kortlægningen|Sammenkædningen) mellem {}',
    '{}mellem {}(tovejs|to-vejs|bidirektionel|begge retninger){}ændret{}synkronisering',
    '{}mellem {}(tovejs|to-vejs|bidirektionel|begge retninger){}synkronisering{}ændret',
  ],
  'coupled to a deleted record': [
    '{table}(sammenkædet|koblet|knyttet|kædet sammen|tilknyttet) (med|til) en slettet (record|post|række|rekord)',
  ],
  'must be coupled': [
    '{what} skal (være |)(sammenkædet|sammenkædes|koblet|kobles|kædet sammen|kædes sammen|knyttet|knyttes|tilknyttet) (med|til) {}(række|record|post|Dataverse|Dynamics)',
  ],
  'must be coupled to a record of a table': [
    '{what} skal (være |)(sammenkædet|sammenkædes|koblet|kobles|kædes sammen|kædet sammen|tilknyttet|tilknyttes) (med|til) (en|et)',
  ],
  'not coupled': [
    'Fakturaen kunne ikke oprettes i {}. Debitoren fra den oprindelige',
    '(Produktet|Ressourcen) {} kan ikke synkroniseres',
    '(Enheden|Enhed|Måleenhed|Måleenheden|Vareenheden|Ressourceenheden|Salgshovedet|Debitoren|Debitor|Sælgeren|Valutaen|Produktet|Varen|Kontakten) {}er ikke (sammenkædet|koblet|tilknyttet|kædet sammen)',
    'Kan ikke finde det sammenkædede {}fakturahoved',
    'Der blev ikke fundet et synkroniseret produkt for {}',
  ],
  'already coupled': [
    '{}(sammenkædes|sammenkæde|kobles|koble|kædes sammen){}allerede (er |)(sammenkædet|koblet|tilknyttet|kædet sammen) (med|til) {}',
  ],
  'no unique match': [
    '{}(sammenkæde|koble) {}(ingen entydig|ingen unik|nogen entydig|nogen unik|ikke fundet|ikke blev fundet en entydig|ikke blev fundet en unik|ikke blev fundet nogen){}',
  ],
  'no exchange rate': [
    '{}valutaen {currency} {}(ingen|ikke) {}(valutakurs|kurs|vekselkurs)',
    '{}valuta {currency} {}(ingen|ikke) {}(valutakurs|kurs|vekselkurs)',
    '{}(ingen|ikke) {}(valutakurs|kurs|vekselkurs) {}(valutaen|valuta) {currency}',
  ],
  'currency setup': [
    'Valutaen med ISO-koden {currency} (blev ikke fundet|kan ikke findes|kunne ikke findes)',
    'Kan ikke finde valutaen med værdien {currency}',
    'Basisvalutaen er ikke (defineret|angivet)',
    '(For at aktivere|Hvis du vil aktivere) forbindelsen {}(RV-kode|RV-koden|regnskabsvalutakode)',
    'Kan ikke finde (basisvalutaen|basisvaluta) i Dataverse',
    '(Din |)lokale valutakode {currency} (svarer ikke|stemmer ikke|matcher ikke)',
    'Basisvalutaen {currency} {}Dataverse-miljøet skal findes',
  ],
  'unit of measure': [
    '(Enheden|Måleenheden|Vareenheden|Ressourceenheden) {} findes ikke',
    'Kan ikke finde enhedsgruppen {}',
    'Enhedsgruppen {} blev ikke fundet',
    'Der blev fundet flere (enheder|måleenheder) i enhedsgruppen',
    '(Enheden|Måleenheden) i enhedsgruppen {} har et forkert navn',
    '(Enheden|Måleenheden) {} er ikke basisenheden {}enhedsgruppen',
    '{}indeholder mere end én {}. Denne opsætning kan ikke anvendes til synkronisering',
    '(Basisenhed|Basismåleenhed|Basisenhedskode) skal have en værdi i {}',
  ],
  mapping: [
    'Du skal angive, hvilke felter {}(tilknytning|tabeltilknytning)',
    'Tabellen {} skal knyttes til tabellen {} for at {}',
    'Der er ingen felttilknytningsrækker',
    'Der er ingen (linjer|rækker) {}felttilknytning',
    'Synkroniseringsretningen (kan|kunne) ikke (bestemmes|fastlægges|fastslås|afgøres)',
    'Der er ikke angivet nogen tilknytning for {}',
    'Kan ikke finde tilknytningen {}',
    '(Konfigurationsskabelonen|Konfigurationsskabelon|Skabelonen) {}blev ikke fundet',
    'Kildetabellen {} og destinationstabellen {} (svarer ikke|stemmer ikke|matcher ikke)',
  ],
  ownership: [
    '(Enhedsejeren|Ejeren af enheden|Objektets ejer) {}(afviger|er forskellig|adskiller)',
    '(Afdelingen|Koncernvirksomheden|Teamets afdeling|Afdeling) {}(afviger|er forskellig|adskiller|svarer ikke|stemmer ikke)',
    'Der er (intet team|ingen rolle|ingen afdeling|ingen virksomhed|ingen bruger) med id{} i Dataverse',
  ],
  solution: [
    '(integrationsløsning|integrationsløsningen|basisintegrationsløsning|basisintegrationsløsningen) {}(ikke installeret|ikke den seneste|ikke den nyeste)',
  ],
  'empty setup field': [...emptyField, '{}Du skal vælge {}standard{table}'],
  'empty record field': emptyField,
  'value not in the related table': [
    'Feltet {field} i tabellen {table} indeholder en værdi',
    'Feltet {field} i tabel {table} indeholder en værdi',
  ],
  'value rejected by Business Central': [
    'Længden af strengen er {}(skal|men) {}tegn',
    'Værdien {} kan ikke (evalueres|konverteres)',
    'Kontakten {} skal have en kontaktvirksomhed',
  ],
  'value rejected by Dataverse': [
    'overskrider den maksimalt tilladte længde',
    'er uden for det gyldige område',
  ],
  'setup record not found': ['{table} (findes|eksisterer) ikke. Identifikationsfelter og'],
  'record not found': [
    'Kontakten kan ikke (synkroniseres|oprettes), fordi (firmaet|virksomheden) ikke findes',
    'Kontakten kan ikke (synkroniseres|oprettes), da (firmaet|virksomheden) ikke findes',
    '{} blev ikke fundet i tabellen {table}',
    'Kan ikke finde {} i tabellen {table}',
    '(Varen|Ressourcen|Debitoren) {} findes ikke',
    '{table} findes ikke. Identifikationsfelter og -værdier: {}',
    '{table} eksisterer ikke. Identifikationsfelter og værdier: {}',
    'Der er ingen {table} inden for filteret',
    '(Kilderecorden|Destinationsrecorden) blev ikke fundet',
    'Recorden {known} blev ikke fundet',
  ],
  duplicate: [
    '(post|record|række) med (matchende|tilsvarende) nøgleværdier findes allerede',
    '{table} findes allerede. Identifikationsfelter og',
    'der allerede findes en dublet af den aktuelle (post|record)',
  ],
  'field that closes a record': ['{field} skal være lig med {} i {table}', '{field} skal være {} i {table}'],
  blocked: ['(Debitor|Debitoren|Vare|Varen|Kreditor) {} er spærret'],
  'inactive, blocked or read-only': [
    'kan ikke synkroniseres, (da|fordi) den er inaktiv',
    'kan ikke (opdateres|ændres), (da|fordi) {}(inaktiv|lukket|skrivebeskyttet|spærret)',
    'kan ikke (opdateres|ændres) (da|fordi) {}(inaktiv|lukket|skrivebeskyttet|spærret)',
    'er inaktiv og kan ikke (opdateres|ændres|redigeres|synkroniseres)',
    'er ikke en gyldig tilstandsovergang',
  ],
  'sign-in certificate': [
    '(certifikat|certifikatet) {}(er udløbet|blev ikke fundet|ikke er tillid|ugyldigt|udløbet)',
    'sikker SSL/TLS-kanal',
    'ikke oprettes en (sikker |)SSL/TLS',
    'SSL/TLS{}kanal',
    'SSL-forbindelsen kunne ikke oprettes',
  ],
  'expired client secret': [
    '(klienthemmelighed|klienthemmeligheden|klienthemmelighederne|hemmelighed) {}udløbet',
  ],
  'wrong client secret': [
    '(klienthemmelighed|klienthemmeligheden|klienthemmelighederne|hemmelighed) {}ugyldig',
  ],
  'expired password': ['Adgangskoden er udløbet'],
  'sign-in failure': [
    '(Godkendelse|Godkendelsen|Login|Logon) {}(mislykkedes|mislykket)',
    'brugernavn {}adgangskode {}(forkert|forkerte|ugyldig)',
  ],
  'environment unavailable': [
    'Kan ikke finde (organisationen|organisation) i Dataverse',
    '(miljøet|organisationen|miljø) {named}(er deaktiveret|er slettet|findes ikke|blev ikke fundet)',
    '(fjernnavnet|fjernnavn|værtsnavnet) {}(ikke fortolkes|ikke løses|ikke oversættes|ikke fortolke)',
  ],
  'connection switched off': [
    'Forbindelsen til {app}er (ikke aktiveret|deaktiveret|ikke slået til)',
    '{app}forbindelsen er (ikke aktiveret|deaktiveret|ikke slået til)',
  ],
  'no table connection': ['{}tabelforbindelse{} registreres'],
  lock: [
    'En anden bruger har {}(ændret|rettet)',
    'låst af en anden bruger',
    'er låst af',
    'i en transaktion {}anden session',
  ],
  throttling: [
    '(antallet|antal) {}(anmodninger|forespørgsler) {}(grænsen|overskredet|overskred|overskrider)',
    'for mange (anmodninger|forespørgsler)',
  ],
  'time-out or network': [
    '(fik|opstod|en) timeout',
    'timeout {}(opstod|udløb|overskredet)',
    'forbindelsen {between}(lukket|afbrudt|nulstillet)',
    'kan ikke (oprettes|oprette) forbindelse til {}(server|serveren|fjernserver|fjernserveren)',
    '(tjenesten|serveren) er ikke tilgængelig',
  ],
  'not committed yet': ['{}(endnu ikke|ikke) {}SQL{}endnu', '{}endnu ikke {}SQL'],
  defect: [
    'Fakturalinjerne kan ikke synkroniseres separat',
    '(synkroniseringsprocessen|synkroniseringsproces) {}tilstand {}(ikke er gyldig|ugyldig)',
    'Der opstod en uventet fejl',
    'Objektreferencen er ikke indstillet',
  ],
});
