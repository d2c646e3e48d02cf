import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemDetail } from '../api/generated-client.ts';
import { validationQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { deskVersion } from '../shell/desk-version.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { supportBundle, supportMarkdown } from './support-text.ts';

/** Copies what support needs, after a look at it. */
export function SupportBundle({ problem }: { readonly problem: ProblemDetail }) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t.bundle.button}</Button>
      {isOpen && <BundleDialog problem={problem} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function BundleDialog({
  problem,
  onClose,
}: {
  readonly problem: ProblemDetail;
  readonly onClose: () => void;
}) {
  const { t, format, language } = useTexts();
  useFocusReturn();
  const [withNames, setWithNames] = useState(false);
  const { data: validation } = useQuery({ ...validationQuery(language, 'live'), refetchInterval: false });
  const masked = withNames ? undefined : t.bundle.masked;
  const bundle = supportBundle(problem, validation, { version: deskVersion, masked, now: new Date() });
  const markdown = supportMarkdown(problem, bundle, t, format);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.bundle.title}</DialogTitle>
          <DialogContent className="stack">
            <p>{t.bundle.explanation}</p>
            <Checkbox
              label={t.bundle.includeNames}
              checked={withNames}
              onChange={(_, { checked }) => setWithNames(checked === true)}
            />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, by keys too. */}
            <div className="preview" tabIndex={0} role="group" aria-label={t.bundle.title}>
              <pre>{markdown}</pre>
            </div>
          </DialogContent>
          <DialogActions>
            <CopyButton size="medium" appearance="primary" text={() => markdown}>
              {t.bundle.copyMarkdown}
            </CopyButton>
            <CopyButton size="medium" text={() => JSON.stringify(bundle, undefined, 2)}>
              {t.bundle.copyJson}
            </CopyButton>
            <Button onClick={onClose}>{t.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
