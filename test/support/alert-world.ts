import type { AlertMessage } from '../../shared/domain/alerts/alert-message.ts';
import type { AlertChannel } from '../../shared/domain/ports/alert-channel.ts';
import { ulid } from '../../shared/domain/reports/ulid.ts';
import { TableAlerts } from '../../shared/storage/desk/table-alerts.ts';
import { TableLatestValidation } from '../../shared/storage/desk/table-latest-validation.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import type { TableService } from '../../shared/storage/tables/table-service.ts';
import type { AlertClock, AlertSettings, SendAlertsPorts } from '../../shared/use-cases/alert-ports.ts';
import { sendAlerts } from '../../shared/use-cases/send-alerts.ts';
import { portsAt, type TestClock } from './desk-ports.ts';
import { memoryStorage, type Storage } from './storage.ts';

/** What the settings say unless a test says otherwise. */
export const plainAlertSettings: AlertSettings = {
  off: [],
  perHour: 50,
  quietHours: undefined,
  timeZone: 'UTC',
  silenceHours: undefined,
  withTexts: false,
};

/** A desk with alerts whose clock a test moves. */
export interface AlertWorld {
  readonly clock: TestClock;
  readonly storage: Storage;
  /** Another instance of the app; `tables` as it reaches them. */
  open(tables?: TableService): SendAlertsPorts &
    ReturnType<typeof portsAt> & {
      readonly latestValidation: TableLatestValidation;
    };
  /** One run of the timer. */
  run(): Promise<void>;
  /** All messages that were made, oldest first. */
  made(): Promise<readonly AlertMessage[]>;
  /** What was written to the log, as rule and id. */
  readonly raised: { readonly rule: string; readonly id: string }[];
}

/** Time that passes only while somebody pauses, by the clock of the test. */
function pausingClock(clock: TestClock): AlertClock {
  return {
    now: () => clock.at,
    pause: (ms) => {
      clock.at += ms;
      return Promise.resolve();
    },
  };
}

/** A desk with alerts, in memory unless a storage is given. */
export function alertWorld(
  at: number,
  {
    channels = [],
    settings = {},
    storage,
    clock = { at },
  }: {
    readonly channels?: readonly AlertChannel[];
    readonly settings?: Partial<AlertSettings>;
    readonly storage?: Storage;
    readonly clock?: TestClock;
  } = {},
): AlertWorld {
  const own = storage ?? memoryStorage(() => new Date(clock.at));
  const raised: { rule: string; id: string }[] = [];
  const open = (tables: TableService = own.tables) => {
    const { prefix } = own;
    const ports = portsAt({ prefix, tables, errorLog: new TableErrorLog(tables, prefix) }, clock);
    return {
      ...ports,
      // The same in each run of a test.
      newId: (from: Date) => ulid(from.getTime(), '0'.repeat(16)),
      latestValidation: new TableLatestValidation(tables, prefix, () => ports.desk.checkFormat()),
      alertChannels: channels,
      alertSettings: { ...plainAlertSettings, ...settings },
      alertClock: pausingClock(clock),
      raise: ({ id, content }: AlertMessage) => raised.push({ rule: content.rule, id }),
    };
  };
  return {
    clock,
    storage: own,
    open,
    run: async () => {
      await sendAlerts(open());
    },
    made: async () => {
      const alerts = new TableAlerts(own.tables, own.prefix, () => Promise.resolve());
      return (await alerts.messages(1_000_000)).toReversed();
    },
    raised,
  };
}
