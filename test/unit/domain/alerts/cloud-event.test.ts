import { CloudEvent } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { cloudEvent, maxMessageBytes } from '../../../../shared/domain/alerts/cloud-event.ts';
import { aDigest, aMessage, everyMessage } from '../../../support/alert-messages.ts';

const origin = 'https://desk.contoso.example';
const id = '01KC3X7Q7G5T9W2M8R4V6Y1B3D';

describe.each(everyMessage)('the event of $name', ({ content }) => {
  const event = cloudEvent({ id, content, text: 'An error' }, origin);

  it('is valid for the CloudEvents SDK', () => {
    const judged = new CloudEvent({ ...event });
    expect(judged.validate()).toBe(true);
    expect(judged).toMatchObject({
      id,
      source: '/errordesk',
      specversion: '1.0',
      data: { rule: content.rule },
    });
  });

  it('is at most 16 KiB, and still says how many there are', () => {
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(maxMessageBytes);
    expect(event.data['count']).toBe(content.facts.count);
  });

  it('has a link, unless it is about no page', () => {
    const isWithout = content.rule === 'held' || content.rule === 'test';
    expect('link' in event.data).toBe(!isWithout);
  });
});

it('types say what it is, and whether it is over', () => {
  const typeOf = (content: (typeof everyMessage)[number]['content']) =>
    cloudEvent({ id, content }, origin).type;
  expect([...new Set(everyMessage.map(({ content }) => typeOf(content)))]).toEqual(
    expect.arrayContaining([
      'errordesk.problem.opened',
      'errordesk.problem.regressed',
      'errordesk.problem.surge',
      'errordesk.problem.surge.over',
      'errordesk.given-up',
      'errordesk.given-up.over',
      'errordesk.silence',
      'errordesk.silence.over',
      'errordesk.settings.red',
      'errordesk.settings.green',
      'errordesk.cleanup.large',
      'errordesk.cleanup.large.over',
      'errordesk.summary',
      'errordesk.digest',
      'errordesk.held',
      'errordesk.test',
    ]),
  );
});

it('a digest names the ten with the largest impact', () => {
  const content = aDigest(12, (index) => ({ facts: { company: `C${index}` } }));
  const { data } = cloudEvent({ id, content }, origin);
  expect(data).toMatchObject({ rule: 'digest', count: 12 });
  expect(data['events']).toHaveLength(10);
  expect(data['events']).toEqual(
    Array.from({ length: 10 }, (_, index) => expect.objectContaining({ company: `C${11 - index}` })),
  );
});

it('the text of an error is told only where it is given, cut with a marker', () => {
  expect(cloudEvent({ ...aMessage() }, origin).data).not.toHaveProperty('message');
  const { data } = cloudEvent({ ...aMessage(), text: 'x'.repeat(9000) }, origin);
  expect(data['message']).toMatch(/^x+…\[cut \d+\]$/);
});

it('without an address of the page there is no link', () => {
  expect(cloudEvent({ ...aMessage() }, undefined).data).not.toHaveProperty('link');
});
