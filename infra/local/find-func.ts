import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = process.platform === 'win32' ? ['func.exe', 'func.cmd'] : ['func'];

/** The first Azure Functions Core Tools on a PATH; `undefined` where there are none. */
export function findFunc(path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
