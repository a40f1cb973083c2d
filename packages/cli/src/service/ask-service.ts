import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { WrongCall } from "../calling/command.ts";
import { serviceHere } from "./key-of-service.ts";

export const SERVICE_URL = "http://127.0.0.1:4100";

export interface Asked {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: { readonly type: string; readonly bytes: Readable };
}

const addressOf = ({ url, path }: Asked): URL => {
  const base = URL.canParse(url) ? new URL(url) : null;
  if (base === null || !/^https?:$/.test(base.protocol))
    throw new WrongCall(`--url ${url} is no address of the service.`, `It looks like ${SERVICE_URL}.`);
  return new URL(path, base);
};

/** Nothing answers there. */
export class ServiceAway extends WrongCall {}

const away = ({ url }: Asked, { code = "" }: NodeJS.ErrnoException): ServiceAway =>
  new ServiceAway(
    `No service answers at ${url}${code === "" ? "" : ` (${code})`}.`,
    "Start it with npm start; its last line is its address. Give that with --url.",
  );

/** Asks the running service. It may take as long as it needs; who is not there is said. */
export const askService = (asked: Asked): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, body } = asked;
    const address = addressOf(asked);
    const here = serviceHere(address);
    const headers = {
      ...(here === null ? {} : { authorization: `Bearer ${here.key}` }),
      ...(body === undefined ? {} : { "content-type": body.type }),
    };
    let answered = false;
    const request = address.protocol === "https:" ? tlsRequest : plainRequest;
    const call = request(address, { method, headers, agent: false }, (answer) => {
      answered = true;
      resolve(answer);
    });
    // A service that refuses answers before it has taken everything, and hangs up: its answer counts.
    call.on("error", (error) => {
      if (!answered) reject(away(asked, error));
    });
    if (body === undefined) call.end();
    else pipeline(body.bytes, call).catch(() => {});
  });

export const textOf = async (answer: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
};

const notTheirs = (): WrongCall =>
  new WrongCall(
    "The service does not know this command line.",
    "Run the command on the machine of the service, from the folder and the account that it runs from.",
  );

/** What the service says of a call that it refused, in its own words. */
export const refusal = async (answer: IncomingMessage): Promise<WrongCall> => {
  const text = await textOf(answer);
  try {
    const { title, detail, code } = JSON.parse(text) as Readonly<Record<"title" | "detail" | "code", string>>;
    if (code === "not-signed-in") return notTheirs();
    return new WrongCall(`${title}.`, detail);
  } catch {
    return new WrongCall(
      `The service answered with ${String(answer.statusCode)}.`,
      "Is it Concord that answers there?",
    );
  }
};
