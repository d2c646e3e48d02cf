import { builtOnce } from '../matching/built-once.ts';
import { faultCodeData, faultNameData, signInCodeData } from './code-data.ts';
import { codesOf, type Judgement } from './judgements.ts';
import { networkNameData } from './network-names.ts';

const faultCodes = builtOnce(() => codesOf(faultCodeData));
const faultNames = builtOnce(() => codesOf(`${faultNameData}\n${networkNameData}`));
const signInCodes = builtOnce(() => codesOf(signInCodeData));

/** What a code of Dataverse means, such as "0x80040237" in lower case; undefined for an unknown code. */
export function faultJudgement(code: string): Judgement | undefined {
  return faultCodes().get(code.slice('0x8'.length));
}

/** What the name of a code means, such as "DuplicateRecord"; undefined for an unknown name. */
export function nameJudgement(name: string): Judgement | undefined {
  return faultNames().get(name);
}

/** What the number of an AADSTS code means; a number that the catalogue does not name is a failed sign-in. */
export function signInJudgement(number: string): Judgement {
  return signInCodes().get(number) ?? { cause: 'authentication-failed', resolver: undefined };
}
