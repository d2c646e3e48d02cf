/**
 * Decodes the path of a request target as the host's web server does: percent signs become characters, except
 * for an encoded slash and for bytes that are not UTF-8; dot segments are followed. `undefined` for a zero byte.
 */
export function decodePath(target: string): string | undefined {
  const [path = ''] = target.replace(/^[a-z]+:\/\/[^/?]*/i, '').split('?');
  const decoded = path.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  if (decoded.includes('\0')) return undefined;
  return removeDotSegments(decoded);
}

function decodeRun(run: string): string {
  let result = '';
  for (let at = 0; at < run.length; ) {
    const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const length = 3 * (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
    const character = lead === 0x2f ? undefined : tryDecode(run.slice(at, at + length));
    result += character ?? run.slice(at, at + 3);
    at += character === undefined ? 3 : length;
  }
  return result;
}

function tryDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function removeDotSegments(path: string): string {
  if (!path.includes('/.')) return path;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, index) => {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if ((segment === '.' || segment === '..') && index === segments.length - 1) kept.push('');
  });
  return `/${kept.join('/')}`;
}
