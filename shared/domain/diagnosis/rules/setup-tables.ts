import { builtOnce } from '../matching/built-once.ts';

/** Words in the captions of tables that an administrator fills in, in every language; lower case. */
const setupWords = [
  // Setup pages
  ...['setup', 'set-up', 'instellingen', 'instelling', 'inrichting', 'einrichtung', 'einr.', 'paramètres'],
  ...['configuración', 'config.', 'konfiguration', 'opsætning', 'inställning', 'inställningar', 'inst.'],
  ...['oppsett', 'impostazioni', 'configurazione', 'configuração', 'configuration', 'configurações'],
  ...[
    'boekingsinstellingen',
    'boekingsinst.',
    'boekhoudinstellingen',
    'verkoopinstellingen',
    'btw-boekingsinstellingen',
  ],
  ...[
    'buchungsmatrix einrichtung',
    'buchungsmatrix einr.',
    'mwst.-buchungsmatrix einr.',
    'bogføringsopsætning',
  ],
  ...['bokföringsinställningar', 'momsbokföringsinställning', 'bokføringsoppsett', 'momsbogføringsopsætning'],
  // Templates
  ...[
    'template',
    'templ.',
    'template header',
    'template line',
    'sjabloon',
    'sjabloonkop',
    'vorlage',
    'vorl.',
  ],
  ...['vorlagenkopf', 'modèle', 'plantilla', 'plant.', 'skabelon', 'mall', 'mal', 'modello', 'modelo'],
  ...[
    'klantsjabloon',
    'artikelsjabloon',
    'debitorenvorlage',
    'artikelvorlage',
    'debitorskabelon',
    'kundmall',
    'kundemal',
  ],
];

const setupTable = builtOnce(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}])(?:${setupWords.map((word) => word.replaceAll('.', String.raw`\.`)).join('|')})(?![\p{L}])`,
      'iu',
    ),
);

/** Whether a caption names a table that an administrator fills in: a setup or a template. */
export function isSetupTable(caption: string): boolean {
  return setupTable().test(caption.split(/[:=]/)[0] ?? '');
}
