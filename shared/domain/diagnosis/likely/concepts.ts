import { builtOnce } from '../matching/built-once.ts';

/**
 * What texts of the integration are about, with the words for it in ten languages. A word is folded; `*` stands for the
 * rest of a word. Several words are a phrase.
 */
const lexicon: Readonly<Record<string, string>> = {
  couple:
    'coupl* uncoupl* gekoppeld* koppel* ontkoppel* gekoppel* verknupf* verbunden emparej* acopla* acopl* vincul* sammenkæd* sammenkobl* koblet kobles kobling tilknyt* knyttet knyttes kopplad kopplat kopplas koppla accoppi* abbin* associe associee lie liee collegat*',
  deleted:
    'deleted removed verwijder* gewist* geloscht* entfernt* supprim* eliminad* borrad* eliminat* slett* borttag* raderad* raderat excluid* cancellat* apagad*',
  must: 'must should moet moeten muss mussen sollte doit doivent debe deben skal maste ma deve devono devem tem_de required vereist erforderlich requis* obligator* nødvendig* kravs',
  not: 'not no cannot cant never none without unable failed fails niet geen kan_niet zonder mislukt* nicht kein* ohne fehlgeschlagen pas aucun* sans impossible echec echoue sin ningun* fallo ikke ingen uden uten inte inga utan non nessun* alcun* senza impossibile nao nenhum* sem falha falhou mislykked* mislykk* misslyck*',
  already: 'already reeds al bereits schon deja ya allerede redan gia ja',
  missing:
    'missing lacks lacking ontbreek* ontbrek* mist fehlt fehlen fehlende* manque* falta faltan mangler mangel saknar saknas manca mancano mancante ausente',
  find: 'find found vinden gevonden gefunden finden trouv* introuvable* encontr* encuentr* finde fundet finnes funnet fant finner hittades hitta hittas trovat* trovare localiz* locate localis*',
  exist:
    'exist* bestaat bestaan existier* vorhanden existe existent* findes finns esiste esistono existir eksisterer',
  record:
    'record* rij regel rijen datensatz* zeile* enregistrement* ligne* registro* fila registo* linha post posten poster oppføring* rad raden rekord* riga righe row rows entity entiteit* entitat* entite* entidad* entita enhed',
  table: 'table tables tabel tabellen tabelle* tabla* tabell* tabella* tabela*',
  field:
    'field fields veld velden feld felder champ* campo* felt* falt* campi attribute* kolom* spalte* kolonne*',
  value: 'value values waarde* wert werte valeur* valor* værdi* varde* verdi* valore valori',
  mapping:
    'mapping* toewijzing* zuordnung* mappage* correspondance* asignacion* tilknytning* tilordning* mappning* mapeamento* integratietabel* integrationstabel* mapped toegewezen zugeordnet',
  direction:
    'direction* richting* synchronisatierichting* synchronisierungsrichtung* sens direccion* retning* synkroniseringsretning* riktning* synkroniseringsriktning* direzione direcao sentido',
  synchronize: 'synchron* sync synkron* sincron* sincroniz*',
  bidirectional:
    'bidirection* bi-directional bidirectioneel bidirektional* bidireccional* bidirezional* tovejs toveis dubbelriktad* beide_richtingen beide_richtungen both_sides beide_kanten beide_zijden beiden_seiten both deux_cotes ambos_lados begge_sider bada_sidor entrambi ambos',
  change:
    'chang* modif* gewijzigd* wijzig* geandert* verander* verandert andern cambi* ændret ændre endret endre andrats andrat andra alterad* alterar updated bijgewerkt aktualisier* mise_a_jour actualiz* atualiz* oppdater* opdater* uppdater* aggiorn*',
  exchangerate:
    'exchange_rate* wisselkoers* valutakoers* wechselkurs* umrechnungskurs* wahrungskurs* taux_de_change tipo_de_cambio tipos_de_cambio valutakurs* vekslingskurs* vaxelkurs* tasso_di_cambio tassi_di_cambio taxa_de_cambio koers kurs',
  currency:
    'currenc* valuta* wahrung* devise* divisa* moneda* moeda* monnaie* basisvaluta* basiswahrung* basvaluta*',
  base: 'base basis basisvaluta* basiswahrung* basvaluta* lokale local locale iso iso-code iso-koden lcy hauswahrung* mandantenwahrung*',
  privilege:
    'privileg* privilegi* right rights recht rechten bevoegdhe* machtiging* berechtigung* rechte droit* autorisation* permis* rettighe* tilladels* tillatels* behorighe* rattighe* autorizzazion* permess* diritt* permissao permissoes autorizac* accesscheck* access_denied toegang_geweigerd zugriff_verweigert acces_refuse acceso_denegado adgang_nægtet',
  insufficient:
    'insufficient onvoldoende unzureichend* insuffisan* insuficient* utilstrækkelig* utilstrekkelig* otillracklig* insufficient* genoeg ausreichend* genug enough suficient* sufficient* tilstrækkelig* tilstrekkelig* tillracklig*',
  user: 'user users gebruiker* benutzer* utilisateur* usuario* bruger* bruker* anvandar* utente utenti utilizador* integratiegebruiker* integrationsbenutzer* integrationsbruger* integrasjonsbruker* integrationsanvandar* account',
  role: 'role roles rol rollen rolle* rolles ruolo ruoli funcao funcoes beveiligingsrol* sicherheitsrolle* sikkerhedsrolle* roller roll papel',
  disabled:
    'disabled uitgeschakeld* deaktivier* desactiv* deshabilit* deaktiver* inaktiver* disabilitat* disattivat* desativad* desabilitad* abgeschaltet ausgeschaltet switched_off turned_off slaet_fra slatt_av avstangd uitgezet',
  enabled:
    'enabled ingeschakeld* aktiviert activee active habilitad* activad* aktiveret aktivert aktiverad abilitat* attiv* ativad* eingeschaltet',
  license: 'licen* lizenz* lisens* licenz* entitlement* gelicentieerd lizenziert',
  organization:
    'organization* organisation* organisatie* organizacion* organizacao* organizzazion* organisasjon* environment* omgeving* umgebung* environnement* entorno* miljø* miljo* ambiente* tenant* instance',
  member: 'member lid mitglied membre miembro medlem membro',
  admin:
    'admin administrat* beheer* verwaltungsmodus administrationsmodus beheermodus administrationstilstand administrasjonsmodus administrationslage solo_administrador',
  mode: 'mode modus modo modalita tilstand lage verwaltungsmodus administrationsmodus beheermodus administrationstilstand administrasjonsmodus administrationslage',
  password:
    'password* wachtwoord* kennwort* passwort* mot_de_passe contrasena* adgangskode* passord* losenord* palavra-passe senha credential* referenties anmeldeinformationen identifiants credenciales credenziali credenciais',
  secret:
    'secret* geheim* clientgeheim* clientsecret* clientgeheimnis* secreto* klienthemmelig* klienthemligh* segredo* segreto hemmelighed*',
  expired:
    'expired verlopen abgelaufen expire caducad* expirad* udløbet utløpt gatt_ut upphort scadut* expirou caducou vencid*',
  token: 'token* toegangstoken* zugriffstoken* jeton* atkomsttoken* tilgangstoken*',
  signin:
    'sign-in signin sign_in login logon log_in aanmeld* aangemeld* anmeld* angemeldet connexion_utilisateur inicio_de_sesion iniciar_sesion logge_pa palogging* inlogg* accesso acceder authenti* verificatie authentifi* autenti* godkend* godkjenn* autentiser* unauthorized niet_gemachtigd oauth adal msal',
  consent:
    'consent* toestemming einwilligung zustimmung consentement consentimiento samtykke samtycke consenso consentimento',
  certificate: 'certificat* zertifikat* certifikat* sertifikat* thumbprint',
  tls: 'ssl tls ssl/tls https secure_channel beveiligd_kanaal sicherer_kanal sikker_kanal',
  connection:
    'connection* verbinding* verbindung* connexion* conexion* forbindels* tilkobling* anslutning* connession* ligacao conexao connected verbonden',
  server: 'server* serveur* servidor* remoteserver* fjernserver* host',
  service: 'service* dienst* servicio* tjenest* tjanst* servizio* servico*',
  timeout:
    'timeout* time-out* timed_out zeituberschreitung* delai tiempo_de_espera tidsgrans* tidsavbr* tidsgrænse* tempo_limite tempo_scaduto tempo_esaurito took_too_long te_lang duurde dauerte',
  operation:
    'operation* bewerking* vorgang* operacion* handling* handlingen operasjon* atgard* operazion* operacao request aanvraag anforderung demande solicitud anmodning foresporsel begaran richiesta pedido',
  closedconnection:
    'closed_connection verbroken unterbrochen getrennt interrompu* interrumpid* afbrudt avbrutt avbrot* abgebrochen reset aborted afgebroken forcibly lost verloren perdue perdida tabt',
  unavailable:
    'unavailable onbereikbaar bereikbaar erreichbar beschikbaar verfugbar disponible* indisponible tilgængelig* tilgjengelig* tillganglig* utilgængelig disponibile disponivel busy bezet ausgelastet occupe ocupado optaget upptagen occupato reachable',
  retry:
    'retry try_again probeer_het opnieuw versuchen_sie erneut reessayez intentelo prøv_igen prøv_pa_nytt forsok_igen riprovare tente_novamente later spater plus_tard mas_tarde senere senare',
  temporary: 'temporar* tijdelijk* vorubergehend* temporaire* temporal* midlertidig* tillfallig* temporane*',
  lock: 'deadlock* impasse vergrendel* gesperrt_durch verrouill* interbloque* blokeret_af last_av lases laste bloccat_da deadlocken locked lasta sperre sperret_av blocage gelockt geblokkeerd_door_een',
  otheruser:
    'another_user andere_gebruiker anderen_benutzer anderer_benutzer autre_utilisateur otro_usuario anden_bruger annen_bruker annan_anvandare altro_utente outro_utilizador outro_usuario another_process ander_proces anderen_prozess anderer_prozess otro_proceso en_anden_proces other_process another_session andere_sessie',
  transaction: 'transaction* transactie* transaktion* transaksjon* transaccion* transazion* transacao',
  version:
    'version* versie* versión versjon* versione versao rowversion recent* neueste* laatste nieuwste seneste senaste ultima outdated verouderd veraltet',
  requests:
    'requests aanvragen verzoeken anforderungen anfragen requetes demandes solicitudes peticiones anmodninger forespørgsler foresporsler forespørsler begaranden richieste pedidos solicitacoes api-aanroepen calls aanroepen',
  limit: 'limit* limiet grenzwert* obergrenze limite* grænse* grense* grans* throttl* 429 quota',
  exceed:
    'exceed* overschr* uberschr* depass* super* excedi* overskr* overskred* overskrid* supera* ultrapass* too_many te_veel zu_viele trop demasiad* for_mange for_manga troppe troppi muitas muitos',
  plugin:
    'plug-in* plugin* invoegtoepassing* complemento* isv isv-code isv-kod* workflow* werkstroom* arbejdsgang* arbeidsflyt* arbetsflode* sandbox* custom_code',
  unexpected:
    'unexpected onverwacht* unerwartet* inattendu* inesperad* uventet* ovantat* imprevist* internal interne* intern interno',
  object:
    'nullreference* object_reference objectverwijzing objektverweis* reference_d_objet referencia_a_objeto objektreferenc* objektreferans* stack metadata* attribute* fetchxml deserializ* serializ* schema json xml syntax argument*',
  state: 'state status toestand zustand etat estado tilstand tillstand stato',
  invalid:
    'invalid ongeldig* ungultig* non_valide invalide* no_valid* no_es_valid* ugyldig* ogiltig* non_valid* invalid* onjuist* falsch* incorrect* forkert* felaktig* feil errat* valid geldig gultig valido* gyldig* giltig*',
  sql: 'sql database databas* base_de_datos banco_de_dados',
  unit: 'unit_of_measure units_of_measure eenheid* maateenheid* basiseenheid* maßeinheit* mengeneinheit* einheit* basiseinheit* unite* unidad* maleenhed* måleenhed* måleenhet* måttenhet* maleenhet* mattenhet* enheden enheten basisenhed* basisenhet* basenhet* unita unidade* unit_group unit_groups eenheidsgroep* einheitengruppe* enhedsgruppe* enhetsgruppe* enhetsgrupp* uom',
  unique: 'unique uniek* eindeutig* unico unica unik unikt univoc* exclusiv* entydig*',
  match:
    'match* overeenkom* ubereinstimm* correspondant* coincident* coincid* tilsvarende matchende samsvarend* corrispondent* criteria criteri* kriteri* zoeken_op',
  multiple: 'multiple several meerdere mehrere plusieurs varios varias flere flera piu multiplos varias',
  duplicate: 'duplica* dubbel* duplikat* doublon* dublet* dubblett* double doppelt* duplicaat*',
  key: 'key keys sleutel* schlussel* cle cles clave* nøgle* nøkkel* nyckel* chiave chiavi chave* violation',
  blocked: 'blocked geblokkeerd* gesperrt* bloque* bloquead* spærret* sperret* sparrad* sparrat bloccat*',
  inactive:
    'inactive inactief* inaktiv* inactif* inactiv* inattiv* inativ* read-only readonly read_only alleen-lezen schreibgeschutzt* lecture_seule solo_lectura skrivebeskytt* skrivskydd* sola_lettura so_de_leitura closed gesloten geschlossen* ferme cerrad* lukket stangd chius* fechad*',
  length:
    'length lengte lange longueur longitud længde* lengde* langd* lunghezza comprimento too_long te_lang zu_lang trop_long demasiado_larg* for_lang troppo_lung* characters tekens zeichen caracteres tegn tecken caratteri truncated afgekapt abgeschnitten',
  empty:
    'empty zero leeg nul leer null vide nulle vacio cero tom nul tomt vuoto vazio blank ingevuld ausgefullt rempli udfyldt utfylt ifyllt compilat* preenchid* filled_in',
  relatedtable:
    'related_table gerelateerde_tabel verknupften_tabelle zugehorigen_tabelle table_liee tabla_relacionada relaterede_tabel relaterte_tabellen relaterade_tabellen tabella_correlata tabela_relacionada',
  setup:
    'setup set-up instelling* instellen inrichting* einrichtung* configurat* parametr* parametres configuracion opsætning* oppsett* installning* impostazion* configuracao* boekingsinstelling* buchungsmatrix',
  template:
    'template* sjablo* vorlage* modele plantilla* skabelon* mall mallen mal malen modello modelo* templ',
  company:
    'company companies bedrijf* unternehmen* mandant* societe* empresa* virksomhed* firma* foretag* azienda* contactbedrijf* kontaktunternehmen* kontaktvirksomhed*',
  contact: 'contact* contactpersoon* kontakt* contacto* contatto contato',
  solution:
    'solution* oplossing* losung* solucion* løsning* losning* soluzion* solucao* integratieoplossing* integrationslosung* integrationsløsning* integrasjonsløsning* integrationslosning* basisintegratieoplossing*',
  installed:
    'installed geinstalleerd* installiert* installe* instalad* installer* installeret* installert* installat* deployed',
  owner:
    'owner* eigenaar* besitzer* proprietaire* propietario* ejer* eier* agare* proprietario* ownership eigendom*',
  team: 'team* equipe* equipo* equipa* business_unit* bedrijfseenhe* unternehmenseinheit* geschaftseinheit* unite_commerciale unidad_de_negocio afdeling* forretningsenhed* forretningsenhet* affarsenhet* unidade_de_negocio konzernmandant* divisie',
  differ:
    'differ* verschil* wijkt afwijk* weicht abweich* unterscheidet different* diferent* difiere afviger* avviker* skiljer divers* mismatch overeen_met stimmt',
  tabledata: 'tabledata',
  tableconnection:
    'tabelverbinding* tabellenverbindung* connexion_de_table conexion_de_tabla tabelforbindels* tabelltilkobling* tabellanslutning* connessione_alla_tabella ligacao_de_tabela table_connection registertableconnection registered geregistreerd registriert registree registrars* registrar*',
  committed:
    'committed vastgelegd* doorgevoerd* weggeschreven ubernommen festgeschrieben valide* confirmad* gemt lagret sparats bekraftats salvat* sottopost*',
  yet: 'yet nog_niet noch_nicht pas_encore aun_no todavia endnu enna annu ancora ainda',
  invoice:
    'invoice* factuur* rechnung* verkaufsrechnung* facture* factura* faktura* fattura* fatura* verkoopfactuur* salgsfaktura* forsaljningsfaktura*',
  address:
    'url address adres adresse direccion adress* indirizzo endereco hostnaam hostname* remotename* remote_name externe_naam nom_distant nombre_remoto dns uri',
  price: 'price* prijs* preis* prix precio* pris priser prislist* prezz* preco* listino',
  range:
    'range bereik bereich* plage intervalo omrade* område* intervall* intervallo outside buiten außerhalb hors fuera uden_for utenfor utanfor fuori fora',
  posting:
    'posting boekings* buchungs* comptabilisation registro_contable bogførings* bokførings* bokforings* registrazione',
  default:
    'default standaard* standard* par_defaut predeterminad* standardprodukt* predefinit* predefinid* write-in',
  specify:
    'specify specified opgeven opgegeven angeben angegeben specifier indiquer especificar especificad* angive angivet angi angitt ange angetts specificare specificat* choose kiezen wahlen choisir elegir vælge velge valja scegliere escolher enter invoeren eingeben',
  app: 'dataverse dynamics crm cds business_central dataverse-* common_data_service d365 dynamics365 365',
};

