import {
  newReading as newReadingBody,
  reading as readingAnswer,
  unreadList,
  unreadParams,
} from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf, type Service, type ServiceParts } from "../http/service.ts";
import { presentReading } from "../readings/present.ts";
import { itemFacts } from "../register/item-facts.ts";
import { keptItem } from "../register/kept-item.ts";
import { readerByHand } from "../register/reader-by-hand.ts";
import { newReading, type ReadingToKeep } from "../store/queries/new-reading.ts";
import { readingByHand } from "../store/queries/reading-by-hand.ts";
import type { ReadingFound } from "../store/queries/readings-by-hand.ts";
import { standingReading } from "../store/queries/standing-reading.ts";
import { textToRead, type TextToRead } from "../store/queries/text-to-read.ts";
import { unreadTexts } from "../store/queries/unread-texts.ts";
import type { Work } from "../store/schema.ts";
import { presentUnread } from "./present.ts";

/** Whether an amount is believable does not turn on the factor: any table tells. */
const UK = "uk";

const tags = ["unread directions"];

const alreadyRead = ({ who, at, min, max }: ReadingFound): RequestProblem => {
  const amount = min === max ? `${max}` : `${min} to ${max}`;
  return new RequestProblem(
    "already-read",
    `${who} read it as ${amount} a day, at ${at}. Undo that reading first to read it anew.`,
    { by: { who, at } },
  );
};

/** A reading that the engine would refuse again mends nothing. */
const checkFits = (text: TextToRead, body: ReadingToKeep): void => {
  const read = readerByHand(UK)(keptItem(text), body);
  const still = read.directed.status === "refused" ? itemFacts(read).unreadBecause : null;
  if (text.countedIn === null || still !== null)
    throw new RequestProblem(
      "reading-does-not-fit",
      still ?? "What the product is counted in is not certain: it cannot be read.",
    );
};

export const unreadDirectionsRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  /** Keeps a reading, and has the register follow it, or says who was first. */
  const keep = async (trx: Work, key: string, body: ReadingToKeep): Promise<ReadingFound> => {
    const text = await textToRead(trx, key);
    if (text === null)
      throw new RequestProblem("text-not-known", "It may have been read by now: load the queue again.");
    checkFits(text, body);
    const id = await newReading(trx, parts.practiceId, key, text, body);
    if (id === null) throw alreadyRead((await standingReading(trx, key))!);
    await parts.register.follow(trx, key);
    return (await readingByHand(trx, id))!;
  };

  service.get(
    "/api/unread-directions",
    {
      schema: {
        tags,
        summary: "Texts that were not understood, once for each product; first those current for most people",
        response: answers({ 200: unreadList }),
      },
    },
    async () => presentUnread(await inRecords(unreadTexts)),
  );

  service.post(
    "/api/unread-directions/:key/readings",
    {
      schema: {
        tags,
        summary: "Says what a text means, for every identical text of the product; the register follows at once",
        params: unreadParams,
        body: newReadingBody,
        response: answers({ 201: readingAnswer }),
      },
    },
    async ({ params, body }, reply) =>
      reply.code(201).send(presentReading(await inRecords((trx) => keep(trx, params.key, body)))),
  );
};
