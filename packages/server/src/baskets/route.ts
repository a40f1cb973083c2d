import { basket, basketCapacity as capacityShape, basketParams, basketQuery, type Basket } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { RequestProblem } from "../http/problems.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { aboutPeople } from "../http/request-facts.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { personNotKnown } from "../people/person-not-known.ts";
import { thisMonth } from "../register/shown-register.ts";
import { basketCapacity, setBasketCapacity } from "../store/queries/basket-capacity.ts";
import { basketOfMonth } from "../store/queries/basket-of-month.ts";
import { personId } from "../store/queries/person-id.ts";
import { putInBasket } from "../store/queries/put-in-basket.ts";
import { takeFromBasket } from "../store/queries/take-from-basket.ts";
import type { Work } from "../store/schema.ts";

const tags = ["invitations"];

export const basketRoutes = (service: Service, parts: ServiceParts): void => {
  const { practiceId } = parts;
  const inRecords = inRecordsOf(parts);

  const present = async (trx: Work, month: string): Promise<Basket> => {
    const { capacity, people } = await basketOfMonth(trx, practiceId, month);
    return {
      month,
      capacity,
      people: people.map(({ reference, key, addedAt }) => ({ person: reference, key, addedAt })),
    };
  };

  const known = async (trx: Work, key: string): Promise<number> => {
    const id = await personId(trx, key);
    if (id === null) throw personNotKnown();
    return id;
  };

  service.get(
    "/api/basket",
    {
      config: { action: "invitations.read" },
      schema: {
        tags,
        summary: "Whom the practice invites in a month; this month where none is named",
        querystring: basketQuery,
        response: answers({ 200: basket }),
      },
    },
    async (request) => inRecords(request, (trx) => present(trx, request.query.month ?? thisMonth())),
  );

  service.put(
    "/api/basket/:month/:key",
    {
      config: { action: "invitations.change" },
      schema: {
        tags,
        summary: "Puts someone into the invitations of a month, up to the practice's capacity",
        params: basketParams,
        response: answers({ 200: basket }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { month, key } = request.params;
        const id = await known(trx, key);
        aboutPeople(request, [id]);
        if (!(await putInBasket(trx, practiceId, month, id, request.actor!.name)))
          throw new RequestProblem("basket-full", "Take someone out, choose another month, or raise the capacity.");
        return present(trx, month);
      }),
  );

  service.delete(
    "/api/basket/:month/:key",
    {
      config: { action: "invitations.change" },
      schema: {
        tags,
        summary: "Takes someone out of the invitations of a month",
        params: basketParams,
        response: answers({ 200: basket }),
      },
    },
    async (request) =>
      inRecords(request, async (trx) => {
        const { month, key } = request.params;
        const id = await known(trx, key);
        aboutPeople(request, [id]);
        await takeFromBasket(trx, month, id);
        return present(trx, month);
      }),
  );

  service.get(
    "/api/basket/capacity",
    {
      config: { action: "invitations.read" },
      schema: {
        tags,
        summary: "How many people the practice can invite in a month",
        response: answers({ 200: capacityShape }),
      },
    },
    async (request) => ({ capacity: await inRecords(request, (trx) => basketCapacity(trx, practiceId)) }),
  );

  service.put(
    "/api/basket/capacity",
    {
      config: { action: "invitations.capacity" },
      schema: {
        tags,
        summary: "Says how many people the practice can invite in a month",
        body: capacityShape,
        response: answers({ 200: capacityShape }),
      },
    },
    async (request) => {
      await inRecords(request, (trx) => setBasketCapacity(trx, practiceId, request.body.capacity));
      return request.body;
    },
  );
};
