import type { PasskeyMade } from "@concord/exchange/api";
import { send } from "./client.ts";

/** Has the browser make a passkey as the service asks for it. The code of that comes when it is needed. */
export const makePasskey = async (asks: string, body: object): Promise<PasskeyMade> => {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { options } = await send<{ options: Parameters<typeof startRegistration>[0]["optionsJSON"] }>(
    "POST",
    asks,
    body,
  );
  return (await startRegistration({ optionsJSON: options })) as PasskeyMade;
};
