/** Whether two addresses belong to the same server: only then may one get the credential that was given for the other. */
export const isSameServer = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;
