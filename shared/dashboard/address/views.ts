export const views = ['do-now', 'problems', 'errors', 'settings-check', 'cleanups'] as const;

export type View = (typeof views)[number];
