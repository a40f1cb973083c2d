// oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text of a record as it may stand on a terminal: what would move its cursor or change its colours is shown as "�". */
export const plainText = (text: string): string => text.replace(COMMANDS, "\ufffd");
