import { lock, untilSignedIn } from "../session/gate.ts";
import { who } from "../session/who.ts";
import { ApiProblem, problemFrom } from "./api-problem.ts";

/** Signing in itself waits for nobody to sign in. */
const OF_SIGNING_IN = /^\/api\/(sign-in|take-up|sessions?|health)(\/|$)/;

/**
 * A request of somebody whose session ends meanwhile is not lost: it waits until they have signed in again, and is made
 * once more. So is a change that asks for a sign-in of just now.
 */
const signedIn = async <T>(path: string, ask: () => Promise<T>): Promise<T> => {
  if (OF_SIGNING_IN.test(path)) return ask();
  await untilSignedIn();
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : null;
    if (who() === null || (code !== "not-signed-in" && code !== "sign-in-again")) throw error;
    await lock(code === "not-signed-in" ? "ended" : "fresh");
    return ask();
  }
};

const answerOf = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  if (!response.ok) throw problemFrom(response.status, text, response.headers.get("retry-after"));
  if (text === "") return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new ApiProblem("answer-not-read", response.status);
  }
};

const once = async <T>(path: string, how: RequestInit): Promise<T> => {
  let response: Response;
  try {
    response = await fetch(path, how);
  } catch (fault) {
    if (how.signal?.aborted === true) throw fault;
    throw new ApiProblem("not-answering");
  }
  return answerOf<T>(response);
};

const call = async <T>(path: string, how: RequestInit): Promise<T> => signedIn(path, () => once<T>(path, how));

/** Asks the service. The shape is the contract of `@concord/exchange/api`, which the service is held to in its tests. */
export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  call<T>(path, { headers: { accept: "application/json" }, ...(signal === undefined ? {} : { signal }) });

const asking = (asked: object): RequestInit => ({
  method: "POST",
  headers: { accept: "application/json", "content-type": "application/json" },
  body: JSON.stringify(asked),
});

/** Changes something; `body` goes as JSON. */
export const send = async <T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> =>
  call<T>(path, {
    method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Asks by what stands in a body: what names people is in no address. Changes nothing. */
export const ask = async <T>(path: string, asked: object, signal?: AbortSignal): Promise<T> =>
  call<T>(path, { ...asking(asked), ...(signal === undefined ? {} : { signal }) });

interface Named {
  readonly name: string;
  readonly content: Blob;
}

const fileOnce = async (path: string, asked: object): Promise<Named> => {
  const response = await fetch(path, asking(asked)).catch(() => {
    throw new ApiProblem("not-answering");
  });
  if (!response.ok) throw problemFrom(response.status, await response.text());
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
  return { name, content: await response.blob() };
};

/** The same for a file: its name, where the service gave one, and its content. */
export const askFile = async (path: string, asked: object): Promise<Named> =>
  signedIn(path, () => fileOnce(path, asked));

const uploadOnce = async <T>(
  path: string,
  form: FormData,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.upload.addEventListener("progress", ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total));
    request.addEventListener("load", () => {
      if (request.status >= 400) return reject(problemFrom(request.status, request.responseText));
      return resolve(JSON.parse(request.responseText) as T);
    });
    request.addEventListener("error", () => reject(new ApiProblem("not-answering")));
    request.addEventListener("abort", () => reject(new ApiProblem("stopped-by-you")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });

/** Sends a file and tells how much of it has gone, from 0 to 1. */
export const upload: typeof uploadOnce = async (path, form, onSent, signal) =>
  signedIn(path, () => uploadOnce(path, form, onSent, signal));
