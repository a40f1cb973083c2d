import { health, type Health } from "@concord/exchange/api";
import { sql } from "kysely";
import { answers } from "../http/answers.ts";
import type { Service, ServiceParts } from "../http/service.ts";

export const healthRoutes = (service: Service, { db, version }: ServiceParts): void => {
  service.get(
    "/api/health",
    {
      config: { action: "open" },
      schema: {
        tags: ["practice"],
        summary: "Whether the service and its store answer",
        response: answers({ 200: health }),
      },
    },
    async (): Promise<Health> => {
      await sql`select 1`.execute(db);
      return { status: "ok", version };
    },
  );
};
