/** Where the settings of an environment are in the Power Platform admin center. */
export const environmentSettings = 'Power Platform-beheercentrum, de omgeving, Instellingen';

/** The page of Business Central that sets up the connection. */
export const connectionSetup = 'pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup)';
