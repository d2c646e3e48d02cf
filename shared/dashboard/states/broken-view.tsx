import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTexts } from '../messages/use-texts.ts';

/** A part of the page that failed. Loading the page again gets its newest code. */
export function BrokenView() {
  const { t } = useTexts();
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{t.failure.unknown}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => location.reload()}>{t.failure.reload}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
