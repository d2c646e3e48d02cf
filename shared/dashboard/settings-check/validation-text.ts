import type { Finding, Validation } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import { attentionCount, findingGroups } from './finding-groups.ts';

/** A validation as text, to hand on. */
export function validationText(validation: Validation, t: Messages, format: Formats): string {
  const { verdict, at, source, findings } = validation;
  const texts = t.settingsCheck;
  const head = [
    `${t.views['settings-check']}: ${t.checkStatuses[verdict]}`,
    `${format.moment(at)} · ${texts.sources[source]}`,
    texts.attention(attentionCount(findings), findings.length, format),
  ];
  const groups = findingGroups(findings).flatMap((group) => [
    '',
    `${texts.groups[group.status]} (${format.number(group.findings.length)})`,
    ...group.findings.flatMap((finding) => findingLines(finding, t, format)),
  ]);
  return [...head, ...groups].join('\n');
}

function findingLines(finding: Finding, t: Messages, format: Formats): string[] {
  const { check, subject, company, reason, seen, remedy, documentation, explains, status } = finding;
  const texts = t.settingsCheck;
  const details = [subject, company, reason && texts.reasons[reason]].filter((detail) => detail);
  const needsWork = status === 'fail' || status === 'warn';
  return [
    `- ${texts.checks[check]} (${check})${details.length > 0 ? `: ${details.join(', ')}` : ''}`,
    `  ${seen}`,
    ...(remedy ? [`  ${texts.remedy}: ${remedy}`] : []),
    ...(explains > 0 ? [`  ${texts.explains(explains, format)}`] : []),
    ...(needsWork ? [`  ${documentation}`] : []),
  ];
}
