import { healthRoutes } from "../health/route.ts";
import { peopleRoutes } from "../people/route.ts";
import { practiceRoutes } from "../practices/route.ts";
import { registerRoutes } from "../register/route.ts";
import type { Service, ServiceParts } from "./service.ts";

/** Every resource of the service, in the order of the description. */
const RESOURCES = [healthRoutes, practiceRoutes, registerRoutes, peopleRoutes];

export const addRoutes = (service: Service, parts: ServiceParts): void => {
  for (const routesOf of RESOURCES) routesOf(service, parts);
};
