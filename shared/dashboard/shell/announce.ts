const regionId = 'announcements';

/** Says something to people who cannot see it change: politely, after what is being read. */
export function announce(text: string): void {
  const region = document.getElementById(regionId) ?? addRegion();
  region.textContent = '';
  // Two equal texts in a row are read twice.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}

function addRegion(): HTMLElement {
  const region = document.createElement('div');
  region.id = regionId;
  region.className = 'for-screen-readers';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