/** A word of the lexicon: the concept it stands for, and whether longer words that begin with it count too. */
interface Entry {
  readonly concept: string;
  readonly word: string;
  readonly open: boolean;
}

/** How many characters of a word the lexicon is searched by. */
const indexed = 3;

interface ConceptIndex {
  readonly byBeginning: ReadonlyMap<string, readonly Entry[]>;
  readonly phrases: readonly Entry[];
}

const conceptIndex = builtOnce((): ConceptIndex => {
  const byBeginning = new Map<string, Entry[]>();
  const phrases: Entry[] = [];
  for (const [concept, words] of Object.entries(lexicon))
    for (const spelled of words.split(' ')) {
      const open = spelled.endsWith('*');
      const word = spelled.replace('*', '').replaceAll('_', ' ');
      const entry = { concept, word, open };
      if (word.includes(' ')) phrases.push(entry);
      else {
        const beginning = word.slice(0, indexed);
        byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
      }
    }
  return { byBeginning, phrases };
});

/** Every concept, in the order of the lexicon. */
export const conceptNames: readonly string[] = Object.keys(lexicon);

/** How much of a text is read for concepts, in UTF-16 units. */
const maxRead = 600;

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}'’/-]*[\p{L}\p{N}])?/gu;

/** The concepts of a folded text, with the words that stand for them, in the order of the text. */
export function conceptsIn(folded: string): ReadonlyMap<string, string> {
  const { byBeginning, phrases } = conceptIndex();
  const text = folded.slice(0, maxRead);
  const found = new Map<string, string>();
  for (const [token] of text.matchAll(word)) {
    const own = token.slice(token.indexOf("'") + 1);
    for (const { concept, word: known, open } of byBeginning.get(own.slice(0, indexed)) ?? [])
      if (!found.has(concept) && (open ? own.startsWith(known) : own === known)) found.set(concept, token);
  }
  for (const { concept, word: phrase } of phrases)
    if (!found.has(concept) && text.includes(phrase)) found.set(concept, phrase);
  return found;
}
