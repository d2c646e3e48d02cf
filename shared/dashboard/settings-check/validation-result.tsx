import type { Validation } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { Moment } from '../shell/moment.tsx';
import { attentionCount, findingGroups } from './finding-groups.ts';
import { FindingSection } from './finding-section.tsx';
import { StatusMark } from './status-mark.tsx';
import { validationText } from './validation-text.ts';

/** A validation: the verdict, when and by what, and the findings by status. */
export function ValidationResult({ validation }: { readonly validation: Validation }) {
  const { t, format } = useTexts();
  const { id, verdict, at, source, findings } = validation;
  return (
    <>
      <div className="verdict">
        <div role="status">
          <StatusMark status={verdict} />{' '}
          <strong>{t.settingsCheck.attention(attentionCount(findings), findings.length, format)}</strong>
        </div>
        <span className="hint">
          <Moment at={at} isExact /> · {t.settingsCheck.sources[source]}
        </span>
        <CopyButton text={() => validationText(validation, t, format)}>{t.settingsCheck.copy}</CopyButton>
      </div>
      {findingGroups(findings).map((group) => (
        <FindingSection key={`${id} ${group.status}`} group={group} />
      ))}
    </>
  );
}
