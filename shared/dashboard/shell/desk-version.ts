declare const DESK_VERSION: string;

/** The version of the app; the build puts it here. */
export const deskVersion = DESK_VERSION;
