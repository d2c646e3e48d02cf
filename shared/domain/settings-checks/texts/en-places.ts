/** Where the settings of an environment are in the Power Platform admin center. */
export const environmentSettings = 'Power Platform admin center, the environment, Settings';
