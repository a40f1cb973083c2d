import type { Server } from "node:https";
import type { AddressInfo } from "node:net";
import { USUAL_PORT, type Config } from "../config.ts";
import type { buildServer } from "../http/build-server.ts";
import { watchCertificate } from "./certificate.ts";

type Built = Awaited<ReturnType<typeof buildServer>>;

/** Where a running service answers. */
export interface Listens {
  /** Where people open it. */
  readonly address: string;
  readonly port: number;
  /** On SIGHUP: reads the certificate's files anew. Null where nobody is sent here: a terminal that closes ends it then. */
  readonly readAgain: (() => void) | null;
}

/** At the port that was asked for; at the usual one, or any free one, where none was and nobody is sent to it. */
const listenAt = async (service: Built, { port, host, publicUrl }: Config): Promise<number> => {
  try {
    await service.listen({ port: port ?? USUAL_PORT, host });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (port !== null || publicUrl !== null || !taken) throw error;
    await service.listen({ port: 0, host });
  }
  return (service.server.address() as AddressInfo).port;
};

/** Lets the service answer as it was asked to, with a certificate that is renewed as its files are. */
export const listen = async (
  service: Built,
  config: Config,
  say: (line: string) => void,
  endings: (() => Promise<unknown>)[],
): Promise<Listens> => {
  const { tls, host, publicUrl } = config;
  const port = await listenAt(service, config);
  const here = `${tls === null ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}/`;
  const address = publicUrl === null ? here : `${publicUrl}/`;
  if (tls === null) return { address, port, readAgain: publicUrl === null ? null : () => {} };
  const watch = watchCertificate(service.server as unknown as Server, tls, say);
  endings.push(async () => watch.stop());
  return { address, port, readAgain: watch.again };
};
