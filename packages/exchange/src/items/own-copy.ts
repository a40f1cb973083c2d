/** A string of its own: a slice would keep alive the whole chunk of the file that it was cut from. */
export const ownCopy = (text: string): string => Buffer.from(text, "utf8").toString("utf8");
