/** What one tab tells the others, which share its session. */
export type Told = { readonly is: "signed-out" } | { readonly is: "signed-in"; readonly account: string | null };

const channel = new BroadcastChannel("concord.session");

export const tellTabs = (told: Told): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches the pages of its own origin alone
  channel.postMessage(told);
};

export const onTold = (listener: (told: Told) => void): (() => void) => {
  const hear = ({ data }: MessageEvent<Told>): void => listener(data);
  channel.addEventListener("message", hear);
  return () => channel.removeEventListener("message", hear);
};
