param name string

param planName string

param location string

param tags object

@description('Resource id of the identity of the app.')
param identityId string

@description('Client id of the identity of the app.')
param identityClientId string

param storageName string

param blobEndpoint string

param tableEndpoint string

param deploymentContainerName string

param applicationInsightsConnectionString string

param maximumInstanceCount int

@allowed([
  'keys'
  'entra'
])
param authentication string

param entraClientId string

@description('Settings by name. For an absent setting the app uses its default.')
param settings object

@description('A reference to a secret in a key vault, by its address. The platform reads the secret; the deployment never sees it.')
func secretIn(address string) string => empty(address) ? '' : '@Microsoft.KeyVault(SecretUri=${address})'

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    // Reads the secrets that settings refer to.
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'node'
        version: '22'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
    }
  }
}

@description('All settings of the app and the host. Both treat an empty value as absent.')
resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    // Settings of the Functions host.
    AzureWebJobsStorage__accountName: storageName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    AzureWebJobsDisableHomepage: 'true'
    // Settings of the app (shared/config.ts).
    ERROR_LOG__tableServiceUri: tableEndpoint
    ERROR_LOG__clientId: identityClientId
    ERROR_LOG_PREFIX: settings.?ERROR_LOG_PREFIX ?? ''
    RETENTION_DAYS: settings.?RETENTION_DAYS ?? ''
    CLEANUP_SCHEDULE: settings.?CLEANUP_SCHEDULE ?? ''
    VALIDATION_SCHEDULE: settings.?VALIDATION_SCHEDULE ?? ''
    AUTH: authentication
    DATAVERSE_URL: settings.?DATAVERSE_URL ?? ''
    BUSINESS_CENTRAL_URL: settings.?BUSINESS_CENTRAL_URL ?? ''
    BUSINESS_CENTRAL_COMPANY: settings.?BUSINESS_CENTRAL_COMPANY ?? ''
    GRAPH_URL: settings.?GRAPH_URL ?? ''
    INTEGRATION_USER: settings.?INTEGRATION_USER ?? ''
    BUSINESS_CENTRAL_WEB_URL: settings.?BUSINESS_CENTRAL_WEB_URL ?? ''
    DATAVERSE_APP_ID: settings.?DATAVERSE_APP_ID ?? ''
    DESK_WEB_URL: settings.?DESK_WEB_URL ?? ''
    ALERT_TEAMS_URL: secretIn(settings.?ALERT_TEAMS_URL ?? '')
    ALERT_WEBHOOK_URL: secretIn(settings.?ALERT_WEBHOOK_URL ?? '')
    ALERT_WEBHOOK_SECRET: secretIn(settings.?ALERT_WEBHOOK_SECRET ?? '')
    ALERT_SCHEDULE: settings.?ALERT_SCHEDULE ?? ''
    ALERT_OFF: settings.?ALERT_OFF ?? ''
    ALERT_PER_HOUR: settings.?ALERT_PER_HOUR ?? ''
    ALERT_LANGUAGE: settings.?ALERT_LANGUAGE ?? ''
    ALERT_TEXTS: settings.?ALERT_TEXTS ?? ''
    ALERT_QUIET_HOURS: settings.?ALERT_QUIET_HOURS ?? ''
    TIME_ZONE: settings.?TIME_ZONE ?? ''
    SILENCE_HOURS: settings.?SILENCE_HOURS ?? ''
  }
  // With AUTH=entra the app does not start before the platform checks sign-ins.
  dependsOn: [
    authSettings
  ]
}

@description('With entra the platform checks tokens and passes the caller to the app. The setting AUTH agrees with this, and the app starts with entra only if this is on.')
resource authSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: authentication == 'entra'
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: [
        '/api/health'
        '/api/dashboard'
        '/api/dashboard/*'
      ]
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: authentication == 'entra'
        registration: {
          clientId: entraClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            entraClientId
            'api://${entraClientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}

@description('Deployments sign in with Microsoft Entra ID. The deployment endpoints accept no password.')
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}/api'
