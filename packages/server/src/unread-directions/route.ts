import {
  newReading as newReadingBody,
  reading as readingAnswer,
  unreadList,
  unreadParams,
  unreadPeople as peopleAnswer,
  unreadPeopleQuery,
  type NewReading,
} from "@concord/exchange/api";
import type { FastifyRequest } from "fastify";
import { answers } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { aboutPeople } from "../http/request-facts.ts";
import { inRecordsOf } from "../http/in-records.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { presentReading } from "../readings/present.ts";
import { itemFacts } from "../register/item-facts.ts";
import { keptItem } from "../register/kept-item.ts";
import { readerByHand } from "../register/reader-by-hand.ts";
import { newReading, type ReadingToKeep } from "../store/queries/new-reading.ts";
import { personWithText } from "../store/queries/person-with-text.ts";
import { readingByHand } from "../store/queries/reading-by-hand.ts";
import type { ReadingFound } from "../store/queries/readings-by-hand.ts";
import { standingReading } from "../store/queries/standing-reading.ts";
import { textToRead, type TextToRead } from "../store/queries/text-to-read.ts";
import { unreadPeople } from "../store/queries/unread-people.ts";
import { unreadTexts } from "../store/queries/unread-texts.ts";
import type { Work } from "../store/schema.ts";
import { presentUnread, presentUnreadPerson } from "./present.ts";

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

const notKnown = (): RequestProblem =>
  new RequestProblem("text-not-known", "It may have been read by now: load the queue again.");

/** Whom a reading is of: a text that says no dose may mean one thing for one person and another for the next. */
const personOf = async (
  trx: Work,
  key: string,
  { eachPerson }: TextToRead,
  person: string | undefined,
): Promise<number | null> => {
  if (eachPerson && person === undefined)
    throw new RequestProblem("reading-needs-person", "Say whom the reading is of: it holds for their issues alone.");
  if (!eachPerson && person !== undefined)
    throw new RequestProblem("reading-is-for-all", "Leave the person out: the same words mean the same for everyone.");
  if (person === undefined) return null;
  const id = await personWithText(trx, key, person);
  if (id === null) throw notKnown();
  return id;
};

export const unreadDirectionsRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);

  /** Keeps a reading, and has the register follow it, or says who was first. */
  const keep = async (trx: Work, request: FastifyRequest, key: string, body: NewReading): Promise<ReadingFound> => {
    const text = await textToRead(trx, key);
    if (text === null) throw notKnown();
    const person = await personOf(trx, key, text, body.person);
    if (person !== null) aboutPeople(request, [person]);
    const reading = { ...body, who: request.actor!.name };
    checkFits(text, reading);
    const id = await newReading(trx, parts.practiceId, key, text, reading, person);
    if (id === null) throw alreadyRead((await standingReading(trx, key, person))!);
    await parts.register.follow(trx, key, person);
    return (await readingByHand(trx, id))!;
  };

  service.get(
    "/api/unread-directions",
    {
      config: { action: "unread-directions.read" },
      schema: {
        tags,
        summary: "Texts that were not understood, once for each product; first those current for most people",
        response: answers({ 200: unreadList }),
      },
    },
    async (request) => presentUnread(await inRecords(request, unreadTexts)),
  );

  service.get(
    "/api/unread-directions/:key/people",
    {
      config: { action: "unread-directions.read" },
      schema: {
        tags,
        summary: "For whom a text that says no dose is still unread, by pages; nobody where it says one",
        params: unreadParams,
        querystring: unreadPeopleQuery,
        response: answers({ 200: peopleAnswer }),
      },
    },
    async (request) => {
      const { page, size } = request.query;
      const { total, people } = await inRecords(request, async (trx) => {
        const found = await unreadPeople(trx, request.params.key, { page, size });
        aboutPeople(
          request,
          found.people.map(({ id }) => id),
        );
        return found;
      });
      return { total, people: people.map(presentUnreadPerson), page, size };
    },
  );

  service.post(
    "/api/unread-directions/:key/readings",
    {
      config: { action: "reading.change" },
      schema: {
        tags,
        summary: "Says what a text means; the register follows at once",
        description:
          "A text that says a dose is read for every identical one of the product. One that says none (`eachPerson`) is read for the `person` alone.",
        params: unreadParams,
        body: newReadingBody,
        response: answers({ 201: readingAnswer }),
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(presentReading(await inRecords(request, (trx) => keep(trx, request, request.params.key, request.body)))),
  );
};
