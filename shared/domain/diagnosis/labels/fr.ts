import type { TranslatedLabels } from './translated-labels.ts';

const emptyField = [
  '{field} doit avoir une valeur dans {table}',
  '{field} doit contenir une valeur dans {table}',
];

/** French labels, under the names of their rules. */
export const frenchLabels = (): TranslatedLabels => ({
  'administration mode': [
    "(environnement|organisation) {}en mode (administration|d'administration|Administrateur uniquement|administrateur)",
    '(environnement|organisation) {}mode (Administrateur|administration|Admin)',
  ],
  'access right': [
    "utilisateur {}(ne dispose pas des|n'a pas les|n'a pas de|insuffisants|ne possède pas les) (privilèges|autorisations|droits)",
    'utilisateur {}(privilèges|autorisations|droits) {}(insuffisants|insuffisantes)',
  ],
  'Business Central permission': [
    "Vous (n'avez pas|ne disposez pas des|ne possédez pas) {}autorisations suivantes (sur|pour) {table}",
    "{}autorisations actuelles ont empêché l'action{table}",
  ],
  licence: [
    "utilisateur {}(n'a pas de|n'est pas|ne possède pas de|ne dispose pas) {}licence",
    'Votre licence ne (vous |)(permet|donne|accorde) pas',
  ],
  'integration user': [
    "utilisateur {}spécifié {}n'existe pas",
    'utilisateur {} est désactivé sur le serveur',
    "utilisateur {}(pas un utilisateur d'intégration|mode d'accès non valide|aucun rôle|pas les rôles requis|pas des rôles requis)",
    "utilisateur n'est pas membre de l'organisation",
    "Il n'existe aucun utilisateur avec l'adresse",
  ],
  'plug-in': [
    '(plug-in|plugin|code ISV|code de fournisseur) {}(échoué|erreur|exception|interrompu|abandonné)',
    '(erreur|exception) {}(plug-in|plugin|code ISV)',
  ],
  'both sides changed': [
    "Impossible de mettre à jour l'enregistrement {table}, car {}(tous deux|tous les deux) {}(modifiés|changé)",
    '{}entre le champ {from} (de|dans|sur) la table {table} et {}(bidirectionnel|bidirectionnelle|dans les deux sens)',
    'Impossible de mettre à jour un enregistrement dans la table {}. Le mappage entre {}',
    '{}entre {}(bidirectionnel|bidirectionnelle|dans les deux sens){}(modifié|modifiée|modifiées|modifiés|changé){}synchronisation',
  ],
  'coupled to a deleted record': [
    '{table}(couplé|couplée|lié|liée|associé|associée) à (un enregistrement|une ligne) (supprimé|supprimée)',
  ],
  'must be coupled': [
    '{what} doit être (couplé|couplée|lié|liée|associé|associée) à {}(ligne|enregistrement|Dataverse|Dynamics)',
  ],
  'must be coupled to a record of a table': [
    '{what} doit être (couplé|couplée|lié|liée|associé|associée) à (un|une)',
  ],
  'not coupled': [
    "(L'|La |Le |)(unité|article|devise|client|vendeur|produit|en-tête vente|liste de prix|contact) {}n'est pas (couplé|couplée|lié|liée|associé|associée)",
  ],
  'already coupled': [
    '{}(coupler|lier|associer|être couplé|être lié){}déjà (couplé|couplée|lié|liée|associé|associée) à {}',
  ],
  'no unique match': ['{}(coupler|couplage|couplé|couplée) {}aucun{}unique{}(trouvé|trouvée|critères)'],
  'no exchange rate': [
    '{}devise {currency} {}(aucun|pas de) taux de change',
    "Il n'y a pas de Taux de change {}filtre",
  ],
  'currency setup': [
    'La devise (avec le|portant le|ayant le) code ISO {currency} (est introuvable|ne peut pas être trouvée)',
    'Impossible de trouver la devise (avec|ayant) la valeur {currency}',
    "La devise de base n'est pas définie",
    'Pour activer la connexion {}(code DS|code devise société|code LCY)',
    'Impossible de trouver la devise de base dans Dataverse',
    'Votre code devise (locale|société) {currency} ne correspond à aucun',
    'La devise de base {currency} {}environnement Dataverse doit exister',
  ],
  'unit of measure': [
    "(L'unité de mesure|L'unité|L'unité article|Le groupe d'unités) {} n'existe pas",
    "Impossible de trouver le groupe d'unités {}",
    "Plusieurs unités {}trouvées dans le groupe d'unités",
    "L'unité {}du groupe d'unités {}nom incorrect",
    "L'unité {} n'est pas l'unité de base du groupe d'unités",
    '(Unité de base|Unité de mesure de base|Code unité de base) doit avoir une valeur dans {}',
  ],
  mapping: [
    'Vous devez (spécifier|indiquer) (les|quels) champs {}mappage',
    '(La table|Table) {} doit être (mappée|mise en correspondance) (à|avec) la table {}',
    "Il n'y a (pas de|aucune) {}mappage de champ",
    'Le sens de (la |)synchronisation ne peut pas être déterminé',
    'La direction de (la |)synchronisation ne peut pas être déterminée',
    "Aucun mappage n'est défini pour {}",
    'Impossible de trouver le mappage {}',
    "(Le |La |){}(modèle de configuration|modèle config.|modèle) {}(introuvable|n'a pas été trouvé)",
    'La table source {} et la table de destination {} ne correspondent pas',
  ],
  ownership: [
    "propriétaire de l'entité {}(diffère|est différent)",
    "unité (commerciale|opérationnelle|d'affaires) {}(diffère|est différente|ne correspond pas)",
    "Il n'(existe|y a) (aucune équipe|aucun rôle|aucune unité|aucune société|aucun utilisateur) {}ID {} dans Dataverse",
  ],
  solution: ["solution d'intégration {}(n'est pas|pas installée)"],
  'empty setup field': [...emptyField, '{}Vous devez (choisir|sélectionner) {}par défaut {table}'],
  'empty record field': emptyField,
  'value not in the related table': ['Le champ {field} de la table {table} contient une valeur'],
  'value rejected by Business Central': [
    'La longueur de la chaîne est {}(doit|mais) {}caractères',
    'La valeur {} ne peut pas être (évaluée|convertie)',
    'La valeur que vous essayez de convertir {}format incorrect',
    'Le contact {} doit (avoir|disposer) {}société',
  ],
  'value rejected by Dataverse': [
    'dépasse la longueur maximale autorisée',
    'est en dehors de la plage valide',
  ],
  'setup record not found': [
    "(Le |La |L'|Les |){table} (n'existe|n'existent) pas. Champs et valeurs d'identification",
  ],
  'record not found': [
    "Le contact ne peut pas être (synchronisé|créé) (car|parce que) la société n'existe pas",
    'Impossible de trouver {} dans la table {table}',
    "L'enregistrement {known} (est introuvable|n'a pas été trouvé)",
    "Impossible de trouver l'enregistrement {known}",
    '{} est introuvable dans la table {table}',
    "(L'article|La ressource|Le client) {} n'existe pas",
    "(Le |La |L'|){table} n'existe pas. Champs et valeurs d'identification : {}",
    "(Le |La |L'|){table} n'existe pas. Champs et valeurs d'identification: {}",
    "Il n'y a (pas de|aucun|aucune) {table} (dans le|au sein du) filtre",
    "L'enregistrement (source|de destination|cible) (est introuvable|n'a pas été trouvé)",
  ],
  duplicate: [
    'enregistrement avec des valeurs de clé (correspondantes|identiques) existe déjà',
    "{table} existe déjà. Champs et valeurs d'identification",
    "un doublon de l'enregistrement (actuel|en cours) existe déjà",
  ],
  'field that closes a record': [
    '{field} doit être égal à {} dans {table}',
    '{field} doit être égale à {} dans {table}',
  ],
  blocked: ["(Le client|Client|L'article|Article|Fournisseur) {} est bloqué"],
  'inactive, blocked or read-only': [
    'ne peut pas être (synchronisé|synchronisée|mis à jour|mise à jour|modifié|modifiée), {}(inactif|inactive|fermé|fermée|lecture seule|bloqué)',
    'ne peut pas être (synchronisé|synchronisée|mis à jour|mise à jour|modifié|modifiée) (car|parce) {}(inactif|inactive|fermé|fermée|lecture seule|bloqué)',
    'est (inactif|inactive) et ne peut pas être (modifié|modifiée|mis à jour|mise à jour|synchronisé|synchronisée)',
    "n'est pas une transition d'état valide",
  ],
  'sign-in certificate': [
    'certificat {}(a expiré|est introuvable|non approuvé|non valide|expiré)',
    'canal sécurisé SSL/TLS',
    'connexion SSL {}(pas pu être|impossible)',
  ],
  'expired client secret': [
    '(secret client|clé secrète|secret du client|secret de client|secrets client) {}(expiré|expirés|expirée)',
  ],
  'wrong client secret': [
    '(secret client|clé secrète|secret du client|secret de client|secrets client) {}non valide',
  ],
  'expired password': ['mot de passe a expiré'],
  'sign-in failure': [
    "(L'authentification|Échec de l'authentification|authentification) {}(échoué|a échoué)",
    "Échec de (l'authentification|la connexion de l'utilisateur)",
    "nom d'utilisateur ou {}mot de passe {}(incorrect|non valide)",
  ],
  'environment unavailable': [
    "Impossible de trouver l'organisation",
    "(environnement|organisation) {named}(est désactivé|est désactivée|a été supprimé|a été supprimée|n'existe pas|est introuvable)",
    "nom distant n'a pas pu être résolu",
  ],
  'connection switched off': [
    "La connexion {app}n'est pas (activée|active)",
    'La connexion {app}est désactivée',
  ],
  'no table connection': ['{}connexion {}table {}(enregistrée|inscrite)'],
  lock: [
    'interblocage',
    'choisie comme victime',
    'Un autre utilisateur a (modifié|déjà modifié|changé)',
    'verrouillé par un autre utilisateur',
    'verrouillée par un autre utilisateur',
    'dans une transaction {}autre session',
  ],
  throttling: ['nombre de (requêtes|demandes) {}(limite|dépassé)', 'trop de (requêtes|demandes)'],
  'time-out or network': [
    "délai {}(expiré|dépassé|d'attente)",
    'opération a expiré',
    'connexion {between}(fermée|interrompue|perdue|réinitialisée)',
    'Impossible de se connecter au serveur',
    'délai imparti',
    'service {}(indisponible|non disponible)',
  ],
  'not committed yet': ["{}(pas encore|n'est pas encore) {}SQL"],
  defect: [
    'Impossible de synchroniser séparément les lignes',
    'Impossible de synchroniser les lignes facture séparément',
    'processus de synchronisation {}(état|statut) {}(non valide|pas valide)',
    "Une erreur inattendue s'est produite",
    "La référence d'objet n'est pas définie",
  ],
});
