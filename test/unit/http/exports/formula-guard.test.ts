import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormulas } from '../../../../shared/http/exports/formula-guard.ts';

describe('a guarded text', () => {
  it.each([
    ['=1', "'=1"],
    ['-1', "'-1"],
    ['+31 20', "'+31 20"],
    ['@x', "'@x"],
    ['\t', "'\t"],
    ['\tx', "'\tx"],
    [' =1', "' =1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1', "'＝1"],
    ['＠1', "'＠1"],
    ['"=1', '\'"=1'],
    ['x;=1+1', "x;'=1+1"],
    ['x,=1+1', "x,'=1+1"],
    ['x; =1+1', "x;' =1+1"],
    ['x;"=1+1"', 'x;\'"=1+1"'],
    ['a\n=1', "a\n'=1"],
    ['a\r\n"@x', 'a\r\n\'"@x'],
    ['\n=1', "'\n'=1"],
    ['a;;,-1,\n+2', "a;;,'-1,\n'+2"],
  ])('%j becomes %j', (text, guarded) => {
    expect(guardFormulas(text)).toBe(guarded);
  });

  it.each(['', 'x', '1-1', 'a=b', "'x", 'x\t=y', 'a@b', 'a, b; c\nd', 'a;b=c', '(=1)'])(
    '%j stays as it is',
    (text) => {
      expect(guardFormulas(text)).toBe(text);
    },
  );

  it('has no part that begins like a formula, and nothing but apostrophes is added', () => {
    const unit = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '"',
      "'",
      ' ',
      '\t',
      '\r',
      '\n',
      ',',
      ';',
      'x',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const guarded = guardFormulas(text);
        for (const part of guarded.split(/[,;\r\n]/)) expect(part).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
        expect(guarded).not.toMatch(/^[\t\r\n]/);
        expect(guarded.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
  });

  it('takes time that grows with its length alone', () => {
    // With a search from each line break on, this would take minutes.
    const text = `${'\n'.repeat(400_000)}=`;
    expect(guardFormulas(text)).toBe(`'${'\n'.repeat(400_000)}'=`);
  });
});
