import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { errorQuery } from '../api/queries.ts';
import { singleKeysAreOn } from '../list/single-keys.ts';
import { useTexts } from '../messages/use-texts.ts';
import { announce } from '../shell/announce.ts';
import { Panel } from '../shell/panel.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { ErrorDetails } from './error-details.tsx';
import { stepOfKey } from './step-of-key.ts';

interface ErrorPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
  /** Undefined where no error before this one is loaded. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** Everything about one error; `j` and `k`, or Alt with an arrow, lead to the next and the previous one. */
export function ErrorPanel({ id, onClose, onDeleted, onPrevious, onNext }: ErrorPanelProps) {
  const { t, language } = useTexts();
  const error = useQuery(errorQuery(language, id));
  const { data } = error;
  const isGone = error.error instanceof ApiFailure && [400, 404].includes(error.error.status);
  const title = isGone ? t.errors.gone : (data?.diagnosis.title ?? t.errors.title);
  useEffect(() => {
    if (data?.id === id) announce(data.diagnosis.title);
  }, [data?.id, data?.diagnosis.title, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea');
    const step = stepOfKey(event, singleKeysAreOn() && !isTyping);
    if (!step) return;
    event.preventDefault();
    if (step === 'next') onNext?.();
    else onPrevious?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the panel inside takes the focus.
    <div onKeyDown={onKeyDown}>
      <Panel
        title={title}
        onClose={onClose}
        actions={
          <>
            <Button
              appearance="subtle"
              icon={<span aria-hidden="true">↑</span>}
              aria-label={t.errors.previous}
              title={t.errors.previous}
              disabledFocusable={!onPrevious}
              onClick={onPrevious}
            />
            <Button
              appearance="subtle"
              icon={<span aria-hidden="true">↓</span>}
              aria-label={t.errors.next}
              title={t.errors.next}
              disabledFocusable={!onNext}
              onClick={onNext}
            />
          </>
        }
      >
        {error.isPending && <LoadingRows rows={4} />}
        {isGone && <p>{t.errors.goneExplanation}</p>}
        {error.error && !isGone && <FailureBar error={error.error} retry={() => void error.refetch()} />}
        {data && !isGone && <ErrorDetails key={id} error={data} onDeleted={onDeleted} />}
      </Panel>
    </div>
  );
}
