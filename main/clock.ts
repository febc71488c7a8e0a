/** The clock as an argument, so that policy and feeds can be tested at any moment of any day. Unix milliseconds. */
export type Clock = () => number;
