import type { AlertMessage } from '../domain/alerts/alert-message.ts';
import type { AlertRule } from '../domain/alerts/alert-rule.ts';
import type { QuietHours } from '../domain/alerts/quiet-hours.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import type { Alerts } from '../domain/ports/alerts.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';
import type { LatestValidation } from '../domain/ports/latest-validation.ts';
import type { ViewPorts } from './current-view.ts';

/** What the settings say of alerts. */
export interface AlertSettings {
  /** Rules that are not told. */
  readonly off: readonly AlertRule[];
  readonly perHour: number;
  readonly quietHours: QuietHours | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** Hours without a report after which a sender without heartbeats is silent; never where absent. */
  readonly silenceHours: number | undefined;
  /** Whether messages tell the text of an error. */
  readonly withTexts: boolean;
}

/** What is needed to find out what to tell. */
export interface DecideAlertsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
  readonly desk: Pick<Desk, 'state' | 'freshState'>;
  readonly heartbeats: Pick<Heartbeats, 'senders' | 'freshSenders'>;
  readonly latestValidation: Pick<LatestValidation, 'scheduled'>;
  readonly alerts: Alerts;
  readonly alertChannels: readonly AlertChannel[];
  readonly alertSettings: AlertSettings;
}

/** Time that passes while messages are sent, ms. */
export interface AlertClock {
  now(): number;
  pause(ms: number): Promise<void>;
}

/** What is needed to tell it. */
export interface SendAlertsPorts extends DecideAlertsPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get'>;
  readonly alertClock: AlertClock;
  /** Writes a line of the log: alert rules send mails because of it. */
  readonly raise: (message: AlertMessage) => void;
}
