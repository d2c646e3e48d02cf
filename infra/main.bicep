targetScope = 'subscription'

@description('Name of the azd environment. The names of all resources are derived from it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of all resources. It must offer the Flex Consumption plan.')
@minLength(1)
param location string

@description('How callers authenticate: with function keys, or with Microsoft Entra ID through App Service authentication.')
@allowed([
  'keys'
  'entra'
])
param authentication string = 'keys'

@description('Application (client) id of the app registration that callers request tokens for. Required with entra.')
param entraClientId string = ''

@description('E-mail addresses that get alerts, separated by commas. Without one there are no alert rules.')
param alertMail string = ''

@description('Settings of docs/settings.md, by name. An empty value means the default.')
param settings object = {}

@description('Maximum number of instances that run at the same time.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Where copies of the stored data are kept: in one datacenter, or in three zones of the region.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
param storageSku string = 'Standard_LRS'

var token = toLower(uniqueString(subscription().id, environmentName, location))
// Without a client id the platform would refuse every caller.
var checkedClientId = authentication == 'entra' && empty(entraClientId)
  ? fail('entraClientId (ENTRA_CLIENT_ID) is required with authentication (AUTH) entra. docs/operations.md says how to make the app registration.')
  : entraClientId
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

@description('The identity that the app uses for storage, Application Insights and the upstream systems.')
module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-error-desk-${token}'
    location: location
    tags: tags
  }
}

@description('Storage of the error log, the deployment package and the Functions host. Allows access by identity only.')
module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'sterrdesk${token}'
    location: location
    tags: tags
    sku: storageSku
    appPrincipalId: identity.outputs.principalId
  }
}

@description('Application Insights and its workspace. Accepts data by identity only.')
module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-error-desk-${token}'
    applicationInsightsName: 'appi-error-desk-${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

@description('The function app with its plan, settings and authentication.')
module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: 'func-error-desk-${token}'
    planName: 'plan-error-desk-${token}'
    location: location
    // azd uses this tag to find the app of the service.
    tags: union(tags, { 'azd-service-name': 'desk' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    blobEndpoint: storage.outputs.blobEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    deploymentContainerName: storage.outputs.deploymentContainerName
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    maximumInstanceCount: maximumInstanceCount
    authentication: authentication
    entraClientId: checkedClientId
    settings: settings
  }
}

@description('Log search alerts on Application Insights, and who gets them.')
module alerts 'modules/alerts.bicep' = if (!empty(alertMail)) {
  name: 'alerts'
  scope: group
  params: {
    mailAddresses: alertMail
    applicationInsightsId: monitoring.outputs.applicationInsightsId
    location: location
    tags: tags
  }
}

@description('Address of the API for callers.')
output DESK_URL string = functionApp.outputs.url

@description('Name of the function app, for keys and logs.')
output FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Resource group of all resources.')
output RESOURCE_GROUP_NAME string = group.name

@description('Object id of the app. Permissions are granted to it (docs/permissions.md).')
output IDENTITY_OBJECT_ID string = identity.outputs.principalId

@description('Client id of the app, used in Dataverse and Business Central (docs/permissions.md).')
output IDENTITY_CLIENT_ID string = identity.outputs.clientId

@description('Storage account of the error log.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('Application Insights resource, where the queries of docs/operations.md run.')
output APPLICATION_INSIGHTS_NAME string = monitoring.outputs.applicationInsightsName
