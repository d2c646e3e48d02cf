targetScope = 'subscription'

@description('Name of the azd environment; names of all resources follow from it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of all resources; one that has the Flex Consumption plan.')
@minLength(1)
param location string

@description('How callers show who they are: function keys, or App Service authentication with Microsoft Entra ID.')
@allowed([
  'keys'
  'entra'
])
param authentication string = 'keys'

@description('Application (client) id of the app registration that callers ask tokens for; needed with entra.')
param entraClientId string = ''

@description('The settings of docs/settings.md that you choose, by name; an empty value means the default.')
param settings object = {}

@description('Most instances the plan may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Copies of the stored data: in one datacenter, or in three zones of the region.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
param storageSku string = 'Standard_LRS'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

@description('The app itself, as storage, Application Insights and the upstream systems know it.')
module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-error-desk-${token}'
    location: location
    tags: tags
  }
}

@description('Keeps the error log, the deployment package and what the Functions host needs. Reached by identity only.')
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

@description('Takes logs and metrics, by identity only.')
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
    // azd finds the app of the service by this tag.
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
    entraClientId: entraClientId
    settings: settings
  }
}

@description('Address that callers use.')
output DESK_URL string = functionApp.outputs.url

@description('Name of the function app, for keys and logs.')
output FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Resource group of everything here.')
output RESOURCE_GROUP_NAME string = group.name

@description('Object id of the app: what permissions are granted to (docs/permissions.md).')
output IDENTITY_OBJECT_ID string = identity.outputs.principalId

@description('Client id of the app: what Dataverse and Business Central know it by (docs/permissions.md).')
output IDENTITY_CLIENT_ID string = identity.outputs.clientId

@description('Storage account with the error log.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('Where the queries of docs/operations.md run.')
output APPLICATION_INSIGHTS_NAME string = monitoring.outputs.applicationInsightsName
