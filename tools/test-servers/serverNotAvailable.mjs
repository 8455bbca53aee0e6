/** Says why a server cannot be had on this machine. */
export class ServerNotAvailable extends Error {}
