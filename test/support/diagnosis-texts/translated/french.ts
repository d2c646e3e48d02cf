import { byCause } from '../labelled-text.ts';

/** Errors in French. */
export const frenchTexts = byCause({
  'update-conflict': [
    'Impossible de mettre à jour un enregistrement dans la table Compte Dataverse. Le mappage entre le champ Limite de crédit DS de la table Client et le champ Limite de crédit de la table Compte Dataverse est bidirectionnel, et une ou les deux valeurs ont été modifiées depuis la dernière synchronisation.',
    'Impossible de mettre à jour un enregistrement dans la table Client. Le mappage entre le champ Téléphone de la table Compte et le champ N° téléphone de la table Client est bidirectionnel et une des valeurs, ou les deux, ont changé depuis la dernière synchronisation.',
  ],
  'coupled-record-deleted': [
    "L'enregistrement Contact ne peut pas être mis à jour, car il est couplé à un enregistrement supprimé.",
    "L'enregistrement client ne peut pas être mis à jour, car il est lié à un enregistrement supprimé.",
    "L'enregistrement Client ne peut pas être mis à jour car il est couplé à un enregistrement supprimé.",
  ],
  'dependency-not-coupled': [
    'Code vendeur LT doit être couplé à une ligne Dataverse.',
    'Le code devise USD doit être couplé à un enregistrement dans Dynamics 365 Sales.',
    'La devise USD doit être couplée à une ligne Dataverse.',
    "L'article 1896-S doit être couplé à un enregistrement Dynamics 365 Sales.",
    'Le fournisseur 20000 doit être couplé à une ligne Dataverse.',
    "L'unité article CARTON n'est pas couplée.",
  ],
  'already-coupled': [
    "Impossible de coupler Client 10000 à cet enregistrement Compte, car l'enregistrement Compte est déjà couplé à Client 20000.",
  ],
  'match-not-unique': [
    "Impossible de coupler 5 enregistrements, car aucune entité correspondante unique non couplée n'a été trouvée dans Dataverse avec les critères spécifiés.",
    "Échec du couplage de 12 enregistrement(s), car aucune entité correspondante unique non couplée n'a été trouvée dans Dataverse avec les critères de correspondance spécifiés.",
  ],
  'record-missing': [
    'Impossible de trouver JO dans la table Vendeur/Acheteur.',
    "La commande vente ne peut pas être créée. L'article 1000 n'existe pas.",
    "Le fournisseur n'existe pas. Champs et valeurs d'identification : N°='V0031'",
    "Article n'existe pas. Champs et valeurs d'identification : N°='1896-S'.",
  ],
  'duplicate-record': [
    "Le client existe déjà. Champs et valeurs d'identification : N°='10000'",
    "Un enregistrement n'a pas été créé ni mis à jour, car un doublon de l'enregistrement actuel existe déjà.",
  ],
  'business-data-invalid': [
    'Groupe compta. client doit avoir une valeur dans Client : N°=20000. Il ne peut pas être vide ni égal à zéro.',
    'Le champ Code condition paiement de la table Client contient une valeur (30J) qui est introuvable dans la table associée (Conditions de paiement).',
    'Nom doit avoir une valeur dans Client: N°=10000. La valeur ne peut pas être nulle ou vide.',
    'La longueur de la chaîne est 61, mais elle doit être inférieure ou égale à 50 caractères. Valeur : Société',
  ],
  'record-inactive-or-readonly': [
    "L'article est inactif et ne peut pas être modifié.",
    "Statut doit être égal à 'Ouvert' dans En-tête vente : Type document=Commande,N°=1001. La valeur actuelle est 'Lancé'.",
  ],
  'unit-of-measure-invalid': [
    "Plusieurs unités de mesure ont été trouvées dans le groupe d'unités 'BOX' dans Dynamics 365 Sales.",
  ],
  'exchange-rate-missing': [
    "Impossible de créer ou de mettre à jour la devise NOK dans Dataverse, car aucun taux de change n'a été défini pour cette devise.",
    "Impossible de créer ou de mettre à jour la devise SEK dans Dataverse, car aucun taux de change n'est défini pour celle-ci.",
  ],
  'currency-setup-missing': [
    'La devise avec le code ISO « CHF » est introuvable. Par conséquent, le taux de change entre « EUR » et « CHF » ne peut pas être calculé.',
    'Impossible de trouver la devise de base dans Dataverse.',
  ],
  'connection-disabled': ["La connexion Dataverse n'est pas activée."],
  'mapping-misconfigured': [
    'Vous devez spécifier quels champs du mappage de table CUSTOMER doivent être utilisés.',
  ],
  'missing-privilege': ["Le principal user (Id=1, type=8) n'a pas le privilège prvReadAccount"],
  'bc-permission-missing': [
    'Vous ne disposez pas des autorisations suivantes sur TableData Client : Insérer.',
    "Les autorisations actuelles ont empêché l'action. (TableData 18 Client Modifier : Base Application)",
  ],
  'integration-user-invalid': [
    "L'utilisateur d'intégration spécifié dans la configuration de la connexion Dataverse n'existe pas.",
  ],
  'license-missing': [
    'Votre licence ne vous accorde pas les autorisations suivantes sur TableData Client : Insérer.',
  ],
  'environment-admin-mode': [
    "L'utilisateur ne dispose pas des privilèges requis (ou de l'appartenance au rôle) pour accéder à l'organisation lorsqu'elle est en mode Administrateur uniquement.",
  ],
  'table-connection-missing': [
    "La connexion de table pour le type de table CRM doit être enregistrée à l'aide de RegisterTableConnection ou de l'applet de commande New-NAVTableConnection avant de pouvoir être utilisée.",
  ],
  'timeout-or-network': [
    "La modification de Client a échoué en raison de l'erreur suivante : Le délai d'attente de l'opération a expiré.",
    "L'opération a dépassé le délai imparti. Réessayez.",
    'Impossible de se connecter au serveur distant.',
    "Le délai de l'opération a expiré. Réessayez.",
    'Le serveur distant a retourné une erreur : (503) Serveur non disponible.',
    'La connexion sous-jacente a été fermée : La connexion a été interrompue de manière inattendue.',
    'Impossible de se connecter au serveur distant',
  ],
  'not-committed-yet': [
    "La facture vente enregistrée 103021 n'est pas encore validée dans la base de données SQL. Elle sera synchronisée lors de la prochaine synchronisation planifiée.",
  ],
  'lock-or-concurrency': [
    'La transaction a été bloquée par un autre processus et a été choisie comme victime.',
    "L'opération n'a pas pu se terminer car un enregistrement de la table Client a été verrouillé par un autre utilisateur. Réessayez l'activité.",
    "Nous ne pouvons pas enregistrer vos modifications, car un enregistrement de la table 'Client' est mis à jour dans une transaction effectuée par une autre session.",
  ],
});
