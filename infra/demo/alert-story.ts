import { hourMs } from '../../shared/domain/reports/days.ts';
import type { AppClient } from './app-client.ts';

/** What happens next in the demo of alerts. */
export interface StoryStep {
  readonly text: string;
  readonly act: () => Promise<void>;
  /** How many messages a channel gets for it. */
  readonly messages: number;
}

const company = 'CRONUS NL';

/** An error of a problem that is days old. */
const oldProblem = {
  message:
    'Cannot create or update the currency GBP in Dataverse, because there is no exchange rate defined for it.',
  mapping: 'CURRENCY',
};
const newProblem = {
  message:
    'Principal user (Id=3f1c7a52-6d0e-ef11-9f89-000d3a2b4c5d, type=8) is missing prvWriteAccount privilege',
  mapping: 'CUSTOMER',
};

/** A first run, one new error, a surge, a silence. */
export function alertStory(app: AppClient): StoryStep[] {
  const report = (parts: Readonly<Record<string, unknown>>, ...agoMs: readonly number[]) =>
    app.post(
      'errors',
      agoMs.map((ago, index) => ({
        occurredAt: new Date(Date.now() - ago).toISOString(),
        company,
        environment: 'Production',
        direction: 'to-integration-table',
        errorId: `demo-${Date.now()}-${index}`,
        ...parts,
      })),
    );
  return [
    {
      text: 'The desk knows a problem that is two days old. Its first run tells a summary.',
      act: async () => void (await report(oldProblem, 48 * hourMs, 40 * hourMs, 30 * hourMs)),
      messages: 1,
    },
    {
      text: 'One error of a problem that nobody knew.',
      act: async () => void (await report(newProblem, 0)),
      messages: 1,
    },
    {
      text: '60 errors of the old problem at once.',
      act: async () => void (await report(oldProblem, ...Array.from({ length: 60 }, (_, index) => index))),
      messages: 1,
    },
    {
      text: 'Three heartbeats, and then none: a silence is told after three minutes.',
      act: async () => {
        for (let beat = 0; beat < 3; beat++)
          await app.post('heartbeats', {
            company,
            environment: 'Production',
            sentAt: new Date(Date.now() + beat),
          });
      },
      messages: 1,
    },
  ];
}
