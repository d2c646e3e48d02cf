@description('E-mail addresses that get the alerts, separated by commas.')
param mailAddresses string

@description('Resource id of Application Insights. The queries read its tables.')
param applicationInsightsId string

param location string

param tags object

@description('One alert rule for each query. docs/operations.md says what to look at.')
var rules = [
  {
    name: 'storage-does-not-answer'
    description: 'More than 5 requests in 15 minutes failed because the storage did not answer.'
    query: loadTextContent('../alerts/storage-does-not-answer.kql')
    severity: 1
    frequency: 'PT15M'
    window: 'PT15M'
    isState: true
  }
  {
    name: 'bug'
    description: 'The app met an unexpected error.'
    query: loadTextContent('../alerts/bug.kql')
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
    isState: true
  }
  {
    name: 'timer-fails-or-is-silent'
    description: 'A step of the timer failed, or no step ended in 3 hours.'
    query: loadTextContent('../alerts/timer-fails-or-is-silent.kql')
    severity: 2
    frequency: 'PT15M'
    window: 'PT3H'
    isState: true
  }
  {
    name: 'senders-are-refused'
    description: 'More than 20 calls in an hour were refused: a rotated key, or an app role that was removed.'
    query: loadTextContent('../alerts/senders-are-refused.kql')
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
    isState: true
  }
  {
    name: 'nothing-is-reported'
    description: 'No report arrived in a day.'
    query: loadTextContent('../alerts/nothing-is-reported.kql')
    severity: 3
    frequency: 'PT1H'
    window: 'P1D'
    isState: true
  }
  {
    name: 'reports-are-not-valid'
    description: 'A sender posted reports that are not valid.'
    query: loadTextContent('../alerts/reports-are-not-valid.kql')
    severity: 3
    frequency: 'PT15M'
    window: 'PT1H'
    isState: true
  }
  {
    name: 'settings-fail'
    description: 'The last scheduled validation of the settings failed.'
    query: loadTextContent('../alerts/settings-fail.kql')
    severity: 2
    frequency: 'PT1H'
    window: 'P1D'
    isState: true
  }
  {
    name: 'alert-raised'
    description: 'The desk raised an alert of its own rules (docs/operations.md).'
    query: loadTextContent('../alerts/alert-raised.kql')
    severity: 2
    frequency: 'PT5M'
    window: 'PT1H'
    isState: false
  }
]

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-error-desk'
  // Action groups are not in a region.
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'error-desk'
    emailReceivers: [
      for (address, index) in split(replace(mailAddresses, ' ', ''), ','): {
        name: 'mail-${index + 1}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alertRules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: 'alert-error-desk-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Error desk: ${replace(rule.name, '-', ' ')}'
      description: rule.description
      enabled: true
      severity: rule.severity
      scopes: [applicationInsightsId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      // A state is over when the query finds nothing. Without a state, each evaluation that finds lines sends a mail.
      autoMitigate: rule.isState
      // A new workspace has no tables yet. Tests check the queries.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [mail.id]
      }
    }
  }
]
