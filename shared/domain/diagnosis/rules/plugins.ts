import { caption, faultCode } from './keys.ts';
import { defineRules } from './rule.ts';

/** Failures of custom code in Dataverse. */
export const pluginRules = defineRules(() => [
  {
    name: 'plug-in',
    cause: 'plugin-failure',
    kind: 'fault',
    labels: [
      'Unexpected exception from plug-in (Execute): {plugin}',
      'ISV code aborted the operation',
      'ISV code reduced the open transaction count',
      'unexpected error occurred from ISV code',
      'from ISV code',
      'InvalidPluginExecutionException',
      'Unexpected exception from plug-in (Execute)',
      'exception from plug-in',
      '(plug-in|plugin) {}(failed|threw|exception|aborted|error|timed out|timeout)',
      '(error|exception|failed|failure) {}in {}(plug-in|plugin)',
      'The plug-in execution failed',
      'Business Process Error',
      'Sandbox worker process crashed',
      'sandbox host {}(crashed|failed)',
      'A workflow {}(failed|aborted|error)',
      'error {}(in|from) the workflow',
      'workflow {}(terminated|was terminated)',
      'workflow {}infinite loop',
      'This workflow job was canceled because the workflow that started it included an infinite loop',
      'custom workflow activity',
      'Workflow must be in Published state',
    ],
    key: ({ plugin }, subject) => caption(plugin) || faultCode(subject),
    examples: [
      'ISV code aborted the operation. Error code: 0x80040265',
      'An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): Contoso.Plugins.AccountPostCreate: System.NullReferenceException',
      'Microsoft.Xrm.Sdk.InvalidPluginExecutionException: The VAT number was refused.',
      'Er is een fout opgetreden in de plug-in Contoso.Plugins.',
      'Im Plug-In ist ein Fehler aufgetreten.',
      "Une erreur s'est produite dans le plug-in.",
      'Se produjo un error en el complemento.',
      'Der opstod en fejl i plug-in-programmet.',
    ],
    nearMisses: ['Plug in the charger and wait.', 'The plugin was updated.'],
  },
]);
