import {
  Link,
  Toast,
  ToastBody,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { focusList } from '../shell/focus-row.ts';

export const toasterId = 'toasts';

/** Time to take something back, ms; it stands still under the pointer and while it has the focus. */
const undoMs = 8_000;
const failureMs = 12_000;

/** Short messages at the bottom of the page, one at a time. */
export function useToasts() {
  const { dispatchToast, dismissAllToasts, pauseToast, playToast } = useToastController(toasterId);
  return useMemo(
    () => ({
      /** Says what was done; the action takes it back. */
      done(text: string, action?: { readonly label: string; readonly run: () => void }) {
        const toastId = crypto.randomUUID();
        dismissAllToasts();
        dispatchToast(
          <Toast onFocus={() => pauseToast(toastId)} onBlur={() => playToast(toastId)}>
            <ToastTitle
              action={
                action && (
                  <ToastTrigger>
                    <Link
                      as="button"
                      onClick={() => {
                        // A toast that goes with the focus in it would give it to the next one, even out of a dialog.
                        focusList();
                        action.run();
                      }}
                    >
                      {action.label}
                    </Link>
                  </ToastTrigger>
                )
              }
            >
              {text}
            </ToastTitle>
          </Toast>,
          { toastId, intent: 'success', timeout: undoMs, pauseOnHover: true, politeness: 'polite' },
        );
      },
      failed(title: string, detail?: string) {
        dismissAllToasts();
        dispatchToast(
          <Toast>
            <ToastTitle>{title}</ToastTitle>
            {detail && <ToastBody>{detail}</ToastBody>}
          </Toast>,
          { intent: 'error', timeout: failureMs, pauseOnHover: true, politeness: 'assertive' },
        );
      },
    }),
    [dispatchToast, dismissAllToasts, pauseToast, playToast],
  );
}
