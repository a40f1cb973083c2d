import fastifySwagger from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { API_READER_STYLE, apiReaderPage } from "./api-reader-page.ts";
import type { Service } from "./service.ts";

const TAGS = [
  { name: "signing in", description: "Who is asking, and what they may do." },
  { name: "accounts", description: "Who may sign in, with which roles." },
  { name: "practice", description: "The practice, its people by dose, and how the service is." },
  { name: "register", description: "Everyone with an opioid in the records: filtered, sorted, counted, exported." },
  { name: "people", description: "One person: dose over time, its working, findings with their evidence." },
  { name: "referrals", description: "People referred, by a clinician or by themselves." },
  { name: "invitations", description: "Whom to invite in a month, up to what the practice can see." },
  { name: "unread directions", description: "Texts that were not understood, read once by a person." },
  { name: "imports", description: "Files of records, and what became of every row." },
  { name: "safety", description: "Whether dose support is on, who accepted it, and the hazard log." },
  { name: "export", description: "Everything, in open formats." },
];

type Transformed = ReturnType<typeof jsonSchemaTransform>;

/** A file is streamed, so that no schema parses it; its form is described all the same. */
const withFile = ({ schema, url }: Transformed): Transformed => {
  if (schema.consumes?.includes("multipart/form-data") !== true) return { schema, url };
  const file = { type: "string", format: "binary" };
  return { schema: { ...schema, body: { type: "object", required: ["file"], properties: { file } } }, url };
};

/** Describes every route that is registered after it, out of the very schemas that the routes parse with. */
export const describeRoutes = (service: Service, version: string): void => {
  void service.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.1",
      info: {
        title: "Concord",
        version,
        description:
          "Opioid and pain review service. Doses are mg of oral morphine equivalent a day; dates are calendar dates, ISO 8601. Errors are problem details (RFC 9457) with a stable code. Every address asks for a session (a cookie) and for a role that the policy allows it to.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      tags: TAGS,
    },
    transform: (route) => withFile(jsonSchemaTransform(route)),
  });
};

/** The description as JSON, and the same for people to read. */
export const serveDescription = (service: Service): void => {
  service.get("/api/openapi.json", { config: { action: "service.describe" }, schema: { hide: true } }, (_, reply) =>
    reply.send(service.swagger()),
  );
  const page = { config: { action: "service.describe" }, schema: { hide: true } } as const;
  service.get("/api/docs", page, (_, reply) =>
    reply.type("text/html; charset=utf-8").send(apiReaderPage(service.swagger())),
  );
  service.get("/api/docs.css", page, (_, reply) => reply.type("text/css; charset=utf-8").send(API_READER_STYLE));
  service.get("/api", page, (_, reply) => reply.redirect("/api/docs", 308));
};
