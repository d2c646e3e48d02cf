export const states = {
  empty: {
    nothingMatches: 'Nothing matches',
    changeFilter: 'Change the filter, or take it away.',
    allClear: (since: string) => `All clear since ${since}`,
    noErrors: 'No errors in reach',
  },
  firstRun: {
    title: 'No errors yet: send the first report',
    report: 'Send one with a command:',
    demo: 'Or fill the desk with a day of examples, in the folder of the project:',
    businessCentral:
      'From Business Central, the extension in the folder infra/business-central sends them (docs/senders.md).',
    command: 'Command',
    link: 'Synchronization between Business Central and Dynamics 365 Sales',
  },
  failure: {
    unknown: 'Something went wrong on this page',
    noAnswer: 'The error desk does not answer',
    offline: 'You are offline. What you see is from before.',
    retry: 'Retry',
    reload: 'Load the page again',
    trace: 'Trace id',
    countdown: (seconds: number) => `Asking again in ${seconds} s`,
    titles: { 403: 'You may not see this' } as Readonly<Record<number, string>>,
  },
  keys: {
    title: 'A key is needed',
    explanation:
      'This app asks for a host key. Make one for this page in the Azure portal (App keys, Host keys), named dashboard.',
    warning:
      'A host key can do everything: report, decide, delete. For people, a sign-in with Microsoft Entra is better.',
    label: 'Host key',
    use: 'Use this key',
    enter: 'Enter a key',
    forget: 'Forget key',
    empty: 'Enter a key',
    refused: 'The app does not take this key',
  },
  signIn: {
    needed: 'Sign in to see the errors',
    link: 'Sign in',
    as: (name: string) => `Signed in as ${name}`,
    missingRole: (role: string) => `Your sign-in lacks the app role ${role}`,
  },
};
