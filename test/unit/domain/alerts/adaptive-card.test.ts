import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { teamsMessage } from '../../../../shared/domain/alerts/adaptive-card.ts';
import { maxMessageBytes } from '../../../../shared/domain/alerts/cloud-event.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { aMessage, everyMessage } from '../../../support/alert-messages.ts';

const format = {
  language: 'en',
  timeZone: 'Europe/Amsterdam',
  origin: 'https://desk.contoso.example',
} as const;

/** What Microsoft's own renderer of cards objects to. */
function objections(card: unknown): string[] {
  const context = new SerializationContext(new Version(1, 4));
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

const cardOf = (...parameters: Parameters<typeof teamsMessage>) =>
  teamsMessage(...parameters).attachments[0]?.content;

/** All that a card shows, line by line. */
const linesOf = (...parameters: Parameters<typeof teamsMessage>) =>
  cardOf(...parameters)?.body.map(({ inlines }) => inlines.map(({ text }) => text).join(''));

it('the judge objects to a card that is wrong', () => {
  expect(objections({ type: 'AdaptiveCard', version: '1.4', body: [{ type: 'Nothing' }] })).not.toEqual([]);
  expect(
    objections({ type: 'AdaptiveCard', version: '1.4', body: [], actions: [{ type: 'Action.OpenUrl' }] }),
  ).not.toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  describe.each(everyMessage)('the card of $name', ({ content }) => {
    const message = teamsMessage({ content, text: 'An error' }, { ...format, language });

    it('is a valid Adaptive Card 1.4 without input', () => {
      expect(message).toMatchObject({
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null }],
      });
      const [{ content: card } = { content: undefined }] = message.attachments;
      expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' } });
      expect(objections(card)).toEqual([]);
      expect(JSON.stringify(card)).not.toContain('Action.Submit');
    });

    it('is at most 16 KiB', () => {
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(maxMessageBytes);
    });
  });
});

it('tells a problem in English and in Dutch, by the clock of the time zone', () => {
  expect(linesOf({ ...aMessage() }, format)).toEqual([
    'New problem: The integration user lacks a privilege in Dataverse',
    'Environment: Production',
    'Company: CRONUS NL',
    'Mapping: CUSTOMER',
    'Concerns: prvReadAccount',
    'Errors: 7',
    'Since: 20 Nov 2026, 13:30 (Europe/Amsterdam)',
  ]);
  expect(linesOf({ ...aMessage() }, { ...format, language: 'nl' })?.slice(0, 2)).toEqual([
    'Nieuw probleem: De integratiegebruiker mist een bevoegdheid in Dataverse',
    'Omgeving: Production',
  ]);
});

it('a digest says how many more there are', () => {
  const digest = everyMessage.find(({ name }) => name === 'digest');
  const lines = digest && linesOf({ content: digest.content }, format);
  expect(lines?.[0]).toBe('47 alerts');
  expect(lines?.at(-1)).toBe('and 37 more');
});

it('names from reports are texts, and never Markdown', () => {
  const company = '[click](https://evil.example) **bold**';
  const { content } = aMessage({ facts: { company, cause: 'unclassified', problem: 'QS90B35XWT56WNNS' } });
  const card = cardOf({ content, text: company }, format);
  expect(card?.body.every(({ type }) => type === 'RichTextBlock')).toBe(true);
  expect(linesOf({ content, text: company }, format)).toEqual(
    expect.arrayContaining([`Company: ${company}`, `Error message: ${company}`]),
  );
  expect(card?.fallbackText).not.toContain(company);
});

it('a name in the text for readers of older cards, which knows Markdown, is no link and no picture', () => {
  for (const over of [false, true]) {
    const { content } = aMessage({
      rule: 'silence',
      over,
      facts: { company: '![x](https://evil.example) <b> \\**CRONUS**' },
    });
    const card = cardOf({ content }, format);
    expect(card?.fallbackText).toContain(String.raw`\!\[x\]\(https://evil.example\) \<b\> \\\*\*CRONUS\*\*`);
    expect(card?.body[0]?.inlines[0]?.text).toContain('![x](https://evil.example)');
  }
});

it('of one problem is small enough whatever its names and its text', () => {
  const name = '\u0001'.repeat(512);
  const facts = {
    environment: name,
    company: name,
    mapping: name,
    cause: 'missing-privilege',
    key: name,
  } as const;
  const message = teamsMessage({ ...aMessage({ facts }), text: '\u0002'.repeat(2048) }, format);
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(16 * 1024);
  const lines = linesOf({ ...aMessage({ facts }), text: 'One\nTwo' }, format);
  expect(lines?.join('\n')).toContain('One\nTwo');
});

it('a key that says nothing to people is left out', () => {
  const keyed = (key: string) => linesOf({ ...aMessage({ facts: { cause: 'unclassified', key } }) }, format);
  for (const key of ['text:4CB1PHX0V7T4G2NQ', 'likely:'])
    expect(keyed(key)?.some((line) => line.startsWith('Concerns'))).toBe(false);
  expect(keyed('GBP')).toContain('Concerns: GBP');
  expect(keyed('likely:Customer')).toContain('Concerns: Customer');
});

it('leads to the problem', () => {
  expect(cardOf({ ...aMessage() }, format)?.actions).toEqual([
    {
      type: 'Action.OpenUrl',
      title: 'Open the error desk',
      url: 'https://desk.contoso.example/api/dashboard?view=problems&problem=QS90B35XWT56WNNS',
    },
  ]);
});
