/** The version of the three packages, which are released together. */
export const VERSION = '0.1.0';
