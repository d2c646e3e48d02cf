import { cut } from '../reports/text-limits.ts';
import type { MessageContent } from './alert-event.ts';
import { fitting, maxTextUnits } from './cloud-event.ts';
import { headline, type MessageFormat, namedFacts, subjectTitle } from './message-text.ts';
import { pageLink } from './page-link.ts';
import { alertTexts } from './texts/by-language.ts';

interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large';
}

/** A line of text. Unlike a text block it knows no Markdown, so a name from a report is shown and never obeyed. */
interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly spacing?: 'None' | 'Medium';
  readonly inlines: readonly TextRun[];
}

/** The card of a message, as Teams takes it from a workflow. */
export interface TeamsMessage {
  readonly type: 'message';
  readonly attachments: readonly {
    readonly contentType: 'application/vnd.microsoft.card.adaptive';
    readonly contentUrl: null;
    readonly content: AdaptiveCard;
  }[];
}

/** An Adaptive Card 1.4. */
export interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: '1.4';
  readonly msteams: { readonly width: 'Full' };
  readonly fallbackText: string;
  readonly body: readonly RichTextBlock[];
  readonly actions: readonly {
    readonly type: 'Action.OpenUrl';
    readonly title: string;
    readonly url: string;
  }[];
}

/** How cards are written. */
export interface CardFormat extends MessageFormat {
  /** Origin of the page, absent where nobody knows it. */
  readonly origin: string | undefined;
}

/** A message for Teams. Of a digest that would be too large, fewer events are named. */
export function teamsMessage(
  { content, text }: { readonly content: MessageContent; readonly text?: string | undefined },
  format: CardFormat,
): TeamsMessage {
  const texts = alertTexts[format.language];
  const title = headline(content, format);
  const url = pageLink(format.origin, content);
  const { events = [] } = content;
  const total = content.facts.count ?? 0;
  // What a summary names is open, and not new.
  const titleOf = (one: Omit<MessageContent, 'urgent'>) =>
    content.rule === 'summary' ? subjectTitle(one.facts, format.language) : headline(one, format);
  return fitting(events, (named) => {
    const left = total - named.length;
    return {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            msteams: { width: 'Full' },
            fallbackText: withoutMarkdown(title),
            body: [
              line([{ type: 'TextRun', text: title, weight: 'Bolder', size: 'Large' }]),
              ...namedFacts(content, format).map(({ name, value }) => factLine(name, value)),
              ...named.flatMap((one) => eventLines(one, titleOf(one), format)),
              ...(named.length > 0 && left > 0
                ? [line([{ type: 'TextRun', text: texts.more(left) }], 'Medium')]
                : []),
              ...(text === undefined ? [] : [factLine(texts.message, cut(text, maxTextUnits))]),
            ],
            actions: url ? [{ type: 'Action.OpenUrl', title: texts.open, url }] : [],
          },
        },
      ],
    };
  });
}

/** A text for the one place of a card that knows Markdown: a company's name stands in the title of a silence. */
function withoutMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]()<>#~|!]/g, '\\$&');
}

function line(inlines: readonly TextRun[], spacing?: 'None' | 'Medium'): RichTextBlock {
  const shown = inlines.map((run) => ({ ...run, text: withoutControls(run.text) }));
  return { type: 'RichTextBlock', ...(spacing ? { spacing } : {}), inlines: shown };
}

/** Nobody sees control characters, and in JSON each takes six bytes. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]/gu, ' ');
}

function factLine(name: string, value: string): RichTextBlock {
  const runs: TextRun[] = [
    { type: 'TextRun', text: `${name}: `, weight: 'Bolder' },
    { type: 'TextRun', text: value },
  ];
  return line(runs, 'None');
}

/** An event of a digest: what happened, and below it where. */
function eventLines(
  event: Omit<MessageContent, 'urgent'>,
  title: string,
  format: CardFormat,
): RichTextBlock[] {
  const where = namedFacts(event, format)
    .map(({ name, value }) => `${name}: ${value}`)
    .join(', ');
  return [
    line([{ type: 'TextRun', text: title, weight: 'Bolder' }], 'Medium'),
    ...(where ? [line([{ type: 'TextRun', text: where }], 'None')] : []),
  ];
}
