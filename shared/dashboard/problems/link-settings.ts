/** The settings that addresses of records are made from. */
export const settingOf = {
  'business-central': 'BUSINESS_CENTRAL_WEB_URL',
  dataverse: 'DATAVERSE_URL',
} as const;
