import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { Source } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { SnapshotDialog } from './snapshot-dialog.tsx';
import { useLastValidation } from './use-last-validation.ts';
import { useRunNow } from './use-validate.ts';
import { ValidationResult } from './validation-result.tsx';

/** What the settings check found. */
export default function SettingsCheckView() {
  const { t } = useTexts();
  const texts = t.settingsCheck;
  const [wanted, setWanted] = useState<Source>('live');
  const [isPasting, setIsPasting] = useState(false);
  const live = useLastValidation('live', true);
  const isSnapshot = wanted === 'snapshot' || live.isNone;
  const snapshot = useLastValidation('snapshot', isSnapshot);
  const { run, isRunning, error: runError } = useRunNow(() => setWanted('live'));
  const { validation, error, isPending, isNone, again } = isSnapshot ? snapshot : live;
  return (
    <div className="settings-check">
      <div className="actions">
        <ActionButton needs="validate" appearance="primary" disabledFocusable={isRunning} onClick={run}>
          {texts.run}
        </ActionButton>
        <ActionButton needs="validate" onClick={() => setIsPasting(true)}>
          {texts.paste}
        </ActionButton>
        {!live.isNone && (
          <Button onClick={() => setWanted(isSnapshot ? 'live' : 'snapshot')}>
            {isSnapshot ? texts.showLive : texts.showSnapshot}
          </Button>
        )}
      </div>
      <div role="status" className="running-check">
        {isRunning && (
          <>
            <progress aria-label={texts.runningLabel} />
            <p>{texts.running}</p>
          </>
        )}
      </div>
      {runError && <FailureBar error={runError} retry={run} />}
      {error && <FailureBar error={error} retry={again} />}
      {isSnapshot && validation && (
        <MessageBar intent="info" layout="multiline" politeness="polite">
          <MessageBarBody>{live.isNone ? texts.snapshotInstead : texts.snapshotShown}</MessageBarBody>
        </MessageBar>
      )}
      {isPending && <LoadingRows rows={4} height={120} />}
      {isNone && (
        <div className="empty">
          <h2>{live.isNone ? texts.never : texts.noSnapshot}</h2>
          <p>{texts.neverExplanation}</p>
        </div>
      )}
      {validation && (
        <div className={error ? 'stale' : ''}>
          <ValidationResult validation={validation} />
        </div>
      )}
      {isPasting && (
        <SnapshotDialog onChecked={() => setWanted('snapshot')} onClose={() => setIsPasting(false)} />
      )}
    </div>
  );
}
