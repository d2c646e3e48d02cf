/**
 * What texts of the integration are about, with the words for it in ten languages. A word is folded; `*` stands for the
 * rest of a word. Several words are a phrase.
 */
export const lexicon: Readonly<Record<string, string>> = {
  couple:
    'coupl* uncoupl* gekoppeld* koppel* ontkoppel* gekoppel* verknupf* verbunden emparej* acopla* acopl* vincul* sammenkæd* sammenkobl* koblet kobles kobling tilknyt* knyttet knyttes kopplad kopplat kopplas koppla accoppi* abbin* associe associee lie liee collegat* link linked links unlinked links* verkoppel* kopplung* kopple* accoppiat* associat* associad* collegament* counterpart tegenhanger gegenstuck contrepartie contraparte modparten ligad* emparejamient* couplag* paired pairing appaiat* jumel* apparie* gelinkt* verlinkt* sammenkoblet hopkoppl* rattach* relie reliee desemparej* entkoppel* unlink* frakobl* frankoppl* decoupl* disaccoppi* desacopl* desvincul* verbonden_met liaison sammenhører hører_sammen belongs_to hoort_bij gehort_zu fait_partie',
  deleted:
    'deleted removed verwijder* gewist* geloscht* entfernt* supprim* eliminad* borrad* eliminat* slett* borttag* raderad* raderat excluid* cancellat* apagad* delete deletion* weggegooid wissen wist losch* loscht borrar borro elimino elimine* eliminar retir* raderade raderat raderas fjern* fjernet slett* apagou excluiu excluir cancell* tagits_bort tas_bort ta_bort ausgeschlossen removal deletes purged trashed vernichtet efface* quitad* suprimid* rimoss* removid* bortagen slettede geloschte supprimant wiped cleaned_up opgeruimd',
  must: 'must should moet moeten muss mussen sollte doit doivent debe deben skal maste ma deve devono devem tem_de required vereist erforderlich requis* obligator* nødvendig* kravs need needs needed nodig braucht besoin necesita necesario krever kræver krav exige exiger benotigt bisogna necessario obrigatorio tiene_que tem_que hoeft noodzakelijk mag_niet requires requiere richiede has_to have_to dient dienen hay_que il_faut faut bør bor precisa occorre kreves verplicht pflicht* mandatory obligatoire forpligt*',
  not: 'not no cannot cant never none without unable failed fails niet geen kan_niet zonder mislukt* nicht kein* ohne fehlgeschlagen pas aucun* sans impossible echec echoue sin ningun* fallo ikke ingen uden uten inte inga utan non nessun* alcun* senza impossibile nao nenhum* sem falha falhou mislykked* mislykk* misslyck* t niets niemand nichts rien nadie nothing nobody nowhere keinem ikkje',
  already:
    'already reeds al bereits schon deja ya allerede redan gia ja in_use in_gebruik in_verwendung en_uso en_uso_ i_brug i_bruk in_uso em_uso',
  missing:
    'missing lacks lacking ontbreek* ontbrek* mist fehlt fehlen fehlende* manque* falta faltan mangler mangel saknar saknas manca mancano mancante ausente absent absente absents manquant* mancanti fattas savnes carece lacked fehlender',
  find: 'find found vinden gevonden gefunden finden trouv* introuvable* encontr* encuentr* finde fundet finnes funnet fant finner hittades hitta hittas trovat* trovare localiz* locate localis* localizar located hallar hallado hallo ubicar auffindbar vind vindt findet trova trova_ encontrar achar hitte aterfinns gevonden_worden',
  exist:
    'exist* bestaat bestaan existier* vorhanden existe existent* findes finns esiste esistono existir eksisterer komt_niet_voor figura optræder inexist* inesistente gibt_es',
  record:
    'record* rij regel rijen datensatz* zeile* enregistrement* ligne* registro* fila registo* linha post posten poster oppføring* rad raden rekord* riga righe row rows entity entiteit* entitat* entite* entidad* entita enhed',
  table: 'table tables tabel tabellen tabelle* tabla* tabell* tabella* tabela*',
  field:
    'field fields veld velden feld felder champ* campo* felt* falt* campi attribute* kolom* spalte* kolonne*',
  value: 'value values waarde* wert werte valeur* valor* værdi* varde* verdi* valore valori',
  mapping:
    'mapping* toewijzing* zuordnung* mappage* correspondance* asignacion* tilknytning* tilordning* mappning* mapeamento* integratietabel* integrationstabel* mapped toegewezen zugeordnet mapp* veldtoewijzing* tabeltoewijzing*',
  direction:
    'direction* richting* synchronisatierichting* synchronisierungsrichtung* sens direccion* retning* synkroniseringsretning* riktning* synkroniseringsriktning* direzione direcao sentido',
  synchronize: 'synchron* sync synkron* sincron* sincroniz*',
  bidirectional:
    'bidirection* bi-directional bidirectioneel bidirektional* bidireccional* bidirezional* tovejs toveis dubbelriktad* beide_richtingen beide_richtungen both_sides beide_kanten beide_zijden beiden_seiten both deux_cotes ambos_lados begge_sider bada_sidor entrambi ambos beide beiden sowohl zowel allebei tous_deux toutes_deux les_deux både bade begge ambas entrambe sia two-way either_side each_side tweerichting* in_beiden dos_lados dois_lados lados cotes sider sidor kanten',
  change:
    'chang* modif* gewijzigd* wijzig* geandert* verander* verandert andern cambi* ændret ændre endret endre andrats andrat andra alterad* alterar updated bijgewerkt aktualisier* mise_a_jour actualiz* atualiz* oppdater* opdater* uppdater* aggiorn* edited edit aangepast aanpass* bearbeit* redigeret redigert veranderd uppdaterades modified verandert angepasst bijwerk* changements retoch* rettet korriger* verschillend uppdaterades',
  exchangerate:
    'exchange_rate* wisselkoers* valutakoers* wechselkurs* umrechnungskurs* wahrungskurs* taux_de_change tipo_de_cambio tipos_de_cambio valutakurs* vekslingskurs* vaxelkurs* tasso_di_cambio tassi_di_cambio taxa_de_cambio koers kurs valutawisselkoers* exchange-rate dagskurs* exchange_rates kurse koersen dagkoers* umrechnungs* cotizacion koers kurse kurser',
  currency:
    'currenc* valuta* wahrung* devise* divisa* moneda* moeda* monnaie* basisvaluta* basiswahrung* basvaluta* munt munten iso-wahrungscode*',
  base: 'base basis basisvaluta* basiswahrung* basvaluta* lokale local locale iso iso-code iso-koden lcy hauswahrung* mandantenwahrung* base_currency local_currency landswahrung* leitwahrung* moneda_local divisa_local iso-codes mandantenwahrungscode* mw-code lv-code rv-kod*',
  privilege:
    'privileg* privilegi* right rights recht rechten bevoegdhe* machtiging* berechtigung* rechte droit* autorisation* permis* rettighe* tilladels* tillatels* behorighe* rattighe* autorizzazion* permess* diritt* permissao permissoes autorizac* accesscheck* access_denied toegang_geweigerd zugriff_verweigert acces_refuse acceso_denegado adgang_nægtet ret_til ratt_att rett_til rett',
  insufficient:
    'insufficient onvoldoende unzureichend* insuffisan* insuficient* utilstrækkelig* utilstrekkelig* otillracklig* insufficient* genoeg ausreichend* genug enough suficient* sufficient* tilstrækkelig* tilstrekkelig* tillracklig*',
  user: 'user users gebruiker* benutzer* utilisateur* usuario* bruger* bruker* anvandar* utente utenti utilizador* integratiegebruiker* integrationsbenutzer* integrationsbruger* integrasjonsbruker* integrationsanvandar* account service_account app_user gebruikersaccount* benutzerkonto* serviceaccount* servicebruger servicegebruiker dienstbenutzer serviceanvandar* serviceanvändar* compte_de_service cuenta_de_servicio servicekonto',
  role: 'role roles rol rollen rolle* rolles ruolo ruoli funcao funcoes beveiligingsrol* sicherheitsrolle* sikkerhedsrolle* roller roll papel roltoewijzing rollene rollerne rollerna rolletildeling',
  disabled:
    'disabled uitgeschakeld* deaktivier* desactiv* deshabilit* deaktiver* inaktiver* disabilitat* disattivat* desativad* desabilitad* abgeschaltet ausgeschaltet switched_off turned_off slaet_fra slatt_av avstangd uitgezet desactive* desactiva* deactivated gedeactiveerd off uit aus avstengt afbrudt_forbindelse uitgezet suspended opgeschort slukket slatt avslatt apagado apagada spenta spento desligado desligada aus_geschaltet turned_off',
  enabled:
    'enabled ingeschakeld* aktiviert activee active habilitad* activad* aktiveret aktivert aktiverad abilitat* attiv* ativad* eingeschaltet',
  license:
    'licen* lizenz* lisens* licenz* entitlement* gelicentieerd lizenziert licentie* dynamics-licentie* sales-licentie* gebruikerslicentie* benutzerlizenz* subscription* abonnement* abonnement suscripcion',
  organization:
    'organization* organisation* organisatie* organizacion* organizacao* organizzazion* organisasjon* environment* omgeving* umgebung* environnement* entorno* miljø* miljo* ambiente* tenant* instance omgevings-url miljøets umgebungs* instans*',
  member: 'member lid mitglied membre miembro medlem membro',
  admin:
    'admin administrat* beheer* verwaltungsmodus administrationsmodus beheermodus administrationstilstand administrasjonsmodus administrationslage solo_administrador systeembeheerders systemadministratoren administratorer',
  mode: 'mode modus modo modalita tilstand lage verwaltungsmodus administrationsmodus beheermodus administrationstilstand administrasjonsmodus administrationslage',
  password:
    'password* wachtwoord* kennwort* passwort* mot_de_passe contrasena* adgangskode* passord* losenord* palavra-passe senha credential* referenties anmeldeinformationen identifiants credenciales credenziali credenciais',
  secret:
    'secret* geheim* clientgeheim* clientsecret* clientgeheimnis* secreto* klienthemmelig* klienthemligh* segredo* segreto hemmelighed*',
  expired:
    'expired verlopen abgelaufen expire caducad* expirad* udløbet utløpt gatt_ut upphort scadut* expirou caducou vencid* expire abgelaufene vervallen udløb utgatt verlopen_is abgelaufener verstreken',
  token: 'token* toegangstoken* zugriffstoken* jeton* atkomsttoken* tilgangstoken*',
  signin:
    'sign-in signin sign_in login logon log_in aanmeld* aangemeld* anmeld* angemeldet connexion_utilisateur inicio_de_sesion iniciar_sesion logge_pa palogging* inlogg* accesso acceder authenti* verificatie authentifi* autenti* godkend* godkjenn* autentiser* unauthorized niet_gemachtigd oauth adal msal aanmeldfout anmeldefehler sign-ins iniciar_sesion acces_utilisateur conditional voorwaardelijke multi-factor multifactor mfa meervoudige mehrstufige multifaktor* multifacteur multifactorial multifator',
  consent:
    'consent* toestemming einwilligung zustimmung consentement consentimiento samtykke samtycke consenso consentimento',
  certificate:
    'certificat* zertifikat* certifikat* sertifikat* thumbprint vingerafdruk* fingerabdruck* empreinte huella aftryk thumbprints x509 pfx',
  tls: 'ssl tls ssl/tls https secure_channel beveiligd_kanaal sicherer_kanal sikker_kanal',
  connection:
    'connection* verbinding* verbindung* connexion* conexion* forbindels* tilkobling* anslutning* connession* ligacao conexao connected verbonden verbindingstest koppelverbinding connectivity verbindungstest aansluit* forbindelsestest* tilkoblingstest* anslutningstest*',
  server:
    'server* serveur* servidor* remoteserver* fjernserver* host serverfout* serverfel serverfejl serverfeil',
  service: 'service* dienst* servicio* tjenest* tjanst* servizio* servico*',
  timeout:
    'timeout* time-out* timed_out zeituberschreitung* delai tiempo_de_espera tidsgrans* tidsavbr* tidsgrænse* tempo_limite tempo_scaduto tempo_esaurito took_too_long duurde dauerte time-outs timed-out antwoordde_niet not_respond* antwortet reageerde responded respondio risposto svarade svarede svarte repondu expiration_du reaction tardo impiegato demorou slow traag langsam zeitlimit timet tidsafbr* overskredet_tid',
  operation:
    'operation* bewerking* vorgang* operacion* handling* handlingen operasjon* atgard* operazion* operacao request aanvraag anforderung demande solicitud anmodning foresporsel begaran richiesta pedido',
  closedconnection:
    'closed_connection verbroken unterbrochen getrennt interrompu* interrumpid* afbrudt avbrutt avbrot* abgebrochen reset aborted afgebroken forcibly lost verloren perdue perdida tabt disconnect* dropped weggevallen abgebroch* brutt',
  unavailable:
    'unavailable onbereikbaar bereikbaar erreichbar beschikbaar verfugbar disponible* indisponible tilgængelig* tilgjengelig* tillganglig* utilgængelig disponibile disponivel busy bezet ausgelastet occupe ocupado optaget upptagen occupato reachable down offline hors_ligne fuera_de_servicio onderhoud maintenance wartung mantenimiento vedligehold* underhall manutenzione manutencao vedlikehold* unreachable joindre injoignable inaccess* inacces* overbelast* uberlast* surcharge* sobrecarg* overloaded sovraccaric*',
  retry:
    'retry try_again probeer_het opnieuw versuchen_sie erneut reessayez intentelo prøv_igen prøv_pa_nytt forsok_igen riprovare tente_novamente later spater plus_tard mas_tarde senere senare',
  temporary:
    'temporar* tijdelijk* vorubergehend* temporaire* temporal* midlertidig* tillfallig* temporane* moment momenteel momentan zurzeit derzeit actuellement actualmente øjeblikket attualmente',
  lock: 'deadlock* impasse vergrendel* gesperrt_durch verrouill* interbloque* blokeret_af last_av lases laste bloccat_da deadlocken locked lasta sperre sperret_av blocage gelockt geblokkeerd_door_een locks slot_op sperrt verrou* laas* lasning* blokkering bloqueo vranglas dodlage interblocage interbloqueo impasses',
  otheruser:
    'another_user andere_gebruiker anderen_benutzer anderer_benutzer autre_utilisateur otro_usuario anden_bruger annen_bruker annan_anvandare altro_utente outro_utilizador outro_usuario another_process ander_proces anderen_prozess anderer_prozess otro_proceso en_anden_proces other_process another_session andere_sessie nagon_annan someone_else iemand_anders jemand_anderem quelqu otra_persona',
  transaction: 'transaction* transactie* transaktion* transaksjon* transaccion* transazion* transacao',
  version:
    'version* versie* versión versjon* versione versao rowversion recent* neueste* laatste nieuwste seneste senaste ultima outdated verouderd veraltet row_version rijversie* zeilenversion* versionsnummer',
  requests:
    'requests aanvragen verzoeken anforderungen anfragen requetes demandes solicitudes peticiones anmodninger forespørgsler foresporsler forespørsler begaranden richieste pedidos solicitacoes api-aanroepen calls aanroepen kald anrop oproepen aufrufe appels llamadas chiamate chamadas api',
  limit:
    'limit* limiet grenzwert* obergrenze limite* grænse* grense* grans* throttl* 429 quota gedrosselt drossel* beperkt begrenset begransad* limitad* limitat* ralenti* begrænset maximum_number begrensd begrenz* gelimiteerd aanroepen_begrensd',
  exceed:
    'exceed* overschr* uberschr* depass* super* excedi* overskr* overskred* overskrid* supera* ultrapass* too_many te_veel zu_viele trop demasiad* for_mange for_manga troppe troppi muitas muitos',
  plugin:
    'plug-in* plugin* invoegtoepassing* complemento* isv isv-code isv-kod* workflow* werkstroom* arbejdsgang* arbeidsflyt* arbetsflode* sandbox* custom_code plugin-program* plug-ins plugin-modul* plug-in-* werkstromen processtap business_rule bedrijfsregel* geschaftsregel* regle_metier regla_de_negocio flow cloud_flow maatwerk* webhook',
  unexpected:
    'unexpected onverwacht* unerwartet* inattendu* inesperad* uventet* ovantat* imprevist* internal interne* intern interno',
  object:
    'nullreference* object_reference objectverwijzing objektverweis* reference_d_objet referencia_a_objeto objektreferenc* objektreferans* stack metadata* attribute* fetchxml deserializ* serializ* schema json xml syntax argument*',
  state: 'state status toestand zustand etat estado tilstand tillstand stato',
  invalid:
    'invalid ongeldig* ungultig* non_valide invalide* no_valid* no_es_valid* ugyldig* ogiltig* non_valid* invalid* onjuist* falsch* incorrect* forkert* felaktig* feil errat* valid geldig gultig valido* gyldig* giltig* wrong verkeerd erron* equivocad* sbagliat* felaktigt malformed not_valid onjuiste klopt_niet niet_geldig unzulassig* acceptabl* acceptable akzeptabel',
  sql: 'sql database databas* base_de_datos banco_de_dados',
  unit: 'unit_of_measure units_of_measure eenheid* maateenheid* basiseenheid* maßeinheit* mengeneinheit* einheit* basiseinheit* unite* unidad* maleenhed* måleenhed* måleenhet* måttenhet* maleenhet* mattenhet* enheden enheten basisenhed* basisenhet* basenhet* unita unidade* unit_group unit_groups eenheidsgroep* einheitengruppe* enhedsgruppe* enhetsgruppe* enhetsgrupp* uom eenhedengroep* units uom unidades unites enhetsgruppe* verpakkings* stuks basismengeneinheit* mengeneinheiten',
  unique: 'unique uniek* eindeutig* unico unica unik unikt univoc* exclusiv* entydig*',
  match:
    'match* overeenkom* ubereinstimm* correspondant* coincident* coincid* tilsvarende matchende samsvarend* corrispondent* criteria criteri* kriteri* zoeken_op passend* candidate* kandidat* kandidaten matchbaser* abgleich* match-based koppelen_op matching coincidenc* correspondan* treff treffer hit hits',
  multiple:
    'multiple several meerdere mehrere plusieurs varios varias flere flera piu multiplos varias three several two more_than_one meer_dan_een mehr_als ein_mehr plus_d* mas_de_un mere_end mer_enn mer_an piu_di mais_do_que ambiguous',
  duplicate:
    'duplica* dubbel* duplikat* doublon* dublet* dubblett* double doppelt* duplicaat* duplicat* duplicated dubbele doppelter dubletten doublons identical same hetzelfde dezelfde gleichen derselbe denselben meme mismo misma samme samma stesso stessa mesmo mesma already_there staat_al taken',
  key: 'key keys sleutel* schlussel* cle cles clave* nøgle* nøkkel* nyckel* chiave chiavi chave* violation',
  blocked:
    'blocked geblokkeerd* gesperrt* bloque* bloquead* spærret* sperret* sparrad* sparrat bloccat* blokker* blockad* sparrats on_hold in_wacht gebloqueerd bloquee* blokeret',
  inactive:
    'inactive inactief* inaktiv* inactif* inactiv* inattiv* inativ* read-only readonly read_only alleen-lezen schreibgeschutzt* lecture_seule solo_lectura skrivebeskytt* skrivskydd* sola_lettura so_de_leitura closed gesloten geschlossen* ferme cerrad* lukket stangd chius* fechad* archived gearchiveerd retired ingetrokken eingestellt retire udgaet udgået afgesloten beendet cloture* lukkede stengt stangts chiusa fechada won lost_opportunity stillgelegt gewonnen won inactief_gezet ganada ganado',
  length:
    'length lengte lange longueur longitud længde* lengde* langd* lunghezza comprimento too_long te_lang zu_lang trop_long demasiado_larg* for_lang troppo_lung* characters tekens zeichen caracteres tegn tecken caratteri truncated afgekapt abgeschnitten langer langere longer_than langer_dan länger',
  empty:
    'empty zero leeg nul leer null vide nulle vacio cero tom nul tomt vuoto vazio blank ingevuld ausgefullt rempli udfyldt utfylt ifyllt compilat* preenchid* filled_in not_filled niet_ingevuld niet_gevuld not_set renseigne rellen* ausgefull* udfyld* ifyll* unset ausfull*',
  relatedtable:
    'related_table gerelateerde_tabel verknupften_tabelle zugehorigen_tabelle table_liee tabla_relacionada relaterede_tabel relaterte_tabellen relaterade_tabellen tabella_correlata tabela_relacionada',
  setup:
    'setup set-up instelling* instellen inrichting* einrichtung* configurat* parametr* parametres configuracion opsætning* oppsett* installning* impostazion* configuracao* boekingsinstelling* buchungsmatrix verkoopinstellingen boekhoudinstellingen verkaufseinrichtung salgsopsætning* forsaljningsinst* parametres_ventes setup_contabilita not_set_up ingesteld eingerichtet configure* konfigur* settings instellingen einstellungen',
  template:
    'template* sjablo* vorlage* modele plantilla* skabelon* mall mallen mal malen modello modelo* templ',
  company:
    'company companies bedrijf* unternehmen* mandant* societe* empresa* virksomhed* firma* foretag* azienda* contactbedrijf* kontaktunternehmen* kontaktvirksomhed*',
  contact: 'contact* contactpersoon* kontakt* contacto* contatto contato contactos contatti',
  solution:
    'solution* oplossing* losung* solucion* løsning* losning* soluzion* solucao* integratieoplossing* integrationslosung* integrationsløsning* integrasjonsløsning* integrationslosning* basisintegratieoplossing*',
  installed:
    'installed geinstalleerd* installiert* installe* instalad* installer* installeret* installert* installat* deployed outdated verouderd* installation ontbrekende_oplossing',
  owner:
    'owner* eigenaar* besitzer* proprietaire* propietario* ejer* eier* agare* proprietario* ownership eigendom* owned owns owning ownership_model eigendomsmodel* besitzmodell* propriete propiedad ejerskab* eierskap* agarskap* proprieta propriedade besitzerteam* eigenaarteam* standardbesitzerteam* eigentumer* eigentum*',
  team: 'team* equipe* equipo* equipa* business_unit* bedrijfseenhe* unternehmenseinheit* geschaftseinheit* unite_commerciale unidad_de_negocio afdeling* forretningsenhed* forretningsenhet* affarsenhet* unidade_de_negocio konzernmandant* divisie division divisions divisao business_units konzernmandant teamet equipo_ teams unternehmenseinheit* eierteam* ejerteam* agarteam* equipo_propietario',
  differ:
    'differ* verschil* wijkt afwijk* weicht abweich* unterscheidet different* diferent* difiere afviger* avviker* skiljer divers* mismatch overeen_met stimmt',
  tabledata: 'tabledata',
  tableconnection:
    'tabelverbinding* tabellenverbindung* connexion_de_table conexion_de_tabla tabelforbindels* tabelltilkobling* tabellanslutning* connessione_alla_tabella ligacao_de_tabela table_connection registertableconnection registered geregistreerd registriert registree registrars* registrar*',
  committed:
    'committed vastgelegd* doorgevoerd* weggeschreven ubernommen festgeschrieben valide* confirmad* gemt lagret sparats bekraftats salvat* sottopost* commit gecommit uncommitted festschreib* confirmado confirmada bevestigd valide_commit bestatigt bekræftet bekreftet bekraftad bokført',
  yet: 'yet nog_niet noch_nicht pas_encore aun_no todavia endnu enna annu ancora ainda',
  invoice:
    'invoice* factuur* rechnung* verkaufsrechnung* facture* factura* faktura* fattura* fatura* verkoopfactuur* salgsfaktura* forsaljningsfaktura*',
  address:
    'url address adres adresse direccion adress* indirizzo endereco hostnaam hostname* remotename* remote_name externe_naam nom_distant nombre_remoto dns uri hostnavn værtsnavn* vertsnavn vardnamn* anfitriao http https link_',
  price: 'price* prijs* preis* prix precio* pris priser prislist* prezz* preco* listino',
  range:
    'range bereik bereich* plage intervalo omrade* område* intervall* intervallo outside buiten außerhalb hors fuera uden_for utenfor utanfor fuori fora',
  posting:
    'posting boekings* buchungs* comptabilisation registro_contable bogførings* bokførings* bokforings* registrazione boekingsgroep* buchungsgruppe* posting_group groupe_compta* grupo_contable bogføringsgruppe* bokforingsgrupp* gruppo_contabil*',
  default:
    'default standaard* standard* par_defaut predeterminad* standardprodukt* predefinit* predefinid* write-in',
  specify:
    'specify specified opgeven opgegeven angeben angegeben specifier indiquer especificar especificad* angive angivet angi angitt ange angetts specificare specificat* choose kiezen wahlen choisir elegir vælge velge valja scegliere escolher enter invoeren eingeben kies kiezen wahlen choisissez elija elegir vælg velg valj scegli* escolh* selecteer selected select seleccione selecionar auswahl* fill filled vul invullen ausfullen remplir rellenar udfylde fylle fylla compilare preencher gepflegt ingevoerd hinterlegt gevuld',
  customer:
    'customer* klant* kunde kunden kunder kunders kundes kund kunds debitor* debiteur* client clients cliente*',
  vendor:
    'vendor* leverancier* kreditor* lieferant* fournisseur* proveedor* leverandor* leverandør* fornitor* fornecedor* leverantor*',
  item: 'item items artik* vare varen varer vara varan article* articulo* articol* product products produkt* produit* producto* prodott* produto*',
  resource: 'resource* ressource* recurso* risors* resurs*',
  salesperson:
    'salesperson* salespeople verkoper* verkaufer* vendeur* vendedor* sælger* selger* saljar* agente',
  order:
    'order orders orderregel* orderrad* auftrag* verkooporder* commande* pedido pedidos ordre* ordine* encomenda* bestellung* salgsordre* forsaljningsorder* quote quotes offerte* angebot* devis oferta* tilbud* cotacao offert* opportunity opportunit* verkoopkans* verkaufschance* oportunidad* salgsmulighed* salgsmulighet* affarsmojlighet*',
  document:
    'document documents beleg* dokument* bilag* documento* brondocument* quelldokument* kildedokument* kalldokument* source_document document_source',
  group: 'group groups groep* gruppe* groupe* grupo* gruppo*',
  error:
    'error errors fout fouten fehler* erreur* fejl* fel feil errore errori erro erros exception fault errorcode fehlercode foutcode feilkode fejlkode felkod detailed details detail gedetailleerde description beschreibung beschrijving reference issue problem probleem problema probleme',
  conflict:
    'conflict* konflikt* conflit* updateconflict* opdateringskonflikt* oppdateringskonflikt* uppdateringskonflikt* aktualisierungskonflikt*',
  skipped: 'skipped overgeslagen ubersprungen ignore* omitid* sprunget hoppades postponed uitgesteld',
  lastsync:
    'last_synchronization last_sync laatste_synchronisatie vorige_synchronisatie letzten_synchronis* derniere_synchronisation ultima_sincronizacion ultima_sincronizzazione ultima_sincronizacao sidste_synkronisering seneste_synkronisering senaste_synkroniseringen forrige_synkronisering siste_synkronisering last_synchronized meantime intussen inzwischen entre-temps',
  another:
    'another other andere* anderem anderen anderer anderes ander autre autres otro otra otros anden andet annen annet annan annat altro altra outro outra different two twee zwei deux due tva to_',
  first:
    'first eerst zuerst abord primero primera først forst prima primeiro before voordat bevor avant antes for innan until totdat',
  longer:
    'longer meer mehr plus længere lenger langre anymore ya_no n_est_plus gone weg borte borta væk verschwunden disparu* desaparecid* desaparecio desapareceu sparit* verdwenen disappeared',
  refused:
    'refus* verweiger* geweigerd weigert abgelehnt denied deneg* nægt* nekt* nekad* negat* negad* rejected reject* afvist avvist* avvisad* rifiut* rechaz* recus* prevent* verhinder* empech* impid* forhindr* forhindrade imped* afvis* zugelassen toegelaten',
  allowed:
    'allow* erlaub* darf durfen mag mogen toegestaan permet permettre permite permit* autoris* tillad* tillat* consent zulass* lasst autorizad* autorizzat* authorized gemachtigd berechtigt bevoegd',
  access:
    'access toegang* zugriff* acces acceso* adgang* tilgang* atkomst* acesso accesso accessed acceder aceder',
  crud: 'read write lezen schrijven lesen schreiben lire ecrire ecriture leer escribir escritura læse skrive skriva leggere scrivere scrittura ler escrever modify insert invoegen* einfug* insertion execute execution uitvoer* ausfuhr* udfør* utfør* ejecutar eseguire executar wijzigen schrijfrecht* leserecht* schreibrecht* schreibzugriff* leesrecht* writeaccess readaccess appendaccess appendtoaccess deleteaccess createaccess assignaccess shareaccess skriveadgang læserettighed* skrivetilgang',
  security:
    'security securityrol* beveiligingsrol* sicherheitsrolle* securite seguridad sikkerhedsrolle* sikkerhetsrolle* sakerhetsroll* sicurezza seguranca',
  permissionset:
    'codeunit permission_set machtigingenset* berechtigungssatz* ensemble_d*autorisations conjunto_de_permisos rettighedssæt set_di_autorizzazioni entitlements effective_permissions',
  jobqueue:
    'job_queue taakwachtrij* aufgabenwarteschlange* file_d*attente cola_de_proyectos cola_de_trabajos opgavekø* jobbkø* jobbko* coda_processi fila_de_tarefas synchronization_job synchronisatietaak*',
  session: 'session sessions sessie* sitzung* sesion* sessionen sessione okten økten sessao',
  nextrun:
    'next_run next_scheduled following_run volgende_run volgende_synchronisatie nachsten_lauf nachsten_mal prochaine proxima næste_kørsel neste_kjøring nasta_korning prossima picked_up',
  writein:
    'write-in write_in vrije_invoer freie_eingaben fuera_de_catalogo hors_catalogue zelf_in zelf_ingevoerde fritext fuori_catalogo vrij_product fritekst free_text',
  freight: 'freight vracht* fracht* fret portes frakt* fragt* trasporto frete verzendkosten',
  series:
    'no._series number_series nummerreeks* nummernserie* souche* serie_numeric* nummerserie* numeri_di_serie no_series serien',
  renamed:
    'renamed rename* hernoemd umbenannt omdøbt renomm* renombr* rinominat* bytt_namn nytt_navn cambiado_de_nombre',
  contactdata:
    'phone* telefo* e-mailadres* email* e-mail-adresse* courriel correo postcode* postleitzahl* code_postal codigo_postal plz* zip post_code btw-nummer* btw vat tva iva nif cif cvr* ust-idnr partita postnummer* postnr cap moms*',
  import:
    'import* importi* geimporteerd redeploy* implement* bereitgestellt bereitstell* redeploie* deploy* deploie* distribu* uitrol* ausgerollt implementer*',
  person: 'person persoon personne persona pessoa',
  success:
    'success* succes geslaagd gelukt erfolgreich reussi* correctamente exito lykkedes lyckades vellykket sucesso completed voltooid abgeschlossen finished afgerond ferdig klart fuldført gennemført afsluttet completad* completat* concluid* renewed vernieuwd erneuert renouvel* renovad* fornyet fornyat rinnovat* restored hersteld wiederhergestellt restaur* gendannet gjenopprettet aterstallts ripristinat*',
  created:
    'created aangemaakt gemaakt erstellt angelegt cree creee creado creada creat* oprettet opprettet skapad* skapat* criad* inserted ingevoegd synchronized gesynchroniseerd synchronisiert synchronise sincronizad* synkroniseret synkronisert synkroniserad*',
  scheduled:
    'scheduled gepland geplant planifi* programad* planlagt schemalagt* pianificat* agendad* planned',
  question:
    'how what which where why hoe welke waar waarom wie wo welche warum comment quel quelle quels quelles pourquoi como cual donde hvor hvordan hvilke hvorfor hur vilka varfor dove quali onde quais who wants asks vraagt',
  otherdomain:
    'mailbox postvak* postfach* mailserver printer* drucker* imprimante* impresora* stampante* impressora* bank banks bankbestand* bankdatei* bankfil* bankkoppel* banque bancaire banco banca payroll loon* lohn* paie nomina lønkørsel* lonekorning* parcel pakket paket colis paquete tax belasting* finanzamt skattestyrelsen skattemelding* skatt* fiscale fiscal payment* betaling* zahlung* paiement* pago pagamento* betalning* webshop* shop shops winkel boutique tienda negozio loja printed afgedrukt gedruckt imprime* udskrevet utskrift* stampat* report rapport* bericht* warehouse magazijn lager* entrepot almacen meeting vergadering besprechung reunion møde mote training schulung formation kursus agenda kalender* calendar* scanner barcode iban attachment* bijlage anhang allegato opportunity_',
  note: 'note notes notitie memo notiz reminder herinnering erinnerung rappel recordatorio promemoria comment comments opmerking bemerkung anmerkung remarque comentario kommentar subject onderwerp betreff objet asunto emne oggetto assunto amne planned fyi info thanks',
  unknown:
    'unknown onbekend* unbekannt* inconnu* desconocid* ukendt* ukjent* okand* sconosciut* desconhecid*',
  paid: 'paid betaald bezahlt payee pagad* betalt betald pagat*',
  released:
    'released vrijgegeven freigegeben lancee lanzad* frigivet frigitt sluppet slappt rilasciat* lancad* submitted ingediend ubermittelt soumis soumise enviad* indsendt skickad* inviat* posted geboekt* gebucht* comptabilis* registrad* bogført* bokført* bokford*',
  answer:
    'answer* antwoord* antwort* reponse respuesta svar risposta resposta response reply replied reageer*',
  network:
    'network netwerk* netzwerk* reseau red netværk* natverk* nettverk* rete rede dns socket tcp gateway proxy firewall',
  concurrent: 'concurrent* gelijktijdig* gleichzeitig* simultan* samtidig* contempor* concorren* parallel*',
  custom:
    'custom* aangepaste benutzerdefiniert* personnalise* personalizad* brugerdefiner* egendefiner* anpassad* personalizzat*',
  assigned:
    'assigned toegewezen zugewiesen attribue* asignad* tildelt tilordnet tilldelat* tilldelad* assegnat* atribuid*',
  trusted:
    'trust* vertrouwd* vertrouwen vertrauenswurdig* approuve* confianza palidelig* pålidelig* betrodd* betrott klarert attendibil* fidedign* confiavel',
  secure: 'secure beveiligd* sicher* securis* segura seguro sikker sikre saker saker_ sicuro sicura',
  moved:
    'moved verplaatst verschoben deplace* movid* trasladad* flyttet flyttat spostat* renamed hernoemd umbenannt',
  future:
    'will gaat wordt_morgen tomorrow morgen demain manana imorgen imorgon domani amanha next_week volgende_week nachste_woche semaine_prochaine renewal verlenging verlangerung renouvellement renovacion rinnovo renovacao fornyelse fornyelsen tonight vanavond',
  page: 'page pages pagina seite side siden sida sidan',
  app: 'dataverse dynamics crm cds business_central dataverse-* common_data_service d365 dynamics365 365',
};
