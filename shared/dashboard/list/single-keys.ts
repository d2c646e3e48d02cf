const storageName = 'error-desk-single-keys';

/** Whether keys of a single letter do something (WCAG 2.1.4: people can switch them off). */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(storageName) !== 'off';
}

export function keepSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(storageName);
  else localStorage.setItem(storageName, 'off');
}
