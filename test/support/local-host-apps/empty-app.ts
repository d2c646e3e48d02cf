// An app that registers nothing.
export {};
